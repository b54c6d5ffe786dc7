import {
  type BatchDocument,
  gatheringFolder,
  gatherOnDisk,
  keepRejectedRows,
  keepRejects,
  listMappings,
  listPrograms,
  type Session,
  type Store,
  vendorWords,
} from '#db';
import type { Text } from '#format';
import {
  type CallBatch,
  type FileFacts,
  type ImportOptions,
  type MetricContract,
  type Reject,
  readCallLog,
} from '#imports';
import type { Delivery } from './delivery.ts';
import type { Notes } from './import-notes.ts';
import { fileWarnings } from './whole-file.ts';

/** So many rejects are given back at once; all are kept with the batch. */
export const SHOWN_REJECTS = 100;

/** What has been read of a delivery so far. */
export type Reading = {
  rows: number;
  calls: number;
  notCalls: number;
  rejected: number;
  faults: number;
  /** The first of the faults. */
  first: Reject[];
  bytesRead: number;
  repeatedHour: number;
  /** By document. */
  facts: Map<number, FileFacts>;
  /** Dispositions that nobody explained, and how many calls have them. */
  unexplained: Map<string, number>;
};

/** Nothing has been read yet. */
function nothingRead(): Reading {
  const counts = { rows: 0, calls: 0, notCalls: 0, rejected: 0, faults: 0, bytesRead: 0, repeatedHour: 0 };
  return { ...counts, first: [], facts: new Map(), unexplained: new Map() };
}

function add(reading: Reading, batch: CallBatch): void {
  reading.rows += batch.rows;
  reading.calls += batch.calls.length;
  reading.notCalls += batch.notCalls;
  reading.rejected += batch.rejected;
  reading.faults += batch.rejects.length;
  reading.first.push(...batch.rejects.slice(0, SHOWN_REJECTS - reading.first.length));
  reading.bytesRead = batch.bytesRead;
  reading.repeatedHour += batch.repeatedHour;
  reading.facts.set(batch.file.file, batch.file);
  for (const [word, calls] of batch.unknownDispositions)
    reading.unexplained.set(word, (reading.unexplained.get(word) ?? 0) + calls);
}

/** What a delivery's files are read with: what was asked for, and what is declared at the moment. */
export async function readingOptions(session: Session, { id, vendor, options }: Delivery): Promise<ImportOptions> {
  const vendors = await vendorWords(session.database);
  const programs = new Map(
    (await listPrograms(session.database)).map(({ code, direction, currency, transferTime }) => [
      code,
      { direction, currency, transferTime },
    ]),
  );
  const saved = vendor === null ? [] : await listMappings(session.database, vendor);
  const savedMappings = saved.map(({ name, header, mapping: own }) => ({ name, header, mapping: own }));
  const { format, mapping, program, timezone } = options;
  const { hashCustomer } = session;
  const gather = () => gatherOnDisk(gatheringFolder(id));
  return { format, mapping, savedMappings, vendor, program, timezone, vendors, programs, hashCustomer, gather };
}

type Into = { store: Store; options: ImportOptions; notes: Notes };

/** Reads a delivery into its store; rejects are kept with the batch as they come. */
export async function readDelivery(
  { database }: Session,
  { id, files }: Delivery,
  { store, options, notes }: Into,
): Promise<Reading> {
  const reading = nothingRead();
  const sources = files.map(({ source }) => source);
  let phase: CallBatch['phase'] = 'reading';
  await notes.enter(phase);
  for await (const batch of readCallLog(sources, options)) {
    await store.write(batch.calls);
    await keepRejects(database, id, batch.rejects, reading.faults);
    await keepRejectedRows(database, id, batch.rejectedRows);
    add(reading, batch);
    await notes.count(reading);
    if (batch.phase !== phase) await notes.enter(batch.phase);
    phase = batch.phase;
  }
  await notes.look();
  return reading;
}

/** Each once, whichever documents they come from. */
function distinct<Fact>(facts: readonly Fact[]): Fact[] {
  return [...new Map(facts.map((fact) => [JSON.stringify(fact), fact])).values()];
}

const documentsIn = ({ facts }: Reading) => [...facts.values()].sort((a, b) => a.file - b.file);

/** The documents that a delivery came to, by their places. */
function documentsOf(reading: Reading): BatchDocument[] {
  return documentsIn(reading).map(({ name, format, encoding, header }) => ({ name, format, encoding, header }));
}

/** The formats of a delivery's documents. */
function formatOf(reading: Reading): string {
  return distinct(documentsIn(reading).map(({ format }) => format)).join(', ');
}

/** What the times of a delivery mean: what any of its documents leaves out is not known of the whole. */
function metricsOf(reading: Reading): MetricContract {
  const metrics = documentsIn(reading).map((document) => document.metrics);
  return {
    unreported: distinct(metrics.flatMap(({ unreported }) => unreported)),
    notes: distinct(metrics.flatMap(({ notes }) => notes)),
  };
}

/** So many unexplained dispositions are named. */
const NAMED = 50;

function unexplainedWarnings({ unexplained }: Reading): Text[] {
  const words = [...unexplained].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const named = words
    .slice(0, NAMED)
    .map(([disposition, calls]) => ({ key: 'importWarnings.unknown_dispositions', values: { disposition, calls } }));
  const more = words.length - named.length;
  return more > 0 ? [...named, { key: 'importWarnings.more_dispositions', values: { words: more } }] : named;
}

/** What is kept of a delivery besides its counts. */
export function factsOf(reading: Reading) {
  return {
    format: formatOf(reading),
    documents: documentsOf(reading),
    metrics: metricsOf(reading),
    warnings: warningsOf(reading),
  };
}

/** What a person should know of a delivery besides its rejects. */
function warningsOf(reading: Reading): Text[] {
  const { repeatedHour } = reading;
  return distinct([
    ...documentsIn(reading).flatMap(fileWarnings),
    ...metricsOf(reading).unreported.map((part) => ({ key: 'importWarnings.unreported_time', values: { part } })),
    ...(repeatedHour > 0 ? [{ key: 'importWarnings.repeated_hour', values: { calls: repeatedHour } }] : []),
    ...unexplainedWarnings(reading),
  ]);
}
