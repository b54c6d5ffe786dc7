import { borgolinea } from './stories/borgolinea.ts';
import { drinvoce } from './stories/drinvoce.ts';
import { harrowmere } from './stories/harrowmere.ts';
import { oltelia } from './stories/oltelia.ts';
import { talabay } from './stories/talabay.ts';
import { tonolinia } from './stories/tonolinia.ts';
import type { Story } from './story.ts';

/** The six vendors of the demonstration; samples/demo/declaration.yaml holds their contracts. */
export const stories: readonly Story[] = [talabay, borgolinea, tonolinia, harrowmere, drinvoce, oltelia];

/** The seed with which the shipped demonstration is drawn. */
export const demonstrationSeed = 20260401;
