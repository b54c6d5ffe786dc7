import { isFault } from '../cells/fault.ts';
import { needsZone } from '../cells/started-at.ts';
import { lacks, named } from '../csv/header.ts';
import { callOf } from '../formats/canonical/map.ts';
import type { ImportOptions } from '../import-options.ts';
import type { RowReader, RowResult } from '../log-format.ts';
import type { Unusable } from '../unusable-file-error.ts';
import { faultOf, needed, type Reading, take } from './field.ts';
import { type Fields, fieldsOf } from './fields.ts';
import { mendableCells } from './mendable.ts';
import { metricsOf } from './metrics.ts';
import { type Origin, originReader } from './origin.ts';
import type { Mapping } from './schema.ts';
import { columnsOf, placeOf, type Written } from './source.ts';

/** Throws where the header lacks a column that the mapping names, or names one of them twice. */
export function checkHeader(header: readonly string[], { columns }: Mapping, unusable: Unusable): void {
  const written: Written[] = Object.values(columns).filter((one) => one !== undefined);
  const names = [...new Set(written.flatMap(columnsOf))];
  const missing = names.filter((name) => placeOf(name, header) < 0);
  const [first] = missing;
  if (first !== undefined) throw unusable(lacks(missing, header), { column: first });
  const own = header.map(named);
  const twice = names.find((name) => own.indexOf(named(name)) !== own.lastIndexOf(named(name)));
  if (twice !== undefined) throw unusable({ key: 'files.column_twice' }, { column: twice });
}

/** What a row's call came to; null = its words could not be read, or nobody has said what they mean. */
function endingOf(fields: Fields, reading: Reading, { vendor }: Origin) {
  const before = reading.faults.length;
  const disposition = take(fields.disposition, reading);
  const own = take(fields.outcome, reading);
  if (vendor === null || reading.faults.length > before) return { disposition, outcome: null };
  const outcome = vendor.ending(disposition, own);
  if (!isFault(outcome)) return { disposition, outcome };
  reading.faults.push(faultOf(fields.disposition, reading, outcome.fault));
  return { disposition, outcome: null };
}

/** Talk of a call. An empty cell is unknown and no call, unless nobody answered it: then there was none. */
function talkOf({ talk }: Fields, reading: Reading, nobody: boolean): number | null {
  const isEmpty = talk.source?.text(reading.cells, reading.row) === null;
  return isEmpty && nobody ? 0 : needed(talk, reading);
}

type ReadOrigin = ReturnType<typeof originReader>;

/** Reads every value of a row, so that all that is wrong with it is told at once, and makes the call. */
function rowResult(
  reading: Reading,
  fields: Fields,
  { originOf, hashCustomer }: { originOf: ReadOrigin; hashCustomer: ImportOptions['hashCustomer'] },
): RowResult {
  const { faults } = reading;
  const callId = needed(fields.callId, reading);
  const origin = originOf(reading);
  const start = needed(fields.start, reading);
  const { disposition, outcome } = endingOf(fields, reading, origin);
  const answered = take(fields.answered, reading);
  const talk = talkOf(fields, reading, answered === false || outcome === 'abandoned');
  const rest = {
    call_type: take(fields.callType, reading),
    direction: take(fields.direction, reading),
    wait_s: take(fields.wait, reading),
    hold_s: take(fields.hold, reading),
    wrap_s: take(fields.wrap, reading),
    agent: take(fields.agent, reading),
    customer_ref: take(fields.customer, reading),
    revenue: take(fields.revenue, reading),
    currency: take(fields.currency, reading),
  };
  const { vendor, program } = origin;
  if (faults.length > 0 || !vendor || !program || !start || callId === null || talk === null || outcome === null)
    return { faults };
  const row = { ...rest, call_id: callId, vendor, program, started_at: start, talk_s: talk, answered, disposition };
  return { call: callOf(row, outcome, hashCustomer), repeatedHour: start.repeated };
}

/**
 * Makes the reader of a table's rows from a mapping of its columns; throws where the header lacks one of them, or where
 * neither file nor import says whose calls these are. `headerRow` is where the header stands: data rows are counted
 * from the next one. Rows are to be read in their order.
 */
export function mappingReader(
  header: readonly string[],
  mapping: Mapping,
  options: ImportOptions,
  unusable: Unusable,
  headerRow = 1,
): RowReader {
  checkHeader(header, mapping, unusable);
  const { hashCustomer } = options;
  const fields = fieldsOf(header, mapping, mapping.timezone ?? options.timezone);
  const originOf = originReader(mapping, fields, { options, unusable });
  return {
    ignoredColumns: [],
    metrics: metricsOf(mapping),
    read: (cells, row) => {
      const result = rowResult({ cells, row: row - headerRow, faults: [] }, fields, { originOf, hashCustomer });
      if ('call' in result) return result;
      const local = result.faults.find(({ reason }) => reason.key === needsZone.fault.key);
      if (local) throw unusable(needsZone.fault, { row, column: local.column ?? '', value: local.value ?? '' });
      return result;
    },
    mendable: mendableCells(header, mapping, hashCustomer),
  };
}
