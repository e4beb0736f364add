import { describe, expect, it } from 'vitest';
import { controlsOf } from '../../definition/walk-form.ts';
import { at } from '../../form/pointer.ts';
import { MUNICIPALITY, shippedCaseType } from '../../testing/example-dossier.ts';
import { scenarioDocuments } from '../../testing/scenario-documents.ts';
import { composeDocument } from './compose.ts';

const caseType = await shippedCaseType('orosanmalan');
const { settings } = caseType;

/** What the case type says may be secret to the family too (OSL 26:5). */
const SECRET = settings.confidentiality?.find(({ statute }) => statute.paragraph === '26 kap. 5 §')?.fields ?? [];

describe('somebody who reports that a child fares ill', () => {
  it('is held secret in every answer that tells who they are', () => {
    const own = controlsOf(caseType)
      .filter(({ form, element }) => form === 'application' && 'prefill' in element.options)
      .map(({ answer }) => answer);
    expect(own.length).toBeGreaterThan(2);
    expect(own.filter((answer) => !SECRET.includes(answer))).toEqual([]);
  });

  it('is named in no document that goes to the family', () => {
    const toFamily = scenarioDocuments(caseType).filter(({ wish }) => wish.to.includes('party'));
    expect(toFamily.length).toBeGreaterThan(10);
    for (const { scenario, wish, dossier } of toFamily) {
      const printed = JSON.stringify(composeDocument(dossier, wish, MUNICIPALITY));
      const said = SECRET.map((field) => at(dossier.data, field)).filter((text) => typeof text === 'string');
      expect(
        said.filter((text) => printed.includes(text)),
        `${wish.document} in ${scenario}`
      ).toEqual([]);
    }
  });

  it('and the family can read nothing of the case by themselves', () => {
    expect(settings.parties.flatMap(({ sees }) => sees)).toEqual([]);
    expect(settings.visibleTo).toEqual({ contactCentre: 'none', otherOrgans: 'none' });
  });

  it('stands in no diarium', () => {
    expect(settings.handlingstyper.map(({ registration }) => registration?.mode)).not.toContain('diarium');
    expect(new Set(settings.handlingstyper.map(({ registration }) => registration?.mode))).toEqual(
      new Set(['undantagen'])
    );
  });
});
