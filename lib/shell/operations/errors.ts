import type { Text } from '#format';

/** Why an operation refused; mapped once to an HTTP status, a form's message and an exit status. */
export type Refusal = 'not_found' | 'conflict' | 'validation' | 'precondition_failed';

/** One fault of an input, with the path or place where it is; `message` is data or a message of the catalogue. */
export type InputIssue = { path: string; message: string | Text };

/** An operation that changed nothing and says why. */
export class OperationError extends Error {
  override readonly name = 'OperationError';
  readonly refusal: Refusal;
  readonly issues: readonly InputIssue[];
  constructor(refusal: Refusal, message: string, issues: readonly InputIssue[] = []) {
    super(message);
    this.refusal = refusal;
    this.issues = issues;
  }
}

/** Work that is to stop, and to be begun again by whoever is free: nobody's fault and no reason to give up. */
export class InterruptedError extends Error {
  override readonly name = 'InterruptedError';
}
