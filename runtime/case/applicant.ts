import { isOwnChannel } from '../access/opening-role.ts';
import type { CaseTypeSettings, Control, UiElement } from '../definition/types.ts';
import type { Definition } from '../flow/model.ts';
import type { Answers } from '../form/model.ts';
import { envelope } from '../form/kinds/address.ts';
import { at, isObject, pointerOfScope } from '../form/pointer.ts';
import type { Actor } from './model.ts';

/** Whose case it is, as far as that is known. */
export interface Applicant {
  readonly kind?: 'person' | 'organisation';
  readonly personId?: string | null;
  /** By e-identification. */
  readonly identified?: boolean;
  readonly name?: string | null;
  readonly email?: string | null;
  readonly phone?: string | null;
  readonly address?: string | null;
  readonly personnummer?: string | null;
  readonly organisationsnummer?: string | null;
  /** The organisationsnummer is their own: shown by who signs for the organisation, or entered by staff. */
  readonly isProved?: boolean;
  /** Skyddade personuppgifter. */
  readonly protected?: boolean;
}

interface Given {
  readonly actor: Actor;
  readonly applicant?: Applicant;
  readonly answers: Answers;
}

/**
 * The applicant of an opening: whom the caller names or the citizen that is logged in, with what the form itself asks for (the
 * controls that are filled in beforehand with name, address, e-mail, telephone). Null when nobody is known: one may ask and report without
 * saying who one is. Pure.
 */
export function applicantOf({ caseType }: Definition, { actor, applicant, answers }: Given): Applicant | null {
  const own = applicant ?? citizen(actor);
  const asked = contactIn(caseType.forms.application.ui.elements, answers);
  if (!own && Object.keys(asked).length === 0) return null;
  // What is proved of somebody is not changed by what is typed.
  return { ...own, ...asked, ...(own?.name && { name: own.name }), ...(own?.isProved && provedOf(own)) };
}

/**
 * Who sends, as far as the case type lets it be known: where it asks nobody who they are, somebody who happens to be logged in is nobody
 * known, and stands nowhere in the case. Who registers at work is. Pure.
 */
export const senderOf = (
  { eService }: Pick<CaseTypeSettings, 'eService'>,
  { actor, channel }: { readonly actor: Actor; readonly channel: string }
): Actor =>
  eService.authentication === 'none' && actor.kind === 'person' && isOwnChannel(channel)
    ? { kind: 'anonymous' }
    : actor;

const provedOf = ({ organisationsnummer = null }: Applicant): Applicant => ({ organisationsnummer });

/** Staff who open a case do it for somebody else; a citizen does it for themselves, or for whom they act. */
function citizen(actor: Actor): Applicant | null {
  if (actor.kind !== 'person' || actor.memberships.length > 0) return null;
  const principal = actor.actsFor?.principal;
  if (principal?.kind === 'organisation') {
    const { organisationsnummer, name } = principal;
    return { kind: 'organisation', identified: true, isProved: true, organisationsnummer, name };
  }
  const { personId, name } = principal ?? actor;
  // Nobody acts for one with protected identity, so that only the person themselves can have it.
  return { kind: 'person', personId, identified: true, name, protected: !principal && (actor.protected ?? false) };
}

const FIELDS: ReadonlyMap<string | undefined, keyof Applicant> = new Map([
  ['name', 'name'],
  ['email', 'email'],
  ['phone', 'phone'],
  ['personal-number', 'personnummer'],
  ['organisation-number', 'organisationsnummer']
]);

function contactIn(elements: readonly UiElement[], answers: Answers): Applicant {
  return Object.assign(
    {},
    ...elements.map((element) => {
      if (element.type === 'Control') return contact(element, answers);
      return 'elements' in element ? contactIn(element.elements, answers) : {};
    })
  );
}

function contact({ scope, options }: Control, answers: Answers): Applicant {
  const prefill = 'prefill' in options ? options.prefill : undefined;
  const field = FIELDS.get(prefill);
  const answer = at(answers, pointerOfScope(scope));
  if (prefill === 'address' && isObject(answer)) return { address: envelope(answer) };
  return field && typeof answer === 'string' && answer !== '' ? { [field]: answer } : {};
}
