import { municipality } from '#lib/server/municipality.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals }) => ({ language: locals.language, municipality });
