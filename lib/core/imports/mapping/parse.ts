import type { z } from 'zod';
import { directions, outcomes } from '#calls';
import { isCurrency } from '#money';
import { isZone } from '#time';
import { fold } from '../vendor-words.ts';
import { type Mapping, mapping } from './schema.ts';
import { startFault } from './start.ts';
import { yesNo } from './words.ts';

/** One fault of a mapping, with the path to it: columns, started_at, format, set apart by points. */
export type MappingIssue = { path: string; message: string };

type Issue = z.core.$ZodIssue;

/** Of the forms that a value may have, the one with the fewest faults was meant. */
function closest(forms: readonly Issue[][]): readonly Issue[] {
  const far = (issues: readonly Issue[]) =>
    issues.reduce((sum, { code, path }) => sum + (code === 'unrecognized_keys' || path.length === 0 ? 2 : 1), 0);
  return forms.toSorted((a, b) => far(a) - far(b))[0] ?? [];
}

function flatten(issues: readonly Issue[], base: readonly PropertyKey[] = []): MappingIssue[] {
  return issues.flatMap((issue): MappingIssue[] => {
    const path = [...base, ...issue.path];
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({ path: [...path, key].join('.'), message: 'unknown key' }));
    if (issue.code === 'invalid_union' && issue.errors.length > 0) return flatten(closest(issue.errors), path);
    return [{ path: path.join('.'), message: issue.message }];
  });
}

const meanings = {
  direction: {
    list: directions.join(', '),
    has: (word: string) => (directions as readonly string[]).includes(fold(word)),
  },
  answered: { list: 'yes, no', has: (word: string) => Object.hasOwn(yesNo, fold(word)) },
  outcome: { list: outcomes.join(', '), has: (word: string) => (outcomes as readonly string[]).includes(fold(word)) },
  currency: { list: 'the currency codes of ISO 4217', has: isCurrency },
};

/** Words that are explained by what they cannot mean. */
function wordFaults({ columns }: Mapping): MappingIssue[] {
  return (['direction', 'answered', 'outcome', 'currency'] as const).flatMap((name) => {
    const written = columns[name];
    const { list, has } = meanings[name];
    const given = !written
      ? []
      : 'constant' in written
        ? [['constant', written.constant] as const]
        : Object.entries(written.words ?? {}).map(([word, meaning]) => [`words.${word}`, meaning] as const);
    return given.flatMap(([at, meaning]) =>
      has(meaning) ? [] : [{ path: `columns.${name}.${at}`, message: `"${meaning}" is none of ${list}` }],
    );
  });
}

const slots = /^(?:[^{}]|\{[^{}]+\})*$/;

function templateFaults({ columns }: Mapping): MappingIssue[] {
  return Object.entries(columns).flatMap(([name, written]) => {
    if (!written || !('template' in written)) return [];
    const path = `columns.${name}.template`;
    if (!slots.test(written.template)) return [{ path, message: 'a column stands between { and }: {call id}' }];
    return written.template.includes('{') ? [] : [{ path, message: 'names no column: {call id}' }];
  });
}

/** Words that both mean an outcome and are left out, and times that talk includes and that stand in a column too. */
function contradictions({ columns, outcomes: words = {}, leaveOut = {}, talkIncludes = [] }: Mapping): MappingIssue[] {
  const left = new Set(Object.keys(leaveOut).map(fold));
  const both = Object.keys(words).filter((word) => left.has(fold(word)));
  return [
    ...both.map((word) => ({ path: `leaveOut.${word}`, message: 'has an outcome too: a call is one or the other' })),
    ...talkIncludes
      .filter((part) => part !== 'wait' && columns[`${part}_s`] !== undefined)
      .map((part) => ({ path: `columns.${part}_s`, message: 'talk includes it: it would be counted twice' })),
  ];
}

/** What is wrong with a mapping of the right shape. */
function faultsOf(read: Mapping): MappingIssue[] {
  const { timezone, columns } = read;
  const start = startFault(columns.started_at);
  return [
    ...(timezone === undefined || isZone(timezone)
      ? []
      : [{ path: 'timezone', message: `"${timezone}" is not an IANA time zone` }]),
    // In one piece it would be taken for the key of a message.
    ...(start === null ? [] : [{ path: ['columns', 'started_at', 'format'].join('.'), message: start }]),
    ...templateFaults(read),
    ...wordFaults(read),
    ...contradictions(read),
  ];
}

/** Reads a mapping from parsed YAML or JSON; every fault is reported, not only the first. */
export function parseMapping(input: unknown): { ok: true; mapping: Mapping } | { ok: false; issues: MappingIssue[] } {
  const result = mapping.safeParse(input);
  if (!result.success) return { ok: false, issues: flatten(result.error.issues) };
  const issues = faultsOf(result.data);
  return issues.length === 0 ? { ok: true, mapping: result.data } : { ok: false, issues };
}
