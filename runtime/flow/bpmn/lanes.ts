import type { Role } from '../../definition/types.ts';

/** Words of lanes and what role they mean. The first that fits is taken. */
const WORDS: readonly (readonly [RegExp, Role])[] = [
  [/ombud|fullmäktig|proxy|representative/i, 'ombud'],
  [
    /sökande|medborgare|kund|klient|anmälare|invånare|applicant|citizen|customer|client|requester|antragsteller|kunde/i,
    'applicant'
  ],
  [/registrator|registrar|kansli/i, 'registrar'],
  [/nämndsekreterare|sekreterare|secretary|nämnd|board|committee/i, 'secretary'],
  [/chef|manager|ledare|supervisor|leitung|head of|enhetschef/i, 'manager'],
  [/kontaktcenter|kundtjänst|reception|contact cent|service desk|callcenter/i, 'contact-centre'],
  [/arkiv|archiv/i, 'archivist'],
  [/administrat/i, 'administrator'],
  [/^system|automat|it-system|robot|application$/i, 'system'],
  [/handläggare|handlaggare|caseworker|case worker|officer|clerk|sachbearbeiter|inspektör/i, 'caseworker']
];

/** The role that a lane's name means; null when its name says none, as of most lanes in foreign drawings. */
export const roleOfLane = (name: string): Role | null => WORDS.find(([words]) => words.test(name))?.[1] ?? null;
