import type { Report } from '#reports';

/** A report of nothing: there are no calls yet. */
export function emptyReport(id: string): Report {
  return {
    id,
    title: { key: `${id}.title` },
    period: { from: '', to: '' },
    currency: 'EUR',
    headline: [],
    notes: [],
    sections: [],
  };
}
