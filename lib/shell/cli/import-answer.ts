import type { Say } from '#format';
import type { ImportProgress, ImportResult } from '#operations';
import { progressText } from './progress.ts';

type Rejects = ImportResult['rejects'];

/** Rejects by row; by file too, where there are several. */
function placed(rejects: Rejects, say: Say) {
  const files = new Set(rejects.map(({ file }) => file));
  return rejects.map(({ file, reason, ...place }) => ({
    ...(files.size > 1 || file > 1 ? { file } : {}),
    ...place,
    reason: say(reason),
  }));
}

/** An import as `import calls --json` gives it. */
export function importJson(result: ImportResult, say: Say): object {
  return { ...result, rejects: placed(result.rejects, say), warnings: result.warnings.map(say) };
}

/** An import as a person reads it. */
export function importText(result: ImportResult, say: Say): string {
  const { rows, calls, notCalls, inserted, updated, unchanged, repeated, rejected } = result;
  const lines = placed(result.rejects, say).map(
    ({ file, row, column, value, reason }) =>
      `  ${file === undefined ? '' : `file ${file}, `}row ${row}${column ? `, ${column}` : ''}${value === null ? '' : ` "${value}"`}: ${reason}`,
  );
  const joined = calls + rejected === rows ? [] : [`${calls} calls, ${notCalls} rows that speak of none`];
  const again = result.repeatOf === null ? [] : [`the same content as import ${result.repeatOf}: nothing was read`];
  return [
    `${rows} rows: ${inserted} inserted, ${updated} updated, ${unchanged} unchanged, ${repeated} repeated, ${rejected} rejected`,
    ...joined,
    ...again,
    `${result.days} vendor-days recomputed in ${result.seconds.toFixed(1)} s (batch ${result.batch})`,
    ...lines,
  ].join('\n');
}

/** Shows how far an import is. */
export function shownProgress(show: (line: string) => void): (progress: ImportProgress) => void {
  const begun = performance.now();
  return ({ phase, rows, bytesRead, bytesTotal }) =>
    show(
      progressText({
        ...{ phase, rows, share: bytesTotal ? bytesRead / bytesTotal : null },
        seconds: (performance.now() - begun) / 1000,
      }),
    );
}
