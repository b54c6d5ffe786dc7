import type { Say } from '#format';
import { findingText } from '#reports';
import type { BatchSummary, QualityView } from '#views';

/** Where the API has an import. */
export function importAddress(id: string): string {
  return `/api/v1/imports/${id}`;
}

const moment = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());

/** Its quality in short: what is not fine, as sentences; null until it has been looked at. */
function qualityJson(quality: QualityView | null, say: Say) {
  if (!quality) return null;
  const { severity, assessment } = quality;
  const findings = assessment.findings.filter((own) => own.severity !== 'fine');
  return {
    severity,
    span: assessment.span,
    findings: findings.map((own) => ({ check: own.code, severity: own.severity, text: say(findingText(own)) })),
  };
}

/** An import as the API tells of it (docs/api.md); unknown is null, sentences are said. */
export function importJson(batch: BatchSummary, quality: QualityView | null, say: Say): object {
  const { id, status, phase, vendor, source, format, repeatOf, startedAt, undoneAt, seconds, bytes } = batch;
  const { program, timezone } = batch.options;
  const { rows, calls, notCalls, inserted, updated, unchanged, repeated, rejected, days } = batch;
  return {
    ...{ id, status, phase, source, vendor: vendor || null, program, timezone, format: format || null },
    files: batch.files.map(({ name, size }) => ({ name, size })),
    startedAt: moment(startedAt),
    finishedAt: seconds === null ? null : moment(startedAt + seconds * 1000),
    undoneAt: moment(undoneAt),
    bytes,
    counts: { rows, calls, notCalls, inserted, updated, unchanged, repeated, rejected, days },
    repeatOf,
    warnings: batch.warnings.map((warning) => say(warning)),
    error: batch.error && say(batch.error),
    quality: qualityJson(quality, say),
    links: {
      self: importAddress(id),
      rejects: `${importAddress(id)}/rejects`,
      cancel: `${importAddress(id)}/cancel`,
      undo: `${importAddress(id)}/undo`,
      page: `/imports/${id}`,
    },
  };
}
