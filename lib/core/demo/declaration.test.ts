import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type Declaration, parseDeclaration } from '#contracts';
import { stories } from './stories.ts';
import type { Ending, Story } from './story.ts';

function declared(sample: string): Declaration {
  const path = new URL(`../../../samples/${sample}/declaration.yaml`, import.meta.url);
  const result = parseDeclaration(parse(readFileSync(path, 'utf8')));
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.declaration;
}

function endings(story: Story): Ending[] {
  const lists = [story.unanswered.endings, story.brief?.endings ?? [], ...story.callTypes.map(([type]) => type.unsold)];
  return [...lists.flat().map(([ending]) => ending), { word: story.sold, outcome: 'sale' }];
}

const declaration = declared('demo');

describe('the declaration of the demonstration', () => {
  it('declares the vendors of the stories, in at least four currencies and five time zones', () => {
    expect(declaration.vendors.map((vendor) => vendor.code)).toEqual(stories.map((story) => story.vendor));
    expect(new Set(declaration.contracts.map((contract) => contract.currency)).size).toBeGreaterThanOrEqual(4);
    expect(new Set(declaration.vendors.map((vendor) => vendor.timezone)).size).toBeGreaterThanOrEqual(5);
  });

  it.each(stories.map((story) => [story.vendor, story] as const))('agrees with the story of %s', (code, story) => {
    const vendor = declaration.vendors.find((one) => one.code === code);
    const program = declaration.programs.find((one) => one.code === story.program);
    const contract = declaration.contracts.find((one) => one.vendor === code);
    expect(vendor?.timezone).toBe(story.vendorZone);
    expect(program).toMatchObject({
      timezone: story.callersZone,
      currency: story.currency,
      direction: story.direction,
    });
    expect(contract && contract.from <= story.from && contract.to === null).toBe(true);
  });

  it.each(stories.filter((story) => !story.writesOutcome))('reads every word of $vendor as it is meant', (story) => {
    const map = declaration.outcomes.find((one) => one.vendor === story.vendor)?.map;
    expect(map).toEqual(Object.fromEntries(endings(story).map(({ word, outcome }) => [word, outcome])));
  });
});

describe('the declaration beside the real calls', () => {
  it('declares the vendor and program that their log names', () => {
    const { vendors, programs } = declared('uci-bank-marketing');
    expect([vendors[0]?.code, programs[0]?.code, programs[0]?.direction]).toEqual(['uci', 'term-deposit', 'outbound']);
  });
});
