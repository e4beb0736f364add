import { describe, expect, it } from 'vitest';
import { bindingText, signedTexts } from './binding.ts';

const base64 = (text: string) => Buffer.from(text, 'utf8').toString('base64');
const act = { caseId: '0198', version: 'ab12', sha256: 'cd34' };
const element = (text: string) => `<usrNonVisibleData>${base64(text)}</usrNonVisibleData>`;
const signature = (inner: string) =>
  base64(`<Signature><Object><bankIdSignedData Id="bidSignedData">${inner}</bankIdSignedData></Object></Signature>`);

describe('what is signed without being shown', () => {
  it('names case, version and hash', () => {
    expect(bindingText(act)).toBe('smedja:v1;case=0198;version=ab12;sha256=cd34');
  });

  it('writes a hash from the database as plain hex', () => {
    expect(bindingText({ ...act, sha256: '\\xcd34' })).toBe(bindingText(act));
  });

  it('is found in the signature', () => {
    const shown = `<usrVisibleData charset="UTF-8" visible="wysiwys">${base64('Bygglov på Åsen')}</usrVisibleData>`;
    expect(signedTexts(signature(shown + element(bindingText(act))))).toEqual({
      visible: 'Bygglov på Åsen',
      nonVisible: bindingText(act)
    });
  });

  it('counts for nothing when it stands there twice', () => {
    expect(signedTexts(signature(element('one') + element('other'))).nonVisible).toBeUndefined();
    expect(
      signedTexts(signature(element('one') + element('other').replaceAll('usr', 'x:usr'))).nonVisible
    ).toBeUndefined();
  });

  it('is missing from a signature without it', () => {
    expect(signedTexts(signature('')).nonVisible).toBeUndefined();
  });
});
