import type { RecordFault } from '#imports';
import { OperationError } from './errors.ts';
import { faultText } from './whole-file.ts';

/** Refuses a form: each fault's path is its field, empty where it is of the form as a whole. */
export function refuseFaults(faults: readonly RecordFault[]): never {
  throw new OperationError(
    'validation',
    'some of it cannot be taken as it is',
    faults.map(({ column, ...fault }) => ({ path: column ?? '', message: faultText(fault) })),
  );
}
