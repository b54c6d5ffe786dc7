import type { InputIn, Kinds, NameIn } from './kind.ts';

/** Every kind of work in the background; a line each, which names the operation that does it. */
export const kinds = {} as const satisfies Kinds;

export type KindName = NameIn<typeof kinds>;
export type InputOf<Name extends KindName> = InputIn<typeof kinds, Name>;
