import { objectOf } from '#designer/document/elements.ts';
import type { CaseTypeDocument } from '#designer/document/model.ts';
import { templateOf } from '#designer/start/template.ts';
import { workedDocument } from '#designer/testing/documents.ts';

/** “Ansökan om föreningsbidrag” with its form, and the flow that every application begins with: somebody looks into it, and somebody decides. */
export async function foreningDocument(slug: string): Promise<CaseTypeDocument> {
  const title = 'Ansökan om föreningsbidrag';
  const owner = { organ: 'samhallsbyggnadsnamnden', kind: 'namnd', unit: 'bygglov' } as const;
  const begun = templateOf({ slug, title, category: 'ansokan', owner });
  const example = await workedDocument();
  const form = Object.entries(objectOf(objectOf(example.texts).sv)).filter(([key]) =>
    key.startsWith('form.application.')
  );
  return {
    ...begun,
    settings: {
      ...objectOf(begun.settings),
      delegation: ['SBN-1.1'],
      personalData: objectOf(example.settings).personalData ?? []
    },
    forms: { ...objectOf(begun.forms), application: objectOf(example.forms).application ?? {} },
    texts: { sv: { ...objectOf(objectOf(begun.texts).sv), ...Object.fromEntries(form) } }
  };
}
