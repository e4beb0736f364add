import { describe, expect, it } from 'vitest';
import { shippedFiles } from '../testing/documents.ts';
import { documentOf, filesOf } from '#runtime/edit/files.ts';

describe('a shipped case type', async () => {
  for (const [slug, files] of Object.entries(await shippedFiles()))
    it(`is saved back as it was, byte for byte: ${slug}`, () => {
      expect(filesOf(documentOf(files))).toEqual(files);
    });
});
