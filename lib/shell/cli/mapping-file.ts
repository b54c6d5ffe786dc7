import { type Mapping, parseMapping } from '#imports';
import { OperationError, readYaml } from '#operations';
import { contentOf } from './input-file.ts';

/** Reads a mapping from a YAML file. Throws OperationError with every fault and the path to it. */
export function mappingIn(path: string): Mapping {
  const parsed = parseMapping(readYaml(contentOf(path).toString('utf8'), path));
  if (!parsed.ok) throw new OperationError('validation', `${path} is no mapping`, parsed.issues);
  return parsed.mapping;
}
