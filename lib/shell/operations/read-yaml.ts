import { parseDocument } from 'yaml';
import { OperationError } from './errors.ts';

/** Reads YAML without guessing: a date stays a text, and a fault names its line. Throws OperationError. */
export function readYaml(text: string, fileName: string): unknown {
  const document = parseDocument(text, { prettyErrors: true });
  if (document.errors.length > 0)
    throw new OperationError(
      'validation',
      `${fileName} is not a YAML file`,
      document.errors.map((error) => ({
        path: `line ${error.linePos?.[0].line ?? '?'}`,
        message: error.message.split('\n')[0] ?? '',
      })),
    );
  return document.toJS() as unknown;
}
