import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isObject } from '../is-object.ts';
import { gatherInMemory } from '../platform/gather.ts';
import type { Joined, PlatformFormat } from '../platform/platform-format.ts';
import { platforms } from '../registry.ts';

const samples = new URL('../../../../samples/call-logs/platforms/', import.meta.url);
const formats = Object.entries(platforms) as [string, PlatformFormat][];
const context = { timezone: 'Europe/Berlin' };

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The records of a sample, told apart roughly: lines, lists within an object, rows of cells. */
function recordsOf(text: string): unknown[] {
  if (!/^\s*[[{]/.test(text)) {
    const [header = [], ...rows] = text.split(/\r?\n/).map((line) => line.split(/[,\t|]/));
    return [header, ...rows, ...rows.map((cells) => Object.fromEntries(header.map((name, at) => [name, cells[at]])))];
  }
  const whole = parsed(text);
  const list = isObject(whole) ? Object.values(whole).find(Array.isArray) : whole;
  if (Array.isArray(list)) return list;
  return (whole === null ? text.split('\n').map(parsed) : [whole]).filter(isObject);
}

const goodRecords = (platform: string) =>
  readdirSync(new URL(`${platform}/ok/`, samples)).flatMap((file) =>
    recordsOf(readFileSync(new URL(`${platform}/ok/${file}`, samples), 'utf8')),
  );

const junk = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom('', '0', '-1', '1e9', '99999999', 'null', '00:00:01', '2026-03-29 02:30:00', '[None]', '\0', '|'),
);

/** A record in which one value, somewhere, is another. */
function mutated(record: unknown, [at, value]: readonly [number, unknown]): unknown {
  const keys = Array.isArray(record)
    ? record.map((_, index) => String(index))
    : isObject(record)
      ? Object.keys(record)
      : [];
  const key = keys[at % Math.max(1, keys.length)];
  if (key === undefined) return value;
  const old = (record as Record<string, unknown>)[key];
  const fresh = (isObject(old) || Array.isArray(old)) && at % 3 > 0 ? mutated(old, [Math.floor(at / 3), value]) : value;
  return Array.isArray(record)
    ? record.map((own, index) => (String(index) === key ? fresh : own))
    : { ...(record as object), [key]: fresh };
}

async function joinedFrom(format: PlatformFormat, records: readonly unknown[]): Promise<Joined[]> {
  const gather = gatherInMemory();
  for (const [index, record] of records.entries()) {
    const result = format.read(record, context);
    if (result !== null && 'faults' in result) expect(result.faults.length).toBeGreaterThan(0);
    if (result === null || !('key' in result)) continue;
    expect(result.key).toBeTypeOf('string');
    const piece: unknown = JSON.parse(JSON.stringify(result.piece));
    await gather.add(result.key, { file: 1, row: index + 1, piece });
  }
  const all: Joined[] = [];
  for await (const pieces of gather.groups()) all.push(format.join(pieces, context));
  return all;
}

const wholeMs = (ms: number | null) => ms === null || (Number.isSafeInteger(ms) && ms >= 0);

function expectSound(joined: readonly Joined[]): void {
  for (const { calls } of joined)
    for (const { call } of calls) {
      expect(call.callId).not.toBe('');
      expect([call.startedAt, call.waitMs].every(wholeMs)).toBe(true);
      expect(call.legs.length).toBeGreaterThan(0);
      for (const { talkMs, holdMs, wrapMs } of call.legs) expect([talkMs, holdMs, wrapMs].every(wholeMs)).toBe(true);
    }
}

describe.each(formats)('%s', (name, format) => {
  it('makes calls or faults of whatever a record holds', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(junk, { maxLength: 5 }), async (records) => {
        expectSound(await joinedFrom(format, records));
      }),
      { numRuns: 50 },
    );
  });

  it('makes sound calls or faults of records with anything in them', async () => {
    const good = goodRecords(name);
    const change = fc.tuple(fc.nat(), junk);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.constantFrom(...good), change), { maxLength: 6 }), async (changes) => {
        expectSound(
          await joinedFrom(
            format,
            changes.map(([record, how]) => mutated(record, how)),
          ),
        );
      }),
      { numRuns: 150 },
    );
  });
});
