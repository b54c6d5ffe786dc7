import type { Batch } from '#db';
import type { Say, Text } from '#format';
import type { InputIssue, OperationError } from '#operations';

/** What came of a file, in lines that are laid beside it. */
export type Told = { say: Say; address: (batch: string) => string };

/** Of a file that could not even be kept. */
export function toldRefusal(name: string, reasons: readonly Text[], { say }: Told): string {
  return [say({ key: 'arrival.refused', values: { name } }), ...reasons.map((reason) => `- ${say(reason)}`), ''].join(
    '\n',
  );
}

/** Why an operation did not take a file. */
export function reasonsOf({ message, issues }: OperationError): Text[] {
  const said = ({ path, message: text }: InputIssue): Text => ({
    key: 'arrival.reason',
    values: { path, reason: typeof text === 'string' ? text : { kind: 'say', text } },
  });
  return issues.length > 0 ? issues.map(said) : [{ key: 'arrival.message', values: { message } }];
}

/** Of a file that was imported, or whose import failed. */
export function toldEnd(name: string, batch: Batch, { say, address }: Told): string {
  const { id, status, rows, calls, inserted, updated, unchanged, rejected, repeatOf } = batch;
  const error = batch.error as Text | null;
  const warnings = batch.warnings as Text[];
  return [
    say({ key: `arrival.${status === 'done' ? 'imported' : 'failed'}`, values: { name } }),
    ...(repeatOf === null ? [] : [say({ key: 'arrival.repeats', values: { batch: address(repeatOf) } })]),
    ...(status === 'done'
      ? [say({ key: 'arrival.counts', values: { rows, calls, inserted, updated, unchanged, rejected } })]
      : [`- ${say(error ?? { key: `importStatus.${status}` })}`]),
    ...warnings.map((warning) => `- ${say(warning)}`),
    say({ key: status === 'done' ? 'arrival.look' : 'arrival.decide', values: { address: address(id) } }),
    '',
  ].join('\n');
}
