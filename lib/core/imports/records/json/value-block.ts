import type { Encoding } from '../../bytes/text-blocks.ts';
import type { RowFault } from '../../log-format.ts';

/** One value of a JSON document that stands where a record stands, or why it is none. */
export type NumberedValue = { row: number } & ({ value: unknown } | { fault: RowFault });

/** Some records of a JSON document, in order. */
export type ValueBlock = { values: NumberedValue[]; encoding: Encoding };
