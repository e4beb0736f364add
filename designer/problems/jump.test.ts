import { describe, expect, it } from 'vitest';
import { shippedDocuments } from '../testing/documents.ts';
import { elementsOf } from '../document/elements.ts';
import { selectionAt } from './jump.ts';

const shipped = await shippedDocuments();

describe('a problem in a form', () => {
  it('is shown at the question that it is about, wherever in its settings or schema it is', () => {
    for (const document of Object.values(shipped)) {
      const elements = elementsOf(document);
      for (const { path, form, schemaPlace } of elements) {
        expect(selectionAt(document, `${path}/options/kind`)).toBe(path);
        if (!schemaPlace) continue;
        const chosen = selectionAt(document, `/${['forms', form, 'schema', ...schemaPlace].join('/')}/title`);
        expect(elements.find((one) => one.path === chosen)).toMatchObject({ form, schemaPlace });
      }
    }
  });
});

describe('a problem elsewhere', () => {
  it('is shown where it is', () => {
    const [document] = Object.values(shipped);
    expect(document && selectionAt(document, '/settings/appeal/kind')).toBe('/settings/appeal/kind');
  });
});
