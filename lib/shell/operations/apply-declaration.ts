import { requirePermission } from '#auth';
import { type Declaration, overlaps, parseDeclaration } from '#contracts';
import { type Change, type Db, idsByCode, listVersions, lockTerms, type Session, saveDeclaration } from '#db';
import { type InputIssue, OperationError } from './errors.ts';
import { judgeAll } from './judge-vendors.ts';
import { missingInputs } from './missing-inputs.ts';
import { readYaml } from './read-yaml.ts';
import { currentTerms, rerateChanged } from './rerate-changed.ts';

/** Names that neither this file nor an earlier one declares. */
async function undeclared(tx: Db, declaration: Declaration): Promise<InputIssue[]> {
  const ids = await idsByCode(tx);
  const vendors = new Set([...ids.vendors.keys(), ...declaration.vendors.map(({ code }) => code)]);
  const programs = new Set([...ids.programs.keys(), ...declaration.programs.map(({ code }) => code)]);
  const missing = (path: string, what: string, code: string) => ({
    path,
    message: `"${code}" is not a declared ${what}`,
  });
  return [
    ...declaration.contracts.flatMap(({ vendor, program }, index) => [
      ...(vendors.has(vendor) ? [] : [missing(`contracts[${index}].vendor`, 'vendor', vendor)]),
      ...(program === undefined || programs.has(program)
        ? []
        : [missing(`contracts[${index}].program`, 'program', program)]),
    ]),
    ...declaration.outcomes.flatMap(({ vendor, programs: words }, index) => [
      ...(vendors.has(vendor) ? [] : [missing(`outcomes[${index}].vendor`, 'vendor', vendor)]),
      ...Object.entries(words).flatMap(([word, program]) =>
        programs.has(program) ? [] : [missing(`outcomes[${index}].programs.${word}`, 'program', program)],
      ),
    ]),
  ];
}

/** Versions that would overlap one that is stored and that this file does not replace. */
async function overlapsWithStored(tx: Db, { contracts }: Declaration): Promise<InputIssue[]> {
  const key = (version: { vendor: string; program?: string | undefined; from: string }) =>
    JSON.stringify([version.vendor, version.program ?? null, version.from]);
  const replaced = new Set(contracts.map(key));
  const kept = (await listVersions(tx)).filter((version) => !replaced.has(key(version)));
  return overlaps([...kept, ...contracts]).flatMap(({ first, second }) => {
    const stored = kept[first];
    const index = second - kept.length;
    if (!stored || index < 0) return [];
    const message = `overlaps the stored contract from ${stored.from} to ${stored.to ?? 'open'}; end that one by declaring it with a "to"`;
    return [{ path: `contracts[${index}].from`, message }];
  });
}

/** A charge of a declared contract that lacks what it is counted by in every month with calls. */
async function refuseMissing(
  tx: Db,
  { declaration: { contracts }, fileName }: { declaration: Declaration; fileName: string },
): Promise<void> {
  const stored = await listVersions(tx);
  const issues: InputIssue[] = [];
  for (const [index, own] of contracts.entries()) {
    const isOwn = (version: (typeof stored)[number]) =>
      version.vendor === own.vendor && version.program === own.program && version.from === own.from;
    for (const { place, field, message } of await missingInputs(tx, own.vendor, stored.filter(isOwn)))
      issues.push({ path: `contracts[${index}].charges[${place}]${field}`, message });
  }
  if (issues.length > 0) throw new OperationError('validation', `${fileName} cannot be applied`, issues);
}

/**
 * Declares vendors, programs, contracts and outcome words from a YAML text: all of it or, where anything is wrong,
 * nothing, with every fault and the path to it. The same file again changes nothing. What the terms change is
 * recomputed in the same transaction.
 */
export async function applyDeclaration(
  session: Session,
  input: { text: string; fileName: string },
): Promise<{ changes: Change[]; days: number }> {
  requirePermission(session, 'change', 'declarations');
  const parsed = parseDeclaration(readYaml(input.text, input.fileName));
  if (!parsed.ok) throw new OperationError('validation', `${input.fileName} cannot be applied`, parsed.issues);
  const { declaration } = parsed;
  return session.database.transaction(async (tx) => {
    await lockTerms(tx);
    const issues = [...(await undeclared(tx, declaration)), ...(await overlapsWithStored(tx, declaration))];
    if (issues.length > 0) throw new OperationError('validation', `${input.fileName} cannot be applied`, issues);
    const before = await currentTerms(tx);
    const changes = await saveDeclaration(tx, declaration, { actor: session.actor.id, at: session.now() });
    const { days } = await rerateChanged(tx, { before, after: await currentTerms(tx) });
    await refuseMissing(tx, { declaration, fileName: input.fileName });
    if (changes.some(({ change }) => change !== 'unchanged')) await judgeAll(tx, session.now());
    return { changes, days };
  });
}
