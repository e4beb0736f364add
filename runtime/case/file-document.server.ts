import { randomUUID } from 'node:crypto';
import type { Refusal } from '../errors/refusal.ts';
import { caseDocuments } from '../persistence/case-documents.server.ts';
import type { HandlingActRow, HandlingRow } from '../persistence/rows.ts';
import { stockholmDay } from '../time/day.ts';
import { administer, type Administered } from './administer.server.ts';
import { letterRow } from './rows/letter-row.server.ts';
import { markOf, modeOf } from './handlingstyp.ts';
import type { Changed, Known } from './loop.server.ts';

/** To whom a handling went, and how: then it is expedierad, and so upprättad (TF 2:10). */
export interface Expedition {
  readonly recipient: string;
  readonly how: string;
}

/** A document that was made in a case and is stored already. */
export interface Document {
  /** The job's own key: a repeat files it once. */
  readonly key: string;
  readonly caseId: string;
  readonly handlingstyp: string;
  readonly title: string;
  /** The beslut that it is the text of: then it is a file of that beslut's handling, where it has one. */
  readonly beslutId?: string;
  readonly expedierad: readonly Expedition[];
  /** The parties, by id, to whom somebody must send it. */
  readonly letters?: readonly string[];
  readonly file: {
    readonly name: string;
    readonly mediaType: string;
    readonly size: number;
    /** Hex. */
    readonly sha256: string;
    readonly storageKey: string;
  };
}

/**
 * Files a document in its case as an utgående handling, registered by the rule of its handlingstyp; sent out, it is upprättad from
 * that day, else it is arbetsmaterial until the case ends. For the worker, as the system.
 */
export async function fileDocument(document: Document, now: Date): Promise<Changed | Refusal> {
  const { key, caseId, file, beslutId } = document;
  const known = await caseDocuments(caseId);
  const present = known?.handlingar.find(({ beslut_id }) => beslutId !== undefined && beslut_id === beslutId);
  const decide = (found: Known) => filed(found, { document, present }, now);
  const wish = { key, caseId, actor: { kind: 'system' } } as const;
  return administer(wish, { event: 'document', content: [document.handlingstyp, file.sha256], decide }, now);
}

interface Filing {
  readonly document: Document;
  readonly present: HandlingRow | undefined;
}

function filed({ locked, definition }: Known, { document, present }: Filing, now: Date): Administered {
  const { settings } = definition.caseType;
  const { expedierad, handlingstyp, title, letters = [] } = document;
  const mode = modeOf(settings.handlingstyper.find(({ key }) => key === handlingstyp));
  const at = now.toISOString();
  const sha256 = `\\x${document.file.sha256}`;
  const handling: HandlingRow = present ?? {
    ...{ id: randomUUID(), case_id: locked.case_.id, lopnummer: locked.lastLopnummer + 1, handlingstyp, title },
    ...{ origin: 'utgaende', allman_since: null, allman_ground: null, registration_mode: mode },
    ...{ registered_at: mode === 'diarium' ? at : null, arrived_on: null, sekretess: markOf(settings, handlingstyp) },
    ...{ correspondent: expedierad.map(({ recipient }) => recipient).join(', ') || null, submission_id: null },
    ...{ beslut_id: document.beslutId ?? null, sha256, created_by_id: null, created_at: at }
  };
  const sentOut = expedierad.length > 0 && handling.allman_since === null;
  const standing = sentOut ? ({ allman_since: stockholmDay(now), allman_ground: 'expedierad' } as const) : {};
  return {
    details: { handling: handling.id, sha256: document.file.sha256 },
    also: {
      handling: [{ ...handling, ...standing }],
      handling_act: expedierad.map((expedition) => expedited(handling.id, expedition, at)),
      letter: letters.map((partyId) => letterRow(partyId, { caseId: locked.case_.id, handlingId: handling.id, at })),
      file: [fileRow(document, { caseId: locked.case_.id, handlingId: handling.id, at })]
    }
  };
}

const expedited = (handlingId: string, { recipient, how }: Expedition, at: string): HandlingActRow => ({
  ...{ id: randomUUID(), handling_id: handlingId, kind: 'expedierad', at, person_id: null, recipient, how }
});

interface Filed {
  readonly caseId: string;
  readonly handlingId: string;
  readonly at: string;
}

const fileRow = ({ file }: Document, { caseId, handlingId, at }: Filed) => ({
  ...{ id: randomUUID(), draft_id: null, case_id: caseId, handling_id: handlingId, name: file.name },
  ...{ media_type: file.mediaType, size: file.size, sha256: `\\x${file.sha256}`, storage_key: file.storageKey },
  ...{ scan: 'not-scanned' as const, uploaded_by_id: null, uploaded_at: at }
});
