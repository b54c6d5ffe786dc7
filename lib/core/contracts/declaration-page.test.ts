import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { chargeKinds } from './charges.ts';
import { parseDeclaration } from './declaration.ts';

it('reads the file of docs/declaration.md, which holds every kind of charge', () => {
  const page = readFileSync(new URL('../../../docs/declaration.md', import.meta.url), 'utf8');
  const [, file = ''] = /```yaml\n([\s\S]*?)```/.exec(page) ?? [];
  const result = parseDeclaration(parse(file));
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  const [contract] = result.declaration.contracts;
  expect(contract?.charges.map(({ kind }) => kind)).toEqual(chargeKinds);
  expect(Object.keys(contract?.rating ?? {})).toHaveLength(7);
});
