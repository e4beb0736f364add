import type { CaseView } from '../access/view.ts';
import type { Channel, Outcome } from '../definition/types.ts';
import type { AvailableEvent, Definition } from '../flow/model.ts';
import type { JourneyStop } from '../flow/journey.ts';
import type { PhaseStop } from '../flow/phase-line.ts';
import type { FlowStatus } from '../flow/status.ts';
import type { Answers, CaseData } from '../form/model.ts';
import type { Snapshot } from '../form/snapshot.ts';
import type { BeslutRow, HandlingRow, PartyRow } from '../persistence/rows.ts';
import type { Expected } from './expected.ts';
import type { Actor, LegalState, TimelineEntry } from './model.ts';
import type { CasePayment } from './pay.server.ts';
import type { ToldAnswer } from './told.ts';

/** Somebody in the case. Of one with protected identity only the role is told. */
export interface CaseParty {
  readonly id: string;
  readonly role: PartyRow['role'];
  readonly isPart: boolean;
  readonly isProtected: boolean;
  readonly personId: string | null;
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly address: string | null;
  readonly personnummer: string | null;
  readonly organisationsnummer: string | null;
}

/** What somebody handed in, and the form as it was shown. */
export interface CaseSubmission {
  readonly id: string;
  readonly seq: number;
  readonly form: string;
  readonly answers: Answers;
  readonly snapshot: Snapshot | null;
  readonly language: string;
  readonly submittedBy: Named | null;
  readonly submittedAt: Date;
  readonly signatures: readonly {
    readonly method: string;
    readonly signedAt: Date;
    readonly personId: string | null;
  }[];
}

/** Somebody who is asked to sign too. Of one with protected identity no name is told. */
export interface CaseCoSigner {
  readonly partyId: string;
  readonly name: string | null;
  readonly answer: 'signed' | 'refused' | null;
  readonly answeredAt: Date | null;
}

export interface CaseFile {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
}

export interface CaseHandling {
  readonly id: string;
  readonly lopnummer: number;
  readonly handlingstyp: string;
  readonly title: string;
  readonly origin: HandlingRow['origin'];
  /** Null: arbetsmaterial. */
  readonly allman: { readonly since: string; readonly ground: NonNullable<HandlingRow['allman_ground']> } | null;
  readonly registrationMode: HandlingRow['registration_mode'];
  readonly registeredAt: Date | null;
  readonly arrivedOn: string | null;
  readonly correspondent: string | null;
  /** The paragraph of OSL that its mark warns of; each request is tried anew. */
  readonly sekretess: string | null;
  readonly submissionId: string | null;
  readonly beslutId: string | null;
  readonly createdAt: Date;
  readonly acts: readonly {
    readonly kind: string;
    readonly at: Date;
    readonly recipient: string | null;
    readonly how: string | null;
  }[];
  readonly files: readonly CaseFile[];
}

export interface CaseReceipt {
  readonly partyId: string;
  readonly receivedOn: string | null;
  readonly how: string | null;
  readonly proof: string | null;
  readonly lastDayToAppeal: string | null;
  readonly appealedOn: string | null;
}

export interface CaseBeslut {
  readonly id: string;
  readonly seq: number;
  readonly kind: BeslutRow['kind'];
  readonly outcome: Outcome;
  readonly delegation: string | null;
  readonly decidedBy: Named | null;
  readonly tookPart: readonly string[];
  readonly presentedBy: string | null;
  readonly decidedAt: Date;
  readonly communication: string | null;
  readonly reasons: string | null;
  readonly legalBasis: string;
  readonly appeal: BeslutRow['appeal'];
  readonly immediateGround: string | null;
  /** Null while it is unknown. */
  readonly lagaKraftOn: string | null;
  readonly enforceableSince: Date | null;
  readonly receipts: readonly CaseReceipt[];
}

export interface CaseNotice {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly upAt: Date;
  readonly upBy: Named | null;
  readonly lastDay: string;
  readonly downAt: Date | null;
  readonly downBy: Named | null;
  /** Of title and text, as the timeline vouches for them from the step that put it up. Hex. */
  readonly sha256: string;
}

export interface CaseEntry {
  readonly seq: number;
  readonly at: Date;
  /** Null: the platform, or somebody who did not say who they are. */
  readonly actor: Named | null;
  readonly actorKind: Actor['kind'];
  /** Null where the law demanded that it be removed. */
  readonly entry: TimelineEntry | null;
}

export interface Named {
  readonly personId: string;
  readonly name: string;
}

/** A case as somebody may see it: what they may not see is left empty. */
export interface CaseDetails {
  readonly id: string;
  readonly seq: number;
  readonly number: string;
  readonly diarienummer: string | null;
  readonly slug: string;
  readonly versionId: string;
  readonly definition: Definition;
  readonly organ: string;
  readonly unit: string;
  readonly legalState: LegalState;
  readonly channel: Channel;
  readonly language: string;
  readonly assignee: Named | null;
  readonly openedAt: Date;
  readonly changedAt: Date;
  readonly closedAt: Date | null;
  readonly status: FlowStatus;
  /** What the case type lets a party read of what was answered. */
  readonly told: readonly ToldAnswer[];
  readonly states: readonly string[];
  readonly phases: readonly PhaseStop[];
  readonly journey: readonly JourneyStop[];
  readonly expected: Expected | null;
  readonly view: CaseView;
  /** The roles in which the reader may add somebody. */
  readonly addsAs: readonly PartyRow['role'][];
  /** Whether the reader may take the case, and put it back. */
  readonly assigns: boolean;
  /** What the reader may send now: the buttons. */
  readonly events: readonly AvailableEvent[];
  /** The items of the delegationsordning on which the reader may make a beslut now, by event. */
  readonly delegations: readonly { readonly event: string; readonly item: string; readonly title: string }[];
  /** What the reader's role gives and the delegationsordning withholds. */
  readonly withheld: readonly AvailableEvent[];
  readonly data: CaseData | null;
  readonly parties: readonly CaseParty[];
  /** The parties, by id, as whom the reader reads: their own, or of whom they act for. */
  readonly own: readonly string[];
  /** Who is asked to sign the application: for staff, for who filed it and for those who have signed. */
  readonly coSigners: readonly CaseCoSigner[];
  readonly submissions: readonly CaseSubmission[];
  readonly handlingar: readonly CaseHandling[];
  readonly beslut: readonly CaseBeslut[];
  readonly notices: readonly CaseNotice[];
  /** What is asked to be paid, and what was: for staff and for the parties. */
  readonly payments: readonly CasePayment[];
  readonly timeline: readonly CaseEntry[];
}
