import { requirePermission } from '#auth';
import type { Outcome } from '#calls';
import { parseDeclaration } from '#contracts';
import { idsByCode, lockTerms, type Session, saveDeclaration } from '#db';
import { type InputIssue, OperationError } from './errors.ts';

/** What a vendor's own words mean, by word: dispositions as outcomes; queues, campaigns or skills as program codes. */
export type VendorWordsInput = {
  outcomes: Readonly<Record<string, Outcome>>;
  programs: Readonly<Record<string, string>>;
};

const refusal = 'none of these words was kept';

/**
 * Keeps what words of a vendor's logs mean, for this and every later import; words that are not named keep what they
 * mean. Calls that are stored already are read anew only where their file is imported again.
 */
export async function saveVendorWords(
  session: Session,
  vendor: string,
  { outcomes, programs }: VendorWordsInput,
): Promise<void> {
  requirePermission(session, 'change', 'declarations');
  const parsed = parseDeclaration({ outcomes: [{ vendor, map: outcomes, programs }] });
  if (!parsed.ok) throw new OperationError('validation', refusal, parsed.issues);
  await session.database.transaction(async (tx) => {
    await lockTerms(tx);
    const ids = await idsByCode(tx);
    if (!ids.vendors.has(vendor)) throw new OperationError('not_found', `"${vendor}" is not a declared vendor`);
    const issues: InputIssue[] = Object.entries(programs)
      .filter(([, program]) => !ids.programs.has(program))
      .map(([word, program]) => ({ path: `programs.${word}`, message: `"${program}" is not a declared program` }));
    if (issues.length > 0) throw new OperationError('validation', refusal, issues);
    await saveDeclaration(tx, parsed.declaration, { actor: session.actor.id, at: session.now() });
  });
}
