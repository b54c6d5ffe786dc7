import { canonical } from './formats/canonical/canonical.ts';
import type { LogFormat } from './log-format.ts';

/** Every log format that can be read. A new one is a folder in `formats`, a line here, and samples of both kinds. */
export const formats = { canonical } as const satisfies Record<string, LogFormat>;

export type FormatName = keyof typeof formats;

/** Names of the formats, as `--format` takes them. */
export const formatNames = Object.keys(formats) as FormatName[];
