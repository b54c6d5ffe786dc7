import type { Say } from '#format';
import { CancelledError, cancelImport, retryImport, runImport, undoImport } from '#operations';
import { type BatchSummary, importsPage } from '#views';
import { type Command, textOption } from '../command.ts';
import { onInterrupt } from '../on-interrupt.ts';
import { progressText } from '../progress.ts';

const args = [{ name: 'batch', required: true }];

function batchJson({ id, vendor, fileName, startedAt, error, ...batch }: BatchSummary, say: Say) {
  const { status, phase, source, format, repeatOf } = batch;
  const { rows, calls, notCalls, inserted, updated, unchanged, repeated, rejected, days } = batch;
  return {
    ...{ batch: id, status, phase, vendor: vendor === '' ? null : vendor, file: fileName, format, source },
    startedAt: new Date(startedAt).toISOString(),
    ...{ rows, calls, notCalls, inserted, updated, unchanged, repeated, rejected, days, repeatOf },
    error: error && say(error),
  };
}

function batchLine(batch: BatchSummary, say: Say): string {
  const { id, status, vendor, fileName, startedAt, rows, rejected, error } = batch;
  const at = new Date(startedAt).toISOString().slice(0, 16).replace('T', ' ');
  const why = error && status !== 'cancelled' ? `: ${say(error)}` : '';
  return `${id}  ${at}  ${status.padEnd(9)}  ${vendor || '-'}  ${fileName}  ${rows} rows, ${rejected} rejected${why}`;
}

const list: Command = {
  name: 'import list',
  args: [],
  options: {
    vendor: { type: 'string', value: 'V', help: 'of one vendor' },
    status: { type: 'string', value: 'S', help: 'draft, queued, running, done, failed, cancelled or undone' },
  },
  help: 'the newest imports, and how far each is (times in UTC)',
  async run(given, { session, say }) {
    const asked = { vendor: textOption(given, 'vendor'), status: textOption(given, 'status') };
    const { batches } = await importsPage(await session(), asked);
    return {
      json: batches.map((batch) => batchJson(batch, say)),
      text: batches.map((batch) => batchLine(batch, say)).join('\n') || 'no imports',
    };
  },
};

const undo: Command = {
  name: 'import undo',
  args,
  options: {},
  help: 'undoes an import: its calls are again what the other imports say of them',
  async run({ positionals: [batch = ''] }, { session, progress }) {
    const done = await undoImport(await session(), { batch }, ({ step }) => progress(step));
    const { removed, restored, days } = done;
    const text = `${removed} calls removed, ${restored} as another import has them; ${days} vendor-days recomputed`;
    return { json: done, text };
  },
};

const cancel: Command = {
  name: 'import cancel',
  args,
  options: {},
  help: 'cancels an import that waits or runs',
  async run({ positionals: [batch = ''] }, { session }) {
    await cancelImport(await session(), batch);
    return { json: { batch, cancelled: true }, text: 'the import is being cancelled' };
  },
};

const retry: Command = {
  name: 'import retry',
  args,
  options: {},
  help: 'tries an import again that failed or was cancelled, while its files are kept (a week)',
  async run({ positionals: [batch = ''] }, { session, progress }) {
    const opened = await session();
    const begun = performance.now();
    await retryImport(opened, batch);
    const end = await onInterrupt(
      () => cancelImport(opened, batch).catch(() => {}),
      () =>
        runImport(opened, { batch }, ({ done, total, step }) => {
          const share = total ? done / total : null;
          progress(progressText({ phase: step ?? '', rows: null, share, seconds: (performance.now() - begun) / 1000 }));
        }),
    );
    if (end.status === 'cancelled') throw new CancelledError();
    const { rows, inserted, updated, unchanged, repeated, rejected } = end;
    const counts = `${inserted} inserted, ${updated} updated, ${unchanged} unchanged, ${repeated} repeated, ${rejected} rejected`;
    return { json: end, text: `${end.status}: ${rows} rows: ${counts}` };
  },
};

/** `import ...`: the imports themselves. */
export const importBatchesCommands: readonly Command[] = [list, undo, cancel, retry];
