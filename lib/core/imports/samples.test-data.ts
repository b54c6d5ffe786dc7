import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { parseDeclaration } from '#contracts';
import type { CallBatch } from './call-batch.ts';
import type { ImportOptions } from './import-options.ts';
import { readCallLog } from './read-call-log.ts';

export const samples = new URL('../../../samples/call-logs/', import.meta.url);

const declared = parseDeclaration(parse(readFileSync(new URL('declaration.yaml', samples), 'utf8')));
if (!declared.ok) throw new Error(JSON.stringify(declared.issues));
const { vendors, programs, outcomes } = declared.declaration;

/** What the sample logs are read with, unless a test says otherwise: one vendor, its program, and Rome's clock. */
export const sampleOptions: ImportOptions = {
  fileName: 'calls.csv',
  format: null,
  vendor: 'norte',
  program: 'orders',
  timezone: 'Europe/Rome',
  vendors: new Map(
    vendors.map(({ code }) => {
      const words = outcomes.find(({ vendor }) => vendor === code);
      const [outcomeMap, leaveOut] = [words?.map ?? {}, words?.leaveOut ?? {}];
      return [code, { outcomeMap: new Map(Object.entries(outcomeMap)), leaveOut: new Map(Object.entries(leaveOut)) }];
    }),
  ),
  programs: new Map(programs.map(({ code, direction, currency }) => [code, { direction, currency }])),
  hashCustomer: (reference) => `#${reference.length}`,
};

export async function* chunksOf(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}

/** The whole file at once, as tests want it: the batches' lists and counts added up. */
export async function readAll(
  input: Uint8Array | string | AsyncIterable<Uint8Array>,
  options: Partial<ImportOptions> = {},
): Promise<CallBatch> {
  const bytes = typeof input === 'string' ? new TextEncoder().encode(input) : input;
  const source = bytes instanceof Uint8Array ? chunksOf(bytes, 65_536) : bytes;
  let all: CallBatch | null = null;
  for await (const batch of readCallLog(source, { ...sampleOptions, ...options })) {
    all ??= { ...batch, calls: [], rejects: [], rejectedRows: 0, repeatedHour: 0 };
    all.calls.push(...batch.calls);
    all.rejects.push(...batch.rejects);
    all.rejectedRows += batch.rejectedRows;
    all.repeatedHour += batch.repeatedHour;
    all.bytesRead = batch.bytesRead;
    all.file = batch.file;
  }
  if (all === null) throw new Error('a call log gave no batch');
  return all;
}
