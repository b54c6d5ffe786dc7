import { z } from 'zod';
import { outcomes } from '#calls';
import { OperationError } from '#operations';
import type { PreviewRequest } from '#views';
import { jsonOf } from './json-of.ts';

const named = z.string().max(200).nullable();

const asked = z.object({
  vendor: named,
  program: named,
  timezone: named,
  format: named,
  mapping: z.json(),
  words: z.object({ outcomes: z.record(z.string(), z.enum(outcomes)), programs: z.record(z.string(), z.string()) }),
  /** The name under which the mapping is kept for this vendor; null = it is used once. */
  saveAs: z.string().trim().min(1).max(120).nullable(),
});

export type AskedImport = PreviewRequest & { saveAs: string | null };

/** How a page asks for a delivery to be read, and what it wants kept for the next one; null = as it was sent. Throws OperationError. */
export async function askedOf(request: Request): Promise<AskedImport | null> {
  const sent = await jsonOf(request);
  if (sent === undefined) return null;
  const read = asked.safeParse(sent);
  if (read.success) return read.data as AskedImport;
  const issues = read.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }));
  throw new OperationError('validation', 'the request does not say how the files are to be read', issues);
}
