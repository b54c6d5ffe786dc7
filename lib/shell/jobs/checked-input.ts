import { OperationError } from '#operations';
import type { Kind } from './kind.ts';

/** A job's input as its schema reads it. Throws OperationError with every fault and where it is. */
export function checkedInput(kind: Kind, input: unknown): unknown {
  const read = kind.input.safeParse(input);
  if (read.success) return read.data;
  const issues = read.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }));
  throw new OperationError('validation', 'the job cannot be run with this input', issues);
}
