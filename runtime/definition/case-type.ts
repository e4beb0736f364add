import type { CaseTypeSettings, DecisionTable, Flow, Form, Layout, Scenario, Texts } from './types.ts';

/** A whole case type as one value: the parts of the format (`case-types/schema`), keyed as its folder is. Immutable once published. */
export interface CaseType {
  /** `case-type.json` */
  readonly settings: CaseTypeSettings;
  /** `form.json` under `application`, and `forms/<key>.json` under their keys. */
  readonly forms: { readonly application: Form; readonly [form: string]: Form };
  readonly flow: Flow;
  readonly decisions: Readonly<Record<string, DecisionTable>>;
  /** `texts/<language>.json`; `sv` is complete, others fall back to it. */
  readonly texts: { readonly sv: Texts; readonly [language: string]: Texts };
  /** `templates/<name>`: SHA-256 in hex of each template's bytes. */
  readonly templates: Readonly<Record<string, string>>;
  readonly scenarios: Readonly<Record<string, Scenario>>;
  readonly layout: Layout;
}
