import { defineEntity, p } from '@mikro-orm/postgresql';
import { Person } from './organization.ts';
import { instant } from './columns.ts';

/** A published version. Never updated: a case stays on the version it was opened with. */
export const CaseTypeVersion = defineEntity({
  name: 'CaseTypeVersion',
  properties: {
    id: p.uuid().primary(),
    slug: p.text(),
    number: p.integer(),
    /** SHA-256 in hex of the canonical JSON of all parts that are behaviour. */
    hash: p.text().unique(),
    /** The files by path, as one JSON text: `jsonb` would reorder the keys, and the order of `on` is the order of the buttons. */
    parts: p.text(),
    /** The items of the delegationsordning that its beslut need, so that a case is read without the whole of it. */
    delegation: p.array().default([]),
    publishedAt: instant(),
    publishedBy: () => p.manyToOne(Person).nullable()
  },
  uniques: [{ properties: ['slug', 'number'] }]
});

/** Which version of a case type new cases get. */
export const CaseTypeCurrent = defineEntity({
  name: 'CaseTypeCurrent',
  tableName: 'case_type',
  properties: { slug: p.text().primary(), version: () => p.manyToOne(CaseTypeVersion) }
});

/** What a folder of case types held, as SHA-256 in hex, when it was last published, and as what. */
export const ShippedFolder = defineEntity({
  name: 'ShippedFolder',
  tableName: 'shipped_folder',
  properties: { folder: p.text().primary(), sha256: p.text(), version: () => p.manyToOne(CaseTypeVersion) }
});

/** A template's bytes, once for all versions that hold it. */
export const Template = defineEntity({
  name: 'Template',
  properties: { sha256: p.text().primary(), bytes: p.blob() }
});
