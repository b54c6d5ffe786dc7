import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { parseDeclaration } from '#contracts';
import type { CallBatch } from './call-batch.ts';
import type { ImportOptions } from './import-options.ts';
import { readCallLog } from './read-call-log.ts';
import { fileOfBytes, fileOfStream, type SourceFile } from './source-file.ts';

export const samples = new URL('../../../samples/call-logs/', import.meta.url);

const declared = parseDeclaration(parse(readFileSync(new URL('declaration.yaml', samples), 'utf8')));
if (!declared.ok) throw new Error(JSON.stringify(declared.issues));
const { vendors, programs, outcomes } = declared.declaration;

/** What the sample logs are read with, unless a test says otherwise: one vendor, its program, and Rome's clock. */
export const sampleOptions: ImportOptions = {
  format: null,
  mapping: null,
  vendor: 'norte',
  program: 'orders',
  timezone: 'Europe/Rome',
  vendors: new Map(
    vendors.map(({ code }) => {
      const words = outcomes.find(({ vendor }) => vendor === code);
      const [outcomeMap, leaveOut] = [words?.map ?? {}, words?.leaveOut ?? {}];
      const own = Object.entries(words?.programs ?? {});
      return [
        code,
        {
          outcomeMap: new Map(Object.entries(outcomeMap)),
          leaveOut: new Map(Object.entries(leaveOut)),
          programs: new Map(own),
        },
      ];
    }),
  ),
  programs: new Map(
    programs.map(({ code, direction, currency, transferTime }) => [code, { direction, currency, transferTime }]),
  ),
  hashCustomer: (reference) => `#${reference.length}`,
};

export async function* chunksOf(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}

/** The whole delivery at once, as tests want it: the batches' lists and counts added up. */
export async function readAll(
  input: Uint8Array | string | AsyncIterable<Uint8Array> | readonly SourceFile[],
  options: Partial<ImportOptions> & { fileName?: string } = {},
): Promise<CallBatch> {
  const { fileName = 'calls.csv', ...rest } = options;
  let all: CallBatch | null = null;
  for await (const batch of readCallLog(filesOf(input, fileName), { ...sampleOptions, ...rest })) {
    all ??= { ...batch, calls: [], rejects: [], rejectedRows: [], rows: 0, rejected: 0, notCalls: 0, repeatedHour: 0 };
    all.calls.push(...batch.calls);
    all.rejects.push(...batch.rejects);
    all.rejectedRows.push(...batch.rejectedRows);
    all.rows += batch.rows;
    all.rejected += batch.rejected;
    all.notCalls += batch.notCalls;
    all.repeatedHour += batch.repeatedHour;
    all.bytesRead = batch.bytesRead;
    all.file = batch.file;
  }
  if (all === null) throw new Error('a call log gave no batch');
  return all;
}

function filesOf(
  input: Uint8Array | string | AsyncIterable<Uint8Array> | readonly SourceFile[],
  name: string,
): readonly SourceFile[] {
  if (typeof input === 'string') return [fileOfBytes(name, new TextEncoder().encode(input))];
  if (input instanceof Uint8Array) return [fileOfBytes(name, input)];
  return Array.isArray(input) ? input : [fileOfStream(name, () => input as AsyncIterable<Uint8Array>)];
}
