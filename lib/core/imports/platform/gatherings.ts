import type { BytesRead } from '../bytes/blocks.ts';
import type { CallBatch, FileFacts } from '../call-batch.ts';
import type { Detected } from '../detect-format.ts';
import type { Document } from '../documents/document.ts';
import type { ImportOptions } from '../import-options.ts';
import type { Records } from '../records/open-records.ts';
import { platforms } from '../registry.ts';
import { gatherInMemory } from './gather.ts';
import { type Gathered, joinCalls } from './join-calls.ts';
import type { PlatformFormat } from './platform-format.ts';
import { readPieces, recordsOfRows, recordsOfValues } from './read-pieces.ts';
import { platformCallMapper } from './to-call.ts';

type OfPlatform = Extract<Detected, { platform: PlatformFormat }>;

/** The one that joins the pieces of formats that have calls in common: the first of them that is registered. */
function joinerOf({ format, platform }: OfPlatform): PlatformFormat {
  if (platform.joinsAs === undefined) return platform;
  const registered: Record<string, PlatformFormat> = platforms as never;
  const joiner = Object.values(registered).find(({ joinsAs }) => joinsAs === platform.joinsAs);
  if (!joiner) throw new Error(`${format} is not registered`);
  return joiner;
}

/** The pieces of a delivery's calls: gathered over all its documents, joined when they are all read. */
export function gatherings(options: ImportOptions, read: BytesRead) {
  const context = { timezone: options.timezone };
  const all = new Map<string, Gathered>();

  const openFor = (detected: OfPlatform, facts: FileFacts, { unusable }: Document): Gathered => {
    const key = detected.platform.joinsAs ?? detected.format;
    const known = all.get(key);
    const platform = joinerOf(detected);
    const gathered = known ?? {
      platform,
      gather: (options.gather ?? gatherInMemory)(),
      toCall: platformCallMapper(platform.words, options, unusable),
      facts,
      unusable,
    };
    all.set(key, gathered);
    return gathered;
  };

  return {
    async *read(document: Document, records: Records, detected: OfPlatform): AsyncGenerator<CallBatch> {
      const { platform, format, shape } = detected;
      const { file, name, passedOver } = document;
      const { metrics } = platform;
      const facts = { file, name, format, encoding: null, header: null, ignoredColumns: [], metrics, passedOver };
      const gathered = openFor(detected, facts, document);
      const blocks =
        records.kind === 'values'
          ? recordsOfValues(records.read('whole_numbers'))
          : recordsOfRows(records.read(platform.quotes !== false), {
              ...platform,
              shape: shape === 'table' ? 'table' : 'rows',
            });
      const { gather } = gathered;
      for await (const batch of readPieces(blocks, document, { platform, format, gather, context, read })) {
        gathered.facts = batch.file;
        yield batch;
      }
    },
    async *join(): AsyncGenerator<CallBatch> {
      for (const gathered of all.values()) yield* joinCalls(gathered, context, read);
    },
    async close(): Promise<void> {
      for (const { gather } of all.values()) await gather.close();
    },
  };
}
