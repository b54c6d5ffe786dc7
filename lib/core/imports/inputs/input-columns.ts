import { forecastTable } from './forecast.ts';
import { hoursTable } from './hours.ts';
import { indicesTable } from './indices.ts';
import { invoicesTable } from './invoices.ts';
import { revenueTable } from './revenue.ts';
import type { InputScope } from './scope.ts';
import { scoresTable } from './scores.ts';

const anyone: InputScope = { vendors: new Set(), programs: new Set(), vendor: null };

/** The columns of each of the other inputs' and the invoices' files, in the order in which this product writes them. */
export const inputColumns = {
  hours: Object.keys(hoursTable(anyone).columns),
  scores: Object.keys(scoresTable(anyone).columns),
  forecast: Object.keys(forecastTable(anyone).columns),
  indices: Object.keys(indicesTable.columns),
  invoices: Object.keys(invoicesTable(anyone).columns),
  revenue: Object.keys(revenueTable({ ...anyone, zoneOf: () => 'UTC', hashCustomer: (text) => text }).columns),
} as const satisfies Record<string, string[]>;
