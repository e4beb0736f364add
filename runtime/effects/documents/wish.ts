import type { JsonObject } from '../../definition/json.ts';
import type { Role } from '../../definition/types.ts';

type PartyRole = Extract<Role, 'applicant' | 'party' | 'ombud'>;

/** What a flow asks for with `create-document`. */
export interface DocumentWish {
  /** Its title is the text `document.<document>.title`. */
  readonly document: string;
  readonly handlingstyp: string;
  readonly to: readonly PartyRole[];
  readonly appealInstruction: boolean;
  /** A file of the case type's `templates/`; null for the platform's own layout. */
  readonly template: string | null;
}

const ROLES: readonly PartyRole[] = ['applicant', 'party', 'ombud'];

/** The parameters of the action, as they come with a job. Only those who have to do with the case get a document. */
export const documentWish = ({
  document,
  handlingstyp,
  to,
  appealInstruction,
  template
}: JsonObject): DocumentWish => ({
  document: String(document),
  handlingstyp: String(handlingstyp),
  to: ROLES.filter((role) => Array.isArray(to) && to.includes(role)),
  appealInstruction: appealInstruction === true,
  template: typeof template === 'string' ? template : null
});
