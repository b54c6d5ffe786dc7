/**
 * What database tests share: a database of their own, a fixed clock, declarations and logs made up for the purpose,
 * the command line with its output, the mappings that ship, data beside the clone. Imported by tests only.
 * Does not own: what is tested.
 */
export { runCli } from './command-line.ts';
export { contract, declare, norte, program, vendor } from './declare.ts';
export { callLog, importLog } from './logs.ts';
export { projectDir } from './project-dir.ts';
export { say, saying } from './said.ts';
export { sampleMapping } from './sample-mapping.ts';
export { testNow, testSession } from './session.ts';
export { sharedData } from './shared-data.ts';
