import type { CaseDetails } from '#runtime';
import { formatDateTime } from '#lib/text/format.ts';
import type { Language } from '#lib/text/language.ts';
import { clock } from '../services.ts';
import { casePage } from './case-page.ts';

/** What has happened in a case after a step that somebody at the desk saw, newest first: what, when and by whom. */
export const newsSince = (seen: number, found: CaseDetails, language: Language): string[] =>
  casePage(found, { language, now: clock.now() })
    .timeline.filter(({ key }) => key > seen)
    .map(({ title, at, by }) => `${title} – ${by}, ${formatDateTime(at, language)}`);
