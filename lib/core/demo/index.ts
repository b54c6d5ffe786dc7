/**
 * The demonstration: real calls of UCI Bank Marketing read from their file, and six invented vendors whose logs are
 * drawn from them with a fixed seed, in the canonical call-log columns, so that they enter through the import like any
 * other log.
 * Does not own: the vendors' contracts (samples/demo/declaration.yaml), nor what comes out of them: the product judges
 * the demonstration by its own rules.
 */
export { parseBank, type RealCall } from './bank.ts';
export { demonstrationLog } from './demonstration.ts';
export { demonstrationSeed, stories } from './stories.ts';
export type { Story } from './story.ts';
