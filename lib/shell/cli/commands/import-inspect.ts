import type { Call } from '#calls';
import type { Say } from '#format';
import type { Preview, PreviewRecord } from '#imports';
import { formatMicros, minorDigits } from '#money';
import { inspectFiles, mappingYaml } from '#views';
import type { Command } from '../command.ts';
import { logFile, logOptions, logReading } from '../log-options.ts';

type Inspected = Awaited<ReturnType<typeof inspectFiles>>;

const SHOWN_ROWS = 5;
const seconds = (ms: number | null) => (ms === null ? null : ms / 1000);

/** A call under the names of the canonical log. */
function callJson(call: Call) {
  const { callId, callType, startedAt, waitMs, talkMs, holdMs, wrapMs, customerRef, revenue, legOf, ...rest } = call;
  return {
    ...{ call_id: callId, call_type: callType, started_at: new Date(startedAt).toISOString() },
    ...{ wait_s: seconds(waitMs), talk_s: talkMs / 1000, hold_s: seconds(holdMs), wrap_s: seconds(wrapMs) },
    ...{ customer_ref: customerRef && `hmac:${customerRef}`, leg_of: legOf },
    revenue: revenue === null ? null : formatMicros(revenue, minorDigits(call.currency)),
    ...rest,
  };
}

function toJson({ preview, table, ready, issues }: Inspected, yaml: string | null, say: Say) {
  const { documents, records, rejects, mapping: _, ...counted } = preview;
  const told = documents.map(({ problem, metrics, ...document }) => ({
    ...document,
    metrics: { unreported: metrics.unreported, notes: metrics.notes.map(say) },
    problem: problem && say(problem),
  }));
  return {
    ready,
    documents: told,
    ...counted,
    rejects: rejects.map(({ reason, ...reject }) => ({ ...reject, reason: say(reason) })),
    records: records.map(({ call, faults, ...record }) => ({
      ...record,
      call: call && callJson(call),
      faults: faults.map(({ reason, ...fault }) => ({ ...fault, reason: say(reason) })),
    })),
    table: table && {
      ...table,
      columns: table.columns.map(({ why, ...column }) => ({ ...column, why: why && say(why) })),
      yaml,
    },
    issues,
  };
}

function recordLine({ row, call, faults }: PreviewRecord, say: Say): string {
  if (call === null) {
    const told = faults.map(({ column, reason }) => `${column ? `${column} ` : ''}${say(reason)}`);
    return `  row ${row}: ${told.join('; ') || 'no call of its own'}`;
  }
  const { call_id, started_at, talk_s, outcome, program } = callJson(call);
  return `  row ${row}: call ${call_id} of ${program}, ${started_at}, talk ${talk_s} s, ${outcome}`;
}

function documentLines({ documents }: Preview, say: Say): string[] {
  return documents.flatMap(({ name, format, encoding, header, metrics, problem }) => [
    `${name}: ${format ?? 'no log that is known'}${encoding ? ` (${encoding})` : ''}`,
    ...(header ? [`  columns: ${header.join(', ')}`] : []),
    ...(metrics.unreported.length > 0 ? [`  not reported: ${metrics.unreported.join(', ')}`] : []),
    ...metrics.notes.map((note) => `  ${say(note)}`),
    ...(problem ? [`  ${say(problem)}`] : []),
  ]);
}

function countLines({ counts, whole, outcomes, dispositions, queues, rejects }: Preview, say: Say): string[] {
  const { records, calls, rejected, notCalls } = counts;
  const unexplained = dispositions.filter(({ outcome }) => outcome === null);
  const open = queues.filter(({ program }) => program === null);
  const listed = (label: string, words: readonly { word: string; calls: number }[]) =>
    words.length === 0 ? [] : [`${label}: ${words.map((one) => `${one.word} (${one.calls})`).join(', ')}`];
  return [
    `${whole ? 'all' : 'the first'} ${records} records: ${calls} calls, ${rejected} rejected, ${notCalls} of no call`,
    ...listed(
      'outcomes',
      outcomes.map((one) => ({ word: one.outcome, calls: one.calls })),
    ),
    ...listed('dispositions that nobody explained', unexplained),
    ...listed('queues without a program', open),
    ...rejects.map(({ column, reason, records: count }) => `  ${count} x ${column ? `${column} ` : ''}${say(reason)}`),
  ];
}

function tableLines({ table, issues }: Inspected, yaml: string | null, say: Say): string[] {
  if (table === null || yaml === null) return [];
  return [
    ...(table.origin === 'proposed'
      ? ['a mapping that could read it: keep it in a file, mend it, and name that with --mapping', '']
      : ['its mapping', '']),
    ...table.columns.map(
      ({ header, target, why }) => `# ${header}: ${target ?? 'not used'}${why ? `, ${say(why)}` : ''}`,
    ),
    yaml.trimEnd(),
    ...table.questions.flatMap(({ column, formats, examples }) => [
      `# ${column}: is the format ${formats.join(' or ')}?`,
      ...examples.map(({ text, reads }) => `#   "${text}" would be ${reads.join(' or ')}`),
    ]),
    ...issues.map(({ path, message }) => `# ${path}: ${message}`),
  ];
}

/** `import inspect`: what files are and what they would become. */
export const importInspectCommand: Command = {
  name: 'import inspect',
  args: [{ name: 'file', required: true, repeats: true }],
  options: logOptions,
  help: 'tells what call logs are and what they would become, and proposes a mapping; nothing is kept',
  async run(given, { session, say }) {
    const reading = logReading(given);
    const files = given.positionals.map(logFile);
    const opened = await session();
    const inspected = await inspectFiles(opened, files, reading);
    const { preview, table } = inspected;
    const yaml = table && (await mappingYaml(opened, table.mapping));
    const text = [
      documentLines(preview, say),
      [...preview.records.slice(0, SHOWN_ROWS).map((record) => recordLine(record, say)), ...countLines(preview, say)],
      tableLines(inspected, yaml, say),
    ];
    return {
      json: toJson(inspected, yaml, say),
      text: text
        .filter((lines) => lines.length > 0)
        .map((lines) => lines.join('\n'))
        .join('\n\n'),
    };
  },
};
