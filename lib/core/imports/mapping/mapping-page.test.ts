import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { canonicalColumns } from '../formats/canonical/columns.ts';
import { parseMapping } from './parse.ts';
import { durationUnits } from './schema.ts';
import { namedFormats } from './start.ts';

const root = new URL('../../../../', import.meta.url);
const page = readFileSync(new URL('docs/mapping.md', root), 'utf8');

it('reads the file of docs/mapping.md, which has every column', () => {
  const [, file = ''] = /```yaml\n([\s\S]*?)```/.exec(page) ?? [];
  const parsed = parseMapping(parse(file));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  expect(Object.keys(parsed.mapping.columns).sort()).toEqual([...canonicalColumns].sort());
});

it('names every unit and every format that is no pattern', () => {
  for (const word of [...durationUnits, ...namedFormats]) expect(page).toContain(word);
});

describe('samples/mappings', () => {
  const folder = new URL('samples/mappings/', root);
  it.each(readdirSync(folder))('%s is a mapping', (name) => {
    expect(parseMapping(parse(readFileSync(new URL(name, folder), 'utf8')))).toMatchObject({ ok: true });
  });
});
