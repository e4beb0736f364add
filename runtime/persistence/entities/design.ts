import { defineEntity, p } from '@mikro-orm/postgresql';
import { CaseTypeVersion } from './case-type.ts';
import { instant } from './columns.ts';
import { Person } from './organization.ts';

/** A case type that is being changed. The documents are text, since `jsonb` would reorder their keys. */
export const Design = defineEntity({
  name: 'Design',
  properties: {
    id: p.uuid().primary(),
    slug: p.text().unique(),
    organKey: p.text(),
    unitKey: p.text(),
    basedOn: () => p.manyToOne(CaseTypeVersion).nullable(),
    /** As it was after `documentSeq` edits: written anew now and then, so that few edits are read. */
    document: p.text(),
    documentSeq: p.integer(),
    seq: p.integer(),
    createdAt: instant(),
    savedAt: instant()
  },
  checks: [{ name: 'design_edits_cover_document', expression: 'document_seq <= seq' }]
});

/** The log of a design; it only grows, undoing too. */
export const DesignEdit = defineEntity({
  name: 'DesignEdit',
  properties: {
    design: () => p.manyToOne(Design).primary().deleteRule('cascade'),
    seq: p.integer().primary(),
    id: p.uuid(),
    gesture: p.text(),
    kind: p.enum(['do', 'undo', 'redo'] as const),
    person: () => p.manyToOne(Person),
    savedAt: instant(),
    edit: p.text()
  },
  uniques: [{ properties: ['design', 'id'] }]
});

/** Who has a design open. */
export const DesignPresence = defineEntity({
  name: 'DesignPresence',
  properties: {
    design: () => p.manyToOne(Design).primary().deleteRule('cascade'),
    person: () => p.manyToOne(Person).primary(),
    seenAt: instant(),
    selection: p.text().nullable()
  }
});

/** A wish to publish, with who and why: at once or later, by one or by two. */
export const Publication = defineEntity({
  name: 'Publication',
  properties: {
    id: p.uuid().primary(),
    slug: p.text(),
    parts: p.text(),
    why: p.text(),
    askedBy: () => p.manyToOne(Person),
    askedAt: instant(),
    publishAt: instant(),
    needsApproval: p.boolean(),
    approvedBy: () => p.manyToOne(Person).nullable(),
    approvedAt: instant().nullable(),
    withdrawnAt: instant().nullable(),
    version: () => p.manyToOne(CaseTypeVersion).nullable(),
    publishedAt: instant().nullable(),
    /** The codes of the problems that stopped it, when it was due. */
    failed: p.text().nullable()
  },
  indexes: [{ properties: ['slug'] }],
  checks: [{ name: 'publication_two_persons', expression: 'approved_by_id is null or approved_by_id <> asked_by_id' }]
});

/** A part that an organ builds case types of. Every version is kept, so that it can be told who changed what all use. */
export const LibraryPart = defineEntity({
  name: 'LibraryPart',
  properties: {
    organKey: p.text().primary(),
    key: p.text().primary(),
    version: p.integer().primary(),
    name: p.text(),
    fragment: p.text(),
    savedBy: () => p.manyToOne(Person),
    savedAt: instant()
  }
});
