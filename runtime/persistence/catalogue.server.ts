import { LOCK_SLUG } from './case-types.server.ts';
import { inTransaction, read } from './transaction.server.ts';

/** A word of a service, and how much it says of it. */
export interface CatalogueWord {
  readonly word: string;
  readonly weight: number;
}

/** A text of a statement in letters without dots and rings: `förråd` is `forrad`. */
const folded = (text: string): string => `regexp_replace(normalize(${text}, nfd), '[\\u0300-\\u036f]', '', 'g')`;

/** What a word is in any of its forms, by the stemmer of a parameter; a word that it passes over is as it is. */
const stemOf = (word: string, stemmer: string): string =>
  folded(`coalesce((ts_lexize(${stemmer}::regdictionary, ${word}))[1], ${word})`);

/** The language of the texts, and the stemmer that PostgreSQL has for it. */
const STEMMERS: Readonly<Record<string, string>> = { sv: 'swedish_stem', en: 'english_stem' };
const stemmerOf = (language: string): string => STEMMERS[language] ?? 'simple';

const FORGET = { name: 'forget-words', text: 'delete from catalogue_word where slug = $1 and language = $2' };

const KEEP = {
  name: 'keep-words',
  text: `insert into catalogue_word (slug, language, word, folded, stem, weight)
select $1, $2, w.word, ${folded('w.word')}, ${stemOf('w.word', '$5')}, w.weight
from unnest($3::text[], $4::smallint[]) as w(word, weight)`
};

/** Replaces the words of a service in one language. Who publishes it at the same moment waits, as every node does that starts on an empty database. */
export const keepWords = (
  { slug, language }: { readonly slug: string; readonly language: string },
  words: readonly CatalogueWord[]
): Promise<void> =>
  inTransaction(async ({ run }) => {
    await run(LOCK_SLUG, [slug]);
    await run(FORGET, [slug, language]);
    const columns = [words.map(({ word }) => word), words.map(({ weight }) => weight)];
    await run(KEEP, [slug, language, ...columns, stemmerOf(language)]);
  });

const WITHOUT = {
  name: 'without-words',
  text: `select v.id from case_type c join case_type_version v on v.id = c.version_id
where not exists (select from catalogue_word w where w.slug = c.slug)`
};

/** The versions that can be applied for and have no words yet: they were published before there were any. */
export const versionsWithoutWords = async (): Promise<string[]> =>
  (await read<{ id: string }>(WITHOUT, [])).map(({ id }) => id);

/** How a word was found: as it is or in another form, as a part of a longer one, or as what was perhaps meant. */
export interface FoundWord {
  /** Which of the sought words, from 0. */
  readonly place: number;
  readonly slug: string;
  readonly word: string;
  readonly weight: number;
  readonly way: 'same' | 'part' | 'alike';
  /** From 0 to 1, of what is alike. */
  readonly likeness: number;
}

const FIND = {
  name: 'find-words',
  text: `
with sought as (
  select (place - 1)::int as place, ${folded('word')} as folded, ${stemOf('word', '$2')} as stem
  from unnest($1::text[]) with ordinality as s(word, place)
), direct as (
  select s.place, w.slug, w.word, w.weight, case when w.stem = s.stem then 'same' else 'part' end as way, 1::real as likeness
  from sought s join catalogue_word w on w.language = $3 and w.stem = any (
    select right(s.stem, length) from generate_series(least(4, length(s.stem)), length(s.stem)) as length)
  union
  select s.place, w.slug, w.word, w.weight, 'part', 1::real
  from sought s join catalogue_word w on w.language = $3 and length(s.stem) >= 3 and w.folded like '%' || s.stem || '%'
)
select * from direct
union all
select s.place, w.slug, w.word, w.weight, 'alike', similarity(w.folded, s.folded)
from sought s join catalogue_word w on w.language = $3 and length(s.folded) >= 4 and w.folded % s.folded
where not exists (select from direct d where d.place = s.place)`
};

/**
 * Where each of the sought words is found. Letters and digits only: what else is typed is no word.
 *
 * @returns any number of finds a word; `alike` only for a word that is found in no other way
 */
export const findWords = (words: readonly string[], language: string): Promise<FoundWord[]> =>
  read<FoundWord>(FIND, [words, stemmerOf(language), language]);
