import type { PublishedRate } from '#money';
import { isDay } from '#time';
import type { Unusable } from './unusable-file-error.ts';

/**
 * Reads the European Central Bank's history of reference rates (eurofxref-hist.csv): one row a publication day, one
 * column a currency, units for one euro. `N/A` and an empty cell mean that none was published: no rate, never 0.
 * Throws where the file is not that.
 */
export function readReferenceRates(text: string, unusable: Unusable): PublishedRate[] {
  const [header = '', ...lines] = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const columns = header.split(',').map((name) => name.trim());
  if (columns[0] !== 'Date') throw unusable({ key: 'files.not_rates' }, { row: 1 });
  const rates: PublishedRate[] = [];
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const row = index + 2;
    const [day = '', ...cells] = line.split(',').map((cell) => cell.trim());
    if (!isDay(day)) throw unusable({ key: 'files.not_a_date' }, { row, column: 'Date', value: day });
    for (const [place, rate] of cells.entries()) {
      const currency = columns[place + 1] ?? '';
      if (rate === '' || rate === 'N/A' || currency === '') continue;
      if (!/^\d+(\.\d+)?$/.test(rate) || Number(rate) === 0)
        throw unusable({ key: 'files.not_a_rate' }, { row, column: currency, value: rate });
      if (!/^[A-Z]{3}$/.test(currency)) throw unusable({ key: 'files.not_a_currency' }, { row: 1, column: currency });
      rates.push({ day, currency, rate });
    }
  }
  return rates;
}
