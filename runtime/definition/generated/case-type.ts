// Made by `npm run generate:types` from case-types/schema. Change the schemas, not this file.

/**
 * What an organ is in law.
 */
export type OrganKind = 'fullmaktige' | 'styrelse' | 'namnd' | 'gemensam-namnd' | 'bolag';
export type Sight = 'none' | 'exists' | 'status' | 'full';
/**
 * A closed tree with three values: true, false, unknown. A guard passes, and a field shows, on true only.
 */
export type Condition =
  | AllOrAny
  | Not
  | Comparison
  | Membership
  | Between
  | Presence
  | DateComparison
  | DayDistance
  | Quantified
  | Count
  | NamedCondition;
/**
 * A literal, a pointer into the case, or a calculation. Integers and decimal strings are exact; unknown in, unknown out.
 */
export type Value = Literal | FromValue | ItemValue | Calculation;
/**
 * A plain value.
 */
export type Literal = string | number | boolean;
/**
 * A calculation, by `calc`.
 */
export type Calculation = Sum | Arithmetic | Round | DaysBetween | Choice;
/**
 * How something reached the organ.
 */
export type Channel =
  | 'e-service'
  | 'my-pages'
  | 'phone'
  | 'e-mail'
  | 'letter'
  | 'visit'
  | 'social-media'
  | 'chat'
  | 'app'
  | 'fax'
  | 'digital-mailbox'
  | 'internal';
/**
 * Who may do something in a case. `anyone` holds the status link.
 */
export type Role =
  | 'applicant'
  | 'party'
  | 'ombud'
  | 'anyone'
  | 'caseworker'
  | 'manager'
  | 'registrar'
  | 'secretary'
  | 'contact-centre'
  | 'archivist'
  | 'administrator'
  | 'system';
/**
 * The schema of one answer.
 */
export type PropertySchema = ReferenceSchema | TypedSchema;
/**
 * By `type`.
 */
export type TypedSchema = StringSchema | NumberSchema | BooleanSchema | ArraySchema | ObjectSchema;
/**
 * What a page or a group holds.
 */
export type UiBlock = Group | HorizontalLayout | Label | Control;
/**
 * What kind of field it is, and what that kind needs to know.
 */
export type ControlOptions =
  | PlainOptions
  | FileOptions
  | SearchableListOptions
  | RowsOptions
  | CalculatedOptions
  | PaymentOptions
  | BookingOptions;
/**
 * One branch, or several with the last one without a guard. `meta` stands on the first.
 */
export type Branches = Branch | Branch[];
/**
 * Something to do when a step is taken: an entry of the action catalogue.
 */
export type Action =
  SetField | Notify | CreateDocument | Register | Assign | PublishStatus | Announce | StartCase | Send | SetLegalState;
/**
 * The state of the case as an ärende, beside its flow.
 */
export type LegalState = 'oppet' | 'vilande' | 'avslutat' | 'makulerat' | 'ad-acta';
/**
 * In order.
 *
 * @maxItems 50
 */
export type Actions = Action[];
/**
 * How a case, or a beslut in it, came out.
 */
export type Outcome =
  | 'bifall'
  | 'delvis-bifall'
  | 'avslag'
  | 'avvisning'
  | 'avskrivning'
  | 'forelaggande'
  | 'forbud'
  | 'erinran'
  | 'varning'
  | 'aterkallelse'
  | 'inledande'
  | 'forlangning'
  | 'ingen-atgard'
  | 'overlamnande'
  | 'besvarat';
/**
 * `done` earlier in the flow, or an exception of FL 25 §; `not-applicable` by FL 2 § or another statute.
 */
export type CommunicationGround =
  'done' | 'obviously-unnecessary' | 'employment-or-grading' | 'would-obstruct' | 'cannot-wait' | 'not-applicable';
/**
 * Why there are none: obviously unnecessary, one of the exceptions of FL 32 § second paragraph, or not asked for by FL 2 § or another statute.
 */
export type NoReasons = 'obviously-unnecessary' | 'employment' | 'essential-interest' | 'secrecy' | 'not-applicable';
/**
 * Where in its life a case is.
 */
export type Phase = 'aktualisera' | 'utreda' | 'besluta' | 'hantera' | 'verkstalla' | 'folja-upp';
/**
 * Whom the case waits for.
 */
export type WaitsFor = 'caseworker' | 'applicant' | 'party' | 'authority' | 'system' | 'namnd' | 'fullmaktige';
/**
 * An automation that a state starts: an entry of the automation catalogue.
 */
export type Invoke =
  | DecisionAutomation
  | PopulationRegisterAutomation
  | HttpAutomation
  | SignAutomation
  | PaymentAutomation
  | HandOverAutomation
  | ApprovalAutomation;
/**
 * A condition without its field, which is the column's.
 */
export type DecisionCell = CellComparison | CellMembership | CellBetween | CellPresence | CellDistance;
/**
 * An element of a form.
 */
export type UiElement = Categorization | Category | Group | HorizontalLayout | Label | Control;

export interface FormatRoots {
  document: CaseTypeDocument;
  caseFacts: CaseFacts;
  uiElement: UiElement;
}
/**
 * A whole case type as one object, as the API carries it.
 */
export interface CaseTypeDocument {
  settings: CaseTypeSettings;
  /**
   * `application` is `form.json`, the others `forms/<key>.json`.
   */
  forms: {
    application: Form;
    [k: string]: Form;
  };
  flow: Flow;
  decisions: {
    [k: string]: DecisionTable;
  };
  /**
   * By language; Swedish is complete.
   */
  texts: {
    sv: Texts;
    [k: string]: Texts;
  };
  /**
   * SHA-256 of each template's bytes.
   */
  templates: {
    [k: string]: string;
  };
  scenarios: {
    [k: string]: Scenario;
  };
  layout: Layout;
}
/**
 * `case-type.json`: identity, law, ownership, service level, publishing.
 */
export interface CaseTypeSettings {
  formatVersion: 1;
  /**
   * Its address and its name to other systems.
   */
  slug: string;
  category: 'anmalan' | 'ansokan' | 'begaran' | 'bestallning' | 'forfragan' | 'forslag' | 'tillsyn';
  owner: Owner;
  /**
   * Other organs that use it.
   *
   * @maxItems 100
   */
  adopters?: Adopter[];
  /**
   * @minItems 1
   */
  channels: Channel[];
  appeal: Appeal;
  /**
   * An individual part, another individual, or the authority itself (FL 11 and 12 §§ hold for the first only).
   */
  initiatedBy: 'party' | 'other' | 'authority';
  /**
   * @maxItems 20
   */
  parties: PartyRule[];
  /**
   * Items of the delegationsordning that its beslut need.
   */
  delegation?: string[];
  legalBasis: LegalBasis[];
  confidentiality?: Confidentiality[];
  securityClass?: SecurityClass;
  personalData?: PersonalData[];
  /**
   * Process in KLASSA.
   */
  classification?: string;
  /**
   * @minItems 1
   * @maxItems 100
   */
  handlingstyper: Handlingstyp[];
  visibleTo: VisibleTo;
  /**
   * How many in a hundred of the flow's ways the scenarios must take before the case type may be published.
   */
  scenarioCoverage?: number;
  servicePromise?: ServicePromise;
  deadlines?: Deadlines;
  contact?: Contact;
  guide?: Guide;
  eService: EService;
  /**
   * Case fields, written by `set-field`.
   */
  fields?: CaseFields;
  /**
   * Named conditions.
   */
  conditions?: {
    [k: string]: Condition;
  };
  /**
   * Named delays.
   */
  delays?: {
    [k: string]: Delay;
  };
}
/**
 * The organ that owns the case type.
 */
export interface Owner {
  /**
   * A name: state, field, event, form, option value, text key segment.
   */
  organ: string;
  kind: OrganKind;
  /**
   * A name: state, field, event, form, option value, text key segment.
   */
  unit: string;
}
/**
 * Another organ that uses the case type.
 */
export interface Adopter {
  /**
   * A name: state, field, event, form, option value, text key segment.
   */
  organ: string;
  kind: OrganKind;
  /**
   * A name: state, field, event, form, option value, text key segment.
   */
  unit: string;
  contact?: Contact;
  delegation?: string[];
  /**
   * Series of the diarium.
   */
  series?: string;
  /**
   * `YYYY-MM-DD`.
   */
  startsOn?: string;
  /**
   * What others may see of its cases, where that is not what the case type says of all.
   */
  visibleTo?: VisibleTo;
  /**
   * What the application says when a case comes to this organ instead of the owner: the first that is true counts.
   */
  when?: Condition;
}
/**
 * How to reach the unit.
 */
export interface Contact {
  name?: string;
  email?: string;
  phone?: string;
  web?: string;
  address?: string;
}
/**
 * What others may see of a case.
 */
export interface VisibleTo {
  contactCentre: Sight;
  otherOrgans: Sight;
}
/**
 * Every one, or at least one, of `args`.
 */
export interface AllOrAny {
  op: 'and' | 'or';
  /**
   * @minItems 1
   * @maxItems 50
   */
  args: Condition[];
}
/**
 * Turns true and false; unknown stays unknown.
 */
export interface Not {
  op: 'not';
  /**
   * @minItems 1
   * @maxItems 1
   */
  args: Condition[];
}
/**
 * `contains` asks whether a list holds the value, or a text has it in it.
 */
export interface Comparison {
  op: 'eq' | 'ne' | 'lt' | 'le' | 'gt' | 'ge' | 'contains';
  /**
   * A JSON Pointer (RFC 6901) into the case's one document: `/application/…`, `/<form>/…`, `/case/…`, `/fields/…`, `/results/<automation>/…`.
   */
  field?: string;
  /**
   * A JSON Pointer from the current row of a list.
   */
  item?: string;
  value: Value;
}
/**
 * What the case holds at a pointer.
 */
export interface FromValue {
  /**
   * A JSON Pointer (RFC 6901) into the case's one document: `/application/…`, `/<form>/…`, `/case/…`, `/fields/…`, `/results/<automation>/…`.
   */
  from: string;
}
/**
 * What the current row holds at a pointer.
 */
export interface ItemValue {
  /**
   * A JSON Pointer from the current row of a list.
   */
  item: string;
}
/**
 * The sum over the rows of a list.
 */
export interface Sum {
  calc: 'sum';
  /**
   * A JSON Pointer (RFC 6901) into the case's one document: `/application/…`, `/<form>/…`, `/case/…`, `/fields/…`, `/results/<automation>/…`.
   */
  list: string;
  /**
   * A JSON Pointer from the current row of a list.
   */
  item: string;
  /**
   * Only rows for which this is true.
   */
  where?: Condition;
}
/**
 * `subtract` and `divide` go from left to right; `divide` needs `decimals`, rounded half away from zero.
 */
export interface Arithmetic {
  calc: 'add' | 'subtract' | 'multiply' | 'divide' | 'min' | 'max';
  /**
   * @minItems 1
   * @maxItems 50
   */
  args: Value[];
  /**
   * Digits after the decimal point of a division.
   */
  decimals?: number;
}
/**
 * Half away from zero.
 */
export interface Round {
  calc: 'round';
  value: Value;
  /**
   * Digits after the decimal point; 0 when left out.
   */
  decimals?: number;
}
/**
 * Days from the first date to the second; negative when the second is earlier.
 */
export interface DaysBetween {
  calc: 'daysBetween';
  /**
   * @minItems 2
   * @maxItems 2
   */
  args: Value[];
}
/**
 * `then` when the condition is true, `else` when it is false; unknown gives nothing.
 */
export interface Choice {
  calc: 'if';
  condition: Condition;
  then: Value;
  else?: Value;
}
/**
 * One of the values.
 */
export interface Membership {
  op: 'in';
  /**
   * A JSON Pointer (RFC 6901) into the case's one document: `/application/…`, `/<form>/…`, `/case/…`, `/fields/…`, `/results/<automation>/…`.
   */
  field?: string;
  /**
   * A JSON Pointer from the current row of a list.
   */
  item?: string;
  /**
   * @minItems 1
   * @maxItems 500
   */
  value: Value[];
}
/**
 * Both ends count.
 */
export interface Between {
  op: 'between';
  /**
   * A JSON Pointer (RFC 6901) into the case's one document: `/application/…`, `/<form>/…`, `/case/…`, `/fields/…`, `/results/<automation>/…`.
   */
  field?: string;
  /**
   * A JSON Pointer from the current row of a list.
   */
  item?: string;
  /**
   * @minItems 2
   * @maxItems 2
   */
  value: Value[];
}
/**
 * `answered` is never unknown; `empty` is an answered text or list with nothing in it.
 */
export interface Presence {
  op: 'empty' | 'answered';
  /**
   * A JSON Pointer (RFC 6901) into the case's one document: `/application/…`, `/<form>/…`, `/case/…`, `/fields/…`, `/results/<automation>/…`.
   */
  field?: string;
  /**
   * A JSON Pointer from the current row of a list.
   */
  item?: string;
}
/**
 * By day.
 */
export interface DateComparison {
  op: 'before' | 'after';
  /**
   * A JSON Pointer (RFC 6901) into the case's one document: `/application/…`, `/<form>/…`, `/case/…`, `/fields/…`, `/results/<automation>/…`.
   */
  field?: string;
  /**
   * A JSON Pointer from the current row of a list.
   */
  item?: string;
  value: Value;
}
/**
 * `withinDays`: at most so many days either way from the day of the event. `olderThanDays`: more than so many days before it.
 */
export interface DayDistance {
  op: 'withinDays' | 'olderThanDays';
  /**
   * A JSON Pointer (RFC 6901) into the case's one document: `/application/…`, `/<form>/…`, `/case/…`, `/fields/…`, `/results/<automation>/…`.
   */
  field?: string;
  /**
   * A JSON Pointer from the current row of a list.
   */
  item?: string;
  value: number;
}
/**
 * Over the rows of a list.
 */
export interface Quantified {
  op: 'some' | 'every';
  /**
   * A JSON Pointer (RFC 6901) into the case's one document: `/application/…`, `/<form>/…`, `/case/…`, `/fields/…`, `/results/<automation>/…`.
   */
  list: string;
  where: Condition;
}
/**
 * How many rows of a list.
 */
export interface Count {
  op: 'count';
  /**
   * A JSON Pointer (RFC 6901) into the case's one document: `/application/…`, `/<form>/…`, `/case/…`, `/fields/…`, `/results/<automation>/…`.
   */
  list: string;
  where?: Condition;
  is: 'eq' | 'ne' | 'lt' | 'le' | 'gt' | 'ge';
  value: Value;
}
/**
 * A condition of `case-type.json`.
 */
export interface NamedCondition {
  op: 'ref';
  /**
   * A name: state, field, event, form, option value, text key segment.
   */
  condition: string;
}
/**
 * The way to appeal; the text that a party gets (FL 33 §) is made from it.
 */
export interface Appeal {
  /**
   * The route. It also decides which of förvaltningslagen's rules hold (FL 2 §).
   */
  kind: 'forvaltningsbesvar' | 'laglighetsprovning' | 'ej-overklagbart';
  /**
   * Who tries the appeal, as `lansstyrelsen`, `forvaltningsratten`, `kammarratten`, `mark-och-miljodomstolen`.
   */
  instance?: string;
  /**
   * Where it is handed in: `beslutande-organ` (FL 43 §), or the court itself (laglighetsprövning).
   */
  handIn?: string;
  /**
   * Time to appeal, as `P21D`.
   */
  period?: string;
  /**
   * What starts the time: the party fick del av the beslut (FL 44 §), or the record was announced on the anslagstavla (KL 13:5).
   */
  startsWhen?: 'received' | 'notice-on-anslagstavla' | 'decided';
  statute?: Statute;
}
/**
 * A paragraph of a statute.
 */
export interface Statute {
  /**
   * Number in Svensk författningssamling, as `2017:900`, or of an act of the EU, as `(EU) 2017/625`.
   */
  sfs: string;
  /**
   * As `25 §`, `9 kap. 30 §` or `artikel 13`.
   */
  paragraph: string;
}
/**
 * Who may stand in a case.
 */
export interface PartyRule {
  role: 'applicant' | 'party' | 'ombud';
  /**
   * A part in law; one who reports somebody else's matter is not.
   */
  isPart: boolean;
  addedBy: Role[];
  sees: ('status' | 'messages' | 'beslut' | 'application' | 'documents' | 'timeline')[];
}
export interface LegalBasis {
  /**
   * Number in Svensk författningssamling, as `2017:900`, or of an act of the EU, as `(EU) 2017/625`.
   */
  statute: string;
  paragraph?: string;
}
/**
 * A provision that may apply; each request is tried anew.
 */
export interface Confidentiality {
  statute: Statute;
  /**
   * Items: A JSON Pointer (RFC 6901) into the case's one document: `/application/…`, `/<form>/…`, `/case/…`, `/fields/…`, `/results/<automation>/…`.
   */
  fields?: string[];
  /**
   * Items: A name: state, field, event, form, option value, text key segment.
   */
  handlingstyper?: string[];
}
/**
 * 0 to 3 each.
 */
export interface SecurityClass {
  confidentiality: number;
  integrity: number;
  availability: number;
}
/**
 * What personal data is for (GDPR art. 5, 6, 30).
 */
export interface PersonalData {
  /**
   * A name: state, field, event, form, option value, text key segment.
   */
  purpose: string;
  legalGround: 'consent' | 'contract' | 'legal-obligation' | 'vital-interest' | 'public-task';
  /**
   * Items: A name: state, field, event, form, option value, text key segment.
   */
  categories: string[];
  /**
   * Items: A name: state, field, event, form, option value, text key segment.
   */
  recipients: string[];
  /**
   * Items: A JSON Pointer (RFC 6901) into the case's one document: `/application/…`, `/<form>/…`, `/case/…`, `/fields/…`, `/results/<automation>/…`.
   */
  fields?: string[];
}
/**
 * A kind of handling, and whether it is registered.
 */
export interface Handlingstyp {
  /**
   * A name: state, field, event, form, option value, text key segment.
   */
  key: string;
  /**
   * What is handed in with these forms is handlingar of this kind.
   *
   * Items: A name: state, field, event, form, option value, text key segment.
   */
  forms?: string[];
  registration?: Registration;
}
export interface Registration {
  /**
   * In the diarium, kept in order without registration (OSL 5:1), exempt (OSF 2 §), or of little importance.
   */
  mode: 'diarium' | 'ordnad' | 'undantagen' | 'ringa';
  /**
   * Series of the diarium.
   */
  series?: string;
  statute?: Statute;
}
export interface ServicePromise {
  /**
   * `PnD`, `PnW`, `PnM`, `PnY` or `PTnH`.
   */
  period: string;
  /**
   * Calendar days when left out.
   */
  days?: 'calendar' | 'working';
}
export interface Deadlines {
  /**
   * @maxItems 20
   */
  statutory: StatutoryDeadline[];
}
/**
 * A time to decide that a statute sets.
 */
export interface StatutoryDeadline {
  /**
   * A name: state, field, event, form, option value, text key segment.
   */
  key: string;
  /**
   * `PnD`, `PnW`, `PnM`, `PnY` or `PTnH`.
   */
  period: string;
  /**
   * The day the case was opened, or a pointer to a date.
   */
  from: 'opened' | string;
  extension?: DeadlineExtension;
  consequence?: 'none' | 'fee-reduction';
  statute: Statute;
}
/**
 * Once, told before the first time has run out.
 */
export interface DeadlineExtension {
  /**
   * `PnD`, `PnW`, `PnM`, `PnY` or `PTnH`.
   */
  period: string;
  statute?: Statute;
}
/**
 * Facts for the service's page and its place in the catalogue; its text is `caseType.guide`, and other words that people use are in `caseType.keywords`.
 */
export interface Guide {
  /**
   * Where the catalogue lists the service.
   */
  subject?:
    | 'bygga-bo-miljo'
    | 'trafik'
    | 'omsorg-stod'
    | 'barn-utbildning'
    | 'naringsliv-arbete'
    | 'kultur-fritid'
    | 'kommun-demokrati';
  fee?: Fee;
  /**
   * How long the form takes.
   */
  minutes?: number;
  /**
   * Asked before somebody applies, one at a time from the first; texts `guide.<id>.label`, `.help`, `.option.<key>` and `.ending.<key>`.
   *
   * @minItems 1
   * @maxItems 20
   */
  questions?: GuideQuestion[];
}
/**
 * What it costs.
 */
export interface Fee {
  kind: 'none' | 'fixed' | 'tariff';
  /**
   * In öre.
   */
  amount?: number;
}
export interface GuideQuestion {
  /**
   * A name: state, field, event, form, option value, text key segment.
   */
  id: string;
  /**
   * @minItems 2
   * @maxItems 8
   */
  answers: GuideAnswer[];
}
export interface GuideAnswer {
  /**
   * A name: state, field, event, form, option value, text key segment.
   */
  key: string;
  /**
   * The guide ends here: nothing needs to be applied for, or not here; `ending` says what instead.
   */
  ends?: 'not-needed' | 'elsewhere';
  /**
   * The question that follows, a later one of the list. Without `ends` and `to` the guide ends in the application.
   */
  to?: string;
}
/**
 * How it is published.
 */
export interface EService {
  authentication: 'none' | 'optional' | 'eid' | 'staff';
  /**
   * Level of assurance, with `eid`.
   */
  assurance?: 'loa2' | 'loa3' | 'loa4';
  /**
   * Only where the authority needs confirmation (FL 21 §).
   */
  signature: 'none' | 'applicant' | 'all-parties';
  /**
   * Another administrator must approve before it is published.
   */
  twoPersons?: boolean;
  /**
   * How long a draft is kept.
   */
  draftDays: number;
  /**
   * Level 1: mailbox or queue.
   */
  recipient?: string;
  /**
   * The level of maturity that the owner claims.
   */
  level: number;
}
export interface CaseFields {
  type: 'object';
  /**
   * Schemas by key.
   */
  properties: {
    [k: string]: PropertySchema;
  };
}
/**
 * A schema of the form's own `$defs`.
 */
export interface ReferenceSchema {
  $ref: string;
}
/**
 * Text. Decimals are strings with the format `decimal`. A maximum is demanded unless the format or the options bound it.
 */
export interface StringSchema {
  type: 'string';
  minLength?: number;
  maxLength?: number;
  /**
   * A regular expression that a linear engine (RE2) compiles.
   */
  pattern?: string;
  format?:
    | 'date'
    | 'time'
    | 'date-time'
    | 'email'
    | 'uri'
    | 'uuid'
    | 'decimal'
    | 'personal-number'
    | 'organisation-number'
    | 'phone'
    | 'postal-code';
  /**
   * @minItems 1
   * @maxItems 500
   *
   * Items: A name: state, field, event, form, option value, text key segment.
   */
  enum?: string[];
  const?: string;
  /**
   * Options, in order.
   *
   * @minItems 1
   * @maxItems 500
   */
  oneOf?: OptionSchema[];
}
/**
 * One option.
 */
export interface OptionSchema {
  /**
   * A name: state, field, event, form, option value, text key segment.
   */
  const: string;
}
/**
 * A number. Money is an integer in öre.
 */
export interface NumberSchema {
  type: 'integer' | 'number';
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  exclusiveMaximum?: number;
  multipleOf?: number;
  /**
   * @minItems 1
   * @maxItems 500
   */
  enum?: number[];
}
/**
 * Yes or no; `const: true` where only yes will do.
 */
export interface BooleanSchema {
  type: 'boolean';
  const?: boolean;
}
/**
 * A list: of rows, of options or of files.
 */
export interface ArraySchema {
  type: 'array';
  items: PropertySchema;
  minItems?: number;
  maxItems: number;
  uniqueItems?: boolean;
}
/**
 * A row, or an answer of several parts.
 */
export interface ObjectSchema {
  type: 'object';
  additionalProperties: false;
  /**
   * Keys that must be answered where they are shown.
   *
   * Items: A name: state, field, event, form, option value, text key segment.
   */
  required?: string[];
  /**
   * Schemas by key.
   */
  properties: {
    [k: string]: PropertySchema;
  };
}
/**
 * A named time. The day of the event does not count.
 */
export interface Delay {
  /**
   * `PnD`, `PnW`, `PnM`, `PnY` or `PTnH`.
   */
  period: string;
  /**
   * Calendar days when left out.
   */
  days?: 'calendar' | 'working';
  /**
   * `entry` (also when left out), or a pointer to a date.
   */
  from?: 'entry' | string;
  /**
   * The period ends so long before the date there.
   */
  before?: string;
  /**
   * Ends on the next working day when the last day is none (lag 1930:173).
   */
  rollToWorkingDay?: boolean;
  /**
   * Set by law: always rolls.
   */
  statutory?: boolean;
  statute?: Statute;
}
/**
 * A form: what is answered (`schema`) and how it is asked (`ui`).
 */
export interface Form {
  schema: FormSchema;
  ui: Categorization;
}
/**
 * The subset of JSON Schema 2020-12 that a form's answers are described with.
 */
export interface FormSchema {
  $schema?: 'https://json-schema.org/draft/2020-12/schema';
  type: 'object';
  additionalProperties: false;
  /**
   * Keys that must be answered where they are shown.
   *
   * Items: A name: state, field, event, form, option value, text key segment.
   */
  required?: string[];
  /**
   * Schemas by key.
   */
  properties: {
    [k: string]: PropertySchema;
  };
  /**
   * Schemas by key.
   */
  $defs?: {
    [k: string]: PropertySchema;
  };
}
/**
 * How a form is laid out: pages, groups and controls. A closed subset of the JSON Forms UI schema.
 */
export interface Categorization {
  type: 'Categorization';
  /**
   * Stable, unique in the form; its texts stand under `form.<form>.<id>`.
   */
  id: string;
  /**
   * @minItems 1
   * @maxItems 50
   */
  elements: Category[];
}
/**
 * A page.
 */
export interface Category {
  type: 'Category';
  /**
   * Stable, unique in the form; its texts stand under `form.<form>.<id>`.
   */
  id: string;
  /**
   * @maxItems 300
   */
  elements: UiBlock[];
  /**
   * Shown when this is true, and only then. It may read only what comes before it, and case data.
   */
  visibleWhen?: Condition;
}
/**
 * Controls that belong together, under a heading.
 */
export interface Group {
  type: 'Group';
  /**
   * Stable, unique in the form; its texts stand under `form.<form>.<id>`.
   */
  id: string;
  /**
   * @maxItems 300
   */
  elements: UiBlock[];
  /**
   * Shown when this is true, and only then. It may read only what comes before it, and case data.
   */
  visibleWhen?: Condition;
}
/**
 * Controls side by side where there is room.
 */
export interface HorizontalLayout {
  type: 'HorizontalLayout';
  /**
   * Stable, unique in the form; its texts stand under `form.<form>.<id>`.
   */
  id: string;
  /**
   * @maxItems 6
   */
  elements: UiBlock[];
  /**
   * Shown when this is true, and only then. It may read only what comes before it, and case data.
   */
  visibleWhen?: Condition;
}
/**
 * A text without an answer; a `stop` that is shown ends the application, with its reason.
 */
export interface Label {
  type: 'Label';
  /**
   * Stable, unique in the form; its texts stand under `form.<form>.<id>`.
   */
  id: string;
  options: LabelOptions;
  /**
   * Shown when this is true, and only then. It may read only what comes before it, and case data.
   */
  visibleWhen?: Condition;
}
export interface LabelOptions {
  kind: 'information' | 'warning' | 'stop';
}
/**
 * A question.
 */
export interface Control {
  type: 'Control';
  /**
   * Stable, unique in the form; its texts stand under `form.<form>.<id>`.
   */
  id: string;
  /**
   * JSON Pointer into the form's schema, or from the row's schema inside a repeating group.
   */
  scope: string;
  options: ControlOptions;
  /**
   * Shown when this is true, and only then. It may read only what comes before it, and case data.
   */
  visibleWhen?: Condition;
}
/**
 * A kind that needs nothing more.
 */
export interface PlainOptions {
  kind:
    | 'text'
    | 'long-text'
    | 'number'
    | 'money'
    | 'date'
    | 'period'
    | 'time'
    | 'yes-no'
    | 'choose-one'
    | 'choose-many'
    | 'address'
    | 'property'
    | 'map-point'
    | 'map-area'
    | 'personal-number'
    | 'organisation-number'
    | 'person'
    | 'company'
    | 'child'
    | 'email'
    | 'phone'
    | 'consent'
    | 'declaration'
    | 'signature'
    | 'co-signers';
  /**
   * HTML autocomplete token (WCAG 1.3.5).
   */
  autocomplete?: string;
  /**
   * What is known of the applicant and stands here from the start; `last-case`: what they answered here in their last case of the same case type.
   */
  prefill?:
    | 'name'
    | 'given-name'
    | 'family-name'
    | 'personal-number'
    | 'organisation-number'
    | 'address'
    | 'email'
    | 'phone'
    | 'last-case';
}
/**
 * Files.
 */
export interface FileOptions {
  kind: 'file';
  /**
   * Media types.
   *
   * @minItems 1
   * @maxItems 50
   */
  types: string[];
  maxCount: number;
  /**
   * For one file.
   */
  maxBytes: number;
  /**
   * What the citizen may say that a file is; texts as for options.
   *
   * @maxItems 50
   *
   * Items: A name: state, field, event, form, option value, text key segment.
   */
  tags?: string[];
}
/**
 * One of many, by search.
 */
export interface SearchableListOptions {
  kind: 'searchable-list';
  /**
   * Where the list is: the options of the schema, a register of the platform, or a connector.
   */
  source: 'options' | 'register' | 'external';
  /**
   * The register's or the connector's.
   */
  name?: string;
  /**
   * `last-case`: what the applicant answered here in their last case of the same case type stands here from the start.
   */
  prefill?: 'last-case';
}
/**
 * A repeating group, or a table of the same.
 */
export interface RowsOptions {
  kind: 'repeating-group' | 'table';
  detail: Group;
  /**
   * `last-case`: what the applicant answered here in their last case of the same case type stands here from the start.
   */
  prefill?: 'last-case';
}
/**
 * Computed, never asked.
 */
export interface CalculatedOptions {
  kind: 'calculated';
  value: Value;
  /**
   * How it prints; by its schema when left out.
   */
  shownAs?: 'text' | 'number' | 'money' | 'date';
}
/**
 * A fee paid with the application.
 */
export interface PaymentOptions {
  kind: 'payment';
  /**
   * In öre.
   */
  amount: Value;
}
/**
 * A time to book, of those that are offered.
 */
export interface BookingOptions {
  kind: 'booking';
  /**
   * What is booked: a time of it can be booked once, in whatever case type.
   */
  resource: string;
  /**
   * The times that are offered, in order, in Europe/Stockholm.
   *
   * @minItems 1
   * @maxItems 500
   */
  times: string[];
  /**
   * How long each takes.
   */
  minutes?: number;
}
/**
 * The process: an XState v5 machine config in plain JSON.
 */
export interface Flow {
  id: 'flow';
  /**
   * A name: state, field, event, form, option value, text key segment.
   */
  initial: string;
  on?: On;
  states: States;
}
/**
 * What each event does; the order is the order of the buttons.
 */
export interface On {
  [k: string]: Branches;
}
/**
 * A way on. Without `target` the case stays.
 */
export interface Branch {
  guard?: Guard;
  /**
   * The key of a sibling; on the root `.key`.
   */
  target?: string;
  /**
   * Leaves and enters the state again, which starts its clocks anew.
   */
  reenter?: boolean;
  actions?: Actions;
  meta?: EventMeta;
}
/**
 * The branch is taken when the condition is true.
 */
export interface Guard {
  type: 'when';
  params: Condition;
}
/**
 * Writes a case field.
 */
export interface SetField {
  type: 'set-field';
  params: {
    /**
     * `/fields/<key>`.
     */
    field: string;
    value: Value;
  };
}
/**
 * Tells someone.
 */
export interface Notify {
  type: 'notify';
  params: {
    to: Role;
    /**
     * Texts `message.<key>.subject` and `message.<key>.body`.
     */
    text: string;
  };
}
/**
 * Makes a handling from a template.
 */
export interface CreateDocument {
  type: 'create-document';
  params: {
    /**
     * Text `document.<key>.title`.
     */
    document: string;
    /**
     * A file of `templates/`; the platform's own layout when left out.
     */
    template?: string;
    /**
     * One of `handlingstyper`.
     */
    handlingstyp: string;
    /**
     * Who gets it.
     *
     * @maxItems 12
     */
    to?: Role[];
    /**
     * With how to appeal (FL 33 §).
     */
    appealInstruction?: boolean;
  };
}
/**
 * Registers a handling by the rule of its handlingstyp.
 */
export interface Register {
  type: 'register';
  params: {
    /**
     * One of `handlingstyper`.
     */
    handlingstyp: string;
    origin: 'inkommen' | 'utgaende' | 'intern';
  };
}
/**
 * Puts the case in a queue, or with somebody.
 */
export interface Assign {
  type: 'assign';
  params: {
    /**
     * A unit of the owner, or where the case holds it.
     */
    unit?: string | FromValue;
    role?: Role;
    /**
     * Takes the case from whoever has it, or gives it to whoever sent the event.
     */
    to?: 'nobody' | 'sender';
  };
}
/**
 * Tells the citizen where the case stands, beyond the status of its state.
 */
export interface PublishStatus {
  type: 'publish-status';
  params: {
    /**
     * Texts `message.<key>.subject` and `message.<key>.body`.
     */
    text: string;
  };
}
/**
 * Puts a notice on the anslagstavla (KL 8:9 to 10).
 */
export interface Announce {
  type: 'announce';
  params: {
    /**
     * Texts `message.<key>.subject` and `message.<key>.body`.
     */
    text: string;
    /**
     * What fills `{name}` in the texts, beside `{number}`: what the beslut is about and says.
     */
    values?: {
      [k: string]: Value;
    };
    /**
     * How long it stays up.
     */
    days: number;
    statute?: Statute;
  };
}
/**
 * Opens another case that follows from this one.
 */
export interface StartCase {
  type: 'start-case';
  params: {
    /**
     * Its slug.
     */
    caseType: string;
    /**
     * Its answers, by pointer into the new application.
     */
    data?: {
      [k: string]: Value;
    };
  };
}
/**
 * Sends handlingar to somebody outside: expedierad.
 */
export interface Send {
  type: 'send';
  params: {
    /**
     * A recipient or connector of the owner.
     */
    to: string;
    /**
     * Texts `message.<key>.subject` and `message.<key>.body`.
     */
    text?: string;
    /**
     * Documents made in this case.
     *
     * @maxItems 20
     *
     * Items: A name: state, field, event, form, option value, text key segment.
     */
    documents?: string[];
  };
}
/**
 * Sets the state of the case as an ärende.
 */
export interface SetLegalState {
  type: 'set-legal-state';
  params: {
    state: LegalState;
  };
}
/**
 * What the button asks for, and who may press it.
 */
export interface EventMeta {
  /**
   * @maxItems 12
   */
  roles?: Role[];
  /**
   * The form that is filled in with the event.
   */
  form?: string;
  arrived?: Arrived;
  /**
   * Asks once more, with `event.<key>.confirm`.
   */
  confirm?: boolean;
  beslut?: BeslutMeta;
  /**
   * The event is expected only while this is true of the case; without it, always.
   */
  when?: Condition;
  /**
   * The event is an appeal that came in (`lodged`), so that laga kraft is unknown while it is tried, or the beslut that it came too late or from somebody who may not (`rejected`, FL 45 §), so that the appeal time is what it was.
   */
  appeal?: 'lodged' | 'rejected';
}
/**
 * Staff register with the event what came in by post, by telephone or at the counter: its handling is inkommen (TF 2:9), since the day it arrived and not the day somebody typed it.
 */
export interface Arrived {
  /**
   * The date in the event's form; without an answer, today. No later day is accepted.
   */
  on?: string;
  /**
   * Who it came from, in the event's form, for the diarium (OSL 5:2).
   */
  from?: string;
}
/**
 * The event is a beslut.
 */
export interface BeslutMeta {
  kind:
    'namndbeslut' | 'fullmaktigebeslut' | 'delegationsbeslut' | 'ordforandebeslut' | 'automatiserat' | 'verkstallighet';
  /**
   * A literal, or where the form holds it.
   */
  outcome: Outcome | FromValue;
  /**
   * Item of the delegationsordning (KL 6:37 to 40, 7:5 to 8).
   */
  delegation?: string;
  /**
   * Whether the parts were heard (FL 25 §): where the form holds the answer, or the ground on which it always is so.
   */
  communication?: CommunicationGround | FromValue;
  /**
   * The reasons (FL 32 §): where the form holds them, or why there are none.
   */
  reasons?: NoReasons | FromValue;
  /**
   * The paragraphs that decided it (FL 32 §): where the form holds them, or in words where they are always the same.
   */
  legalBasis?: string | FromValue;
  /**
   * Where the form holds who presented it (FL 31 §); the sender alone when left out.
   */
  presentedBy?: FromValue;
  /**
   * Where the form holds who took part in the final handling (FL 31 §).
   */
  participants?: FromValue;
  /**
   * Where this beslut is appealed otherwise than the case type says (FL 33 §).
   */
  appeal?: Appeal;
  enforceableAtOnce?: EnforceableAtOnce;
  /**
   * The beslut takes the place of the latest one: a rättelse (FL 36 §), which moves no appeal time, or an ändring (FL 37 to 39 §§).
   */
  changes?: 'rattelse' | 'andring';
}
/**
 * May be carried out before the appeal time has run out.
 */
export interface EnforceableAtOnce {
  /**
   * By another statute (KL 13:14 among them), or one of the grounds of FL 35 § second and third paragraph.
   */
  ground: 'statute' | 'employment' | 'temporary' | 'wide-circle' | 'public-interest' | 'individual-interest';
  statute?: Statute;
}
/**
 * States by key; keys are unique in the whole flow.
 */
export interface States {
  [k: string]: FlowState;
}
/**
 * Atomic, compound (`states`), parallel (`type`, `states`) or final.
 */
export interface FlowState {
  type?: 'final' | 'parallel';
  meta?: StateMeta;
  /**
   * A name: state, field, event, form, option value, text key segment.
   */
  initial?: string;
  entry?: Actions;
  exit?: Actions;
  invoke?: Invoke;
  always?: Branches;
  /**
   * What happens when time has run out: `PnD`, `PTnH`, or a name in `delays`. Without a target it is a reminder.
   */
  after?: {
    [k: string]: Branches;
  };
  on?: On;
  states?: States;
  /**
   * When a group is finished.
   */
  onDone?: Branches;
}
/**
 * What a state means to people.
 */
export interface StateMeta {
  phase?: Phase;
  waitsFor?: WaitsFor;
  /**
   * Whose queue it lands in.
   */
  role?: Role;
  /**
   * The form that is worked on here.
   */
  form?: string;
  /**
   * The delay that is shown, sorted by and measured; `after` is what happens.
   */
  deadline?: string;
  /**
   * The citizen must do something.
   */
  actionRequired?: boolean;
  /**
   * For the citizen the case is finished.
   */
  done?: boolean;
  /**
   * On a final state: how the case came out, where no beslut said so.
   */
  outcome?: Outcome;
  /**
   * Answers, mostly of staff's forms, that the citizen reads with the status here: on Mina sidor, and by the status link, which asks nobody to log in.
   *
   * @maxItems 20
   *
   * Items: A JSON Pointer (RFC 6901) into the case's one document: `/application/…`, `/<form>/…`, `/case/…`, `/fields/…`, `/results/<automation>/…`.
   */
  tells?: string[];
  /**
   * The case stays here until its beslut may be carried out (FL 35 §, KL 13:14): the way from a beslut to the phase `verkstalla` goes through such a state, or the beslut is `enforceableAtOnce`.
   */
  untilEnforceable?: boolean;
}
/**
 * Looks up a decision table, inside the step.
 */
export interface DecisionAutomation {
  /**
   * The result lands in `/results/<id>`.
   */
  id: string;
  src: 'decision';
  input: {
    /**
     * A name: state, field, event, form, option value, text key segment.
     */
    table: string;
  };
  /**
   * Where the case goes with the result.
   */
  onDone: Branches;
  /**
   * Where it goes without; `/results/<id>` holds `{ "error": code }`.
   */
  onError: Branches;
}
/**
 * Fetches a person from the population register.
 */
export interface PopulationRegisterAutomation {
  /**
   * The result lands in `/results/<id>`.
   */
  id: string;
  src: 'population-register';
  input: {
    /**
     * Personal identity number; the applicant's when left out.
     */
    person?: Value;
  };
  /**
   * Where the case goes with the result.
   */
  onDone: Branches;
  /**
   * Where it goes without; `/results/<id>` holds `{ "error": code }`.
   */
  onError: Branches;
}
/**
 * Calls a connector of the owner.
 */
export interface HttpAutomation {
  /**
   * The result lands in `/results/<id>`.
   */
  id: string;
  src: 'http';
  input: {
    /**
     * A name: state, field, event, form, option value, text key segment.
     */
    connector: string;
    /**
     * A name: state, field, event, form, option value, text key segment.
     */
    operation?: string;
    /**
     * What is sent.
     */
    body?: {
      [k: string]: Value;
    };
  };
  /**
   * Where the case goes with the result.
   */
  onDone: Branches;
  /**
   * Where it goes without; `/results/<id>` holds `{ "error": code }`.
   */
  onError: Branches;
}
/**
 * Waits for a signature.
 */
export interface SignAutomation {
  /**
   * The result lands in `/results/<id>`.
   */
  id: string;
  src: 'sign';
  input: {
    by: Role;
    /**
     * A name: state, field, event, form, option value, text key segment.
     */
    document?: string;
  };
  /**
   * Where the case goes with the result.
   */
  onDone: Branches;
  /**
   * Where it goes without; `/results/<id>` holds `{ "error": code }`.
   */
  onError: Branches;
}
/**
 * Pays out or takes payment.
 */
export interface PaymentAutomation {
  /**
   * The result lands in `/results/<id>`.
   */
  id: string;
  src: 'payment';
  input: {
    /**
     * In öre.
     */
    amount: Value;
    /**
     * `in`: somebody pays us, on the status page or Mina sidor. `out`, also when left out: we pay.
     */
    direction?: 'in' | 'out';
    /**
     * Texts `message.<key>.subject` and `message.<key>.body`.
     */
    text?: string;
  };
  /**
   * Where the case goes with the result.
   */
  onDone: Branches;
  /**
   * Where it goes without; `/results/<id>` holds `{ "error": code }`.
   */
  onError: Branches;
}
/**
 * Hands the case to another organ or system and waits for its answer.
 */
export interface HandOverAutomation {
  /**
   * The result lands in `/results/<id>`.
   */
  id: string;
  src: 'hand-over';
  input: {
    /**
     * A name: state, field, event, form, option value, text key segment.
     */
    to: string;
    /**
     * A name: state, field, event, form, option value, text key segment.
     */
    caseType?: string;
    /**
     * What is handed over.
     */
    data?: {
      [k: string]: Value;
    };
  };
  /**
   * Where the case goes with the result.
   */
  onDone: Branches;
  /**
   * Where it goes without; `/results/<id>` holds `{ "error": code }`.
   */
  onError: Branches;
}
/**
 * Waits for a second person's yes.
 */
export interface ApprovalAutomation {
  /**
   * The result lands in `/results/<id>`.
   */
  id: string;
  src: 'approval';
  input: {
    role: Role;
    /**
     * A name: state, field, event, form, option value, text key segment.
     */
    document?: string;
  };
  /**
   * Where the case goes with the result.
   */
  onDone: Branches;
  /**
   * Where it goes without; `/results/<id>` holds `{ "error": code }`.
   */
  onError: Branches;
}
/**
 * A decision table. With `first` the first rule that holds decides, with `unique` exactly one may hold.
 */
export interface DecisionTable {
  hitPolicy: 'first' | 'unique';
  /**
   * @minItems 1
   * @maxItems 20
   */
  inputs: DecisionInput[];
  /**
   * @minItems 1
   * @maxItems 20
   */
  outputs: DecisionOutput[];
  /**
   * @minItems 1
   * @maxItems 1000
   */
  rules: DecisionRule[];
}
/**
 * What a column looks at.
 */
export interface DecisionInput {
  /**
   * A JSON Pointer (RFC 6901) into the case's one document: `/application/…`, `/<form>/…`, `/case/…`, `/fields/…`, `/results/<automation>/…`.
   */
  field: string;
}
/**
 * A value that the table gives.
 */
export interface DecisionOutput {
  /**
   * A name: state, field, event, form, option value, text key segment.
   */
  key: string;
  type: 'string' | 'integer' | 'number' | 'boolean' | 'date';
}
/**
 * A row: one cell for each input, one value for each output.
 */
export interface DecisionRule {
  when: (null | DecisionCell)[];
  then: Value[];
}
export interface CellComparison {
  op: 'eq' | 'ne' | 'lt' | 'le' | 'gt' | 'ge' | 'contains' | 'before' | 'after';
  value: Value;
}
export interface CellMembership {
  op: 'in';
  /**
   * @minItems 1
   * @maxItems 500
   */
  value: Value[];
}
export interface CellBetween {
  op: 'between';
  /**
   * @minItems 2
   * @maxItems 2
   */
  value: Value[];
}
export interface CellPresence {
  op: 'empty' | 'answered';
}
export interface CellDistance {
  op: 'withinDays' | 'olderThanDays';
  value: number;
}
/**
 * Every text that a person reads, by key. Of a state: `title` for staff, `status` and `explanation` (what happens next) for the citizen, `guidance` for who works on it. Of a case field: what conditions call it, `label`, and each of its options.
 */
export interface Texts {
  [k: string]: string;
}
/**
 * An example with what is expected of it, run by the real engine with faked automations.
 */
export interface Scenario {
  title: string;
  /**
   * When the case is opened.
   */
  now: string;
  channel: Channel;
  /**
   * The answers of the application.
   */
  application: {
    [k: string]: unknown;
  };
  /**
   * What each automation answers, by its id.
   */
  results?: {
    [k: string]: ScenarioResult;
  };
  /**
   * In order; one without event, wait or facts looks at the case as it stands.
   *
   * @minItems 1
   * @maxItems 200
   */
  steps: ScenarioStep[];
}
/**
 * Either of them.
 */
export interface ScenarioResult {
  output?: unknown;
  /**
   * A name: state, field, event, form, option value, text key segment.
   */
  error?: string;
}
/**
 * An event, a wait or new facts, and what is expected after it.
 */
export interface ScenarioStep {
  /**
   * A name: state, field, event, form, option value, text key segment.
   */
  event?: string;
  as?: Role;
  /**
   * The answers of the event's form.
   */
  data?: {
    [k: string]: unknown;
  };
  /**
   * `PnD`, `PnW`, `PnM`, `PnY` or `PTnH`.
   */
  wait?: string;
  /**
   * What becomes known of the case outside the flow, as `receivedOn` when the parts have got the beslut.
   */
  facts?: CaseFacts;
  expect?: ScenarioExpectation;
}
/**
 * What `/case` holds: facts of the case that conditions and values may read.
 */
export interface CaseFacts {
  /**
   * Diarienummer or ärendenummer.
   */
  number?: string;
  channel?: Channel;
  /**
   * ISO 8601.
   */
  openedAt?: string;
  /**
   * The day it was opened, in Stockholm.
   */
  openedOn?: string;
  /**
   * The day the application arrived (FL 22 §).
   */
  arrivedOn?: string;
  /**
   * The day of the event, in Stockholm.
   */
  today?: string;
  language?: string;
  organ?: string;
  unit?: string;
  applicant?: ApplicantFacts;
  /**
   * The day of the latest beslut.
   */
  decidedOn?: string;
  /**
   * Of the latest beslut.
   */
  outcome?: Outcome;
  /**
   * The day the last of the parts fick del av the latest beslut; nothing while any of them has not.
   */
  receivedOn?: string;
  /**
   * Where the case type has `all-parties` sign: whether every co-signer has, some are waited for, or one has refused. With nobody left to ask it is `all`.
   */
  signatures?: 'waiting' | 'all' | 'refused';
}
/**
 * Left out where nobody is known.
 */
export interface ApplicantFacts {
  kind?: 'person' | 'organisation';
  /**
   * By e-identification.
   */
  identified?: boolean;
  name?: string;
  email?: string;
}
/**
 * Only what is named is looked at.
 */
export interface ScenarioExpectation {
  /**
   * The active leaves, in any order.
   *
   * Items: A name: state, field, event, form, option value, text key segment.
   */
  states?: string[];
  status?: 'active' | 'done';
  /**
   * The error code; left out, the step must succeed.
   */
  refused?: string;
  /**
   * The types of the actions of this step, in order; that an automation was started is none.
   */
  effects?: string[];
  /**
   * What the case holds; null for nothing.
   */
  data?: {
    [k: string]: unknown;
  };
  /**
   * The events each role may send, in any order.
   */
  allowed?: {
    /**
     * Items: A name: state, field, event, form, option value, text key segment.
     */
    [k: string]: string[];
  };
  /**
   * The last day of the state's deadline.
   */
  deadline?: string;
}
/**
 * Where the canvas shows things, what translations were made from, and what was copied from the library of parts; not part of behaviour.
 */
export interface Layout {
  /**
   * By state key; what is drawn because of a state (where a group begins, where ways part, a clock) by the JSON Pointer in `flow.json` of what it stands for.
   */
  nodes?: {
    [k: string]: LayoutNode;
  };
  /**
   * The corners of each line from end to end, by JSON Pointer of the branch in `flow.json`, or of the list of branches that it leads to.
   */
  edges?: {
    /**
     * @maxItems 50
     */
    [k: string]: number[][];
  };
  /**
   * By language and text key: the Swedish text that a translation was made from, where it has become another since.
   */
  translatedFrom?: {
    [k: string]: Texts;
  };
  /**
   * By form and element, as `application/sokande`: the part of the library that it was copied from.
   */
  origins?: {
    [k: string]: Origin;
  };
}
export interface LayoutNode {
  x: number;
  y: number;
  w?: number;
  h?: number;
}
export interface Origin {
  /**
   * A shipped part by its key; one of an organ's own after the key of the organ: `kultur-fritidsnamnden/lokal`.
   */
  part: string;
  version: number;
  /**
   * The id here of each element, by its id in the library.
   */
  ids: {
    /**
     * A name: state, field, event, form, option value, text key segment.
     */
    [k: string]: string;
  };
}
