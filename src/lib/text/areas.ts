// Without import attributes: this module is only ever bundled, and Vite's own server answers with a script.
/** Texts beside everybody's, each pair loaded by the pages that show them. */
export const AREAS = {
  staff: { sv: () => import('./staff.sv.json'), en: () => import('./staff.en.json') },
  office: { sv: () => import('./office.sv.json'), en: () => import('./office.en.json') },
  organisation: { sv: () => import('./organisation.sv.json'), en: () => import('./organisation.en.json') },
  handlingar: { sv: () => import('./handlingar.sv.json'), en: () => import('./handlingar.en.json') },
  signers: { sv: () => import('./signers.sv.json'), en: () => import('./signers.en.json') },
  mine: { sv: () => import('./mine.sv.json'), en: () => import('./mine.en.json') },
  payment: { sv: () => import('./payment.sv.json'), en: () => import('./payment.en.json') },
  designer: { sv: () => import('./designer.sv.json'), en: () => import('./designer.en.json') },
  builder: { sv: () => import('./builder.sv.json'), en: () => import('./builder.en.json') },
  library: { sv: () => import('./library.sv.json'), en: () => import('./library.en.json') },
  search: { sv: () => import('./search.sv.json'), en: () => import('./search.en.json') },
  import: { sv: () => import('./import.sv.json'), en: () => import('./import.en.json') },
  texts: { sv: () => import('./texts.sv.json'), en: () => import('./texts.en.json') },
  tables: { sv: () => import('./tables.sv.json'), en: () => import('./tables.en.json') },
  law: { sv: () => import('./law.sv.json'), en: () => import('./law.en.json') },
  flow: { sv: () => import('./flow.sv.json'), en: () => import('./flow.en.json') },
  bpmn: { sv: () => import('./bpmn.sv.json'), en: () => import('./bpmn.en.json') },
  patterns: { sv: () => import('./patterns.sv.json'), en: () => import('./patterns.en.json') },
  check: { sv: () => import('./check.sv.json'), en: () => import('./check.en.json') },
  canvas: { sv: () => import('./canvas.sv.json'), en: () => import('./canvas.en.json') },
  simulate: { sv: () => import('./simulate.sv.json'), en: () => import('./simulate.en.json') },
  /** What the check says of a case type. */
  problems: { sv: () => import('./problems.sv.json'), en: () => import('./problems.en.json') }
} as const;

export type Area = keyof typeof AREAS;
