import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Mapping, parseMapping } from '#imports';
import { readYaml } from '#operations';
import { projectDir } from './project-dir.ts';

/** A mapping of samples/mappings, as the command line reads it. */
export function sampleMapping(name: string): Mapping {
  const text = readFileSync(join(projectDir, 'samples/mappings', `${name}.yaml`), 'utf8');
  const parsed = parseMapping(readYaml(text, `${name}.yaml`));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.mapping;
}
