import type { Call } from '#calls';
import type { CallBatch, Place, Reject } from '../call-batch.ts';
import type { ImportOptions } from '../import-options.ts';
import { readCallLog } from '../read-call-log.ts';
import { fileOfBytes, type SourceFile } from '../source-file.ts';
import { type Gather, gatherInMemory } from './gather.ts';

/** What a delivery of a platform's logs came to, added up. */
export type ReadSample = {
  calls: (Place & { call: Call })[];
  rejects: Reject[];
  rows: number;
  rejected: number;
  notCalls: number;
  repeatedHour: number;
  unknownDispositions: Record<string, number>;
  /** Of each document, by the order of the delivery. */
  formats: CallBatch['file']['format'][];
};

/** One vendor without words of its own, programs named after nothing, Berlin's clock. */
const platformOptions: ImportOptions = {
  format: null,
  mapping: null,
  vendor: 'norte',
  program: null,
  timezone: 'Europe/Berlin',
  vendors: new Map([['norte', { outcomeMap: new Map(), leaveOut: new Map(), programs: new Map() }]]),
  programs: new Map([['default', { direction: 'inbound', currency: 'EUR', transferTime: 'every_leg' }]]),
  hashCustomer: (reference) => `#${reference.length}`,
  gather: gatherAsJson,
};

/** Pieces as they come back from a disk: what JSON cannot say is lost or refused there. */
function gatherAsJson(): Gather {
  const gather = gatherInMemory();
  return { ...gather, add: (key, placed) => gather.add(key, JSON.parse(JSON.stringify(placed))) };
}

const fileOf = (content: string | Uint8Array | SourceFile, index: number): SourceFile =>
  typeof content === 'string'
    ? fileOfBytes(`file-${index + 1}`, new TextEncoder().encode(content))
    : content instanceof Uint8Array
      ? fileOfBytes(`file-${index + 1}`, content)
      : content;

/** Reads a platform's log (or several in one delivery) from its bytes, through all that an import does with them. */
export async function readSample(
  contents: string | Uint8Array | readonly (string | Uint8Array | SourceFile)[],
  options: Partial<ImportOptions> = {},
): Promise<ReadSample> {
  const list = typeof contents === 'string' || contents instanceof Uint8Array ? [contents] : contents;
  const all: ReadSample = {
    calls: [],
    rejects: [],
    rows: 0,
    rejected: 0,
    notCalls: 0,
    repeatedHour: 0,
    unknownDispositions: {},
    formats: [],
  };
  for await (const batch of readCallLog(list.map(fileOf), { ...platformOptions, ...options })) {
    all.calls.push(...batch.calls);
    all.rejects.push(...batch.rejects);
    all.rows += batch.rows;
    all.rejected += batch.rejected;
    all.notCalls += batch.notCalls;
    all.repeatedHour += batch.repeatedHour;
    for (const [word, calls] of batch.unknownDispositions)
      all.unknownDispositions[word] = (all.unknownDispositions[word] ?? 0) + calls;
    all.formats[batch.file.file - 1] = batch.file.format;
  }
  return all;
}
