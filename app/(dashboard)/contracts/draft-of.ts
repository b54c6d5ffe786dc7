import { z } from 'zod';
import { OperationError } from '#operations';

const draft = z.object({
  id: z.string().nullable(),
  terms: z.json(),
  note: z.string().trim().max(2000).nullish(),
});

/** Terms of an editor as a page sends them, with the contract they come from and why they change. Throws OperationError. */
export async function draftOf(request: Request): Promise<z.output<typeof draft>> {
  const read = draft.safeParse(await request.json().catch(() => null));
  if (read.success) return read.data;
  const issues = read.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }));
  throw new OperationError('validation', 'the request holds no terms of a contract', issues);
}
