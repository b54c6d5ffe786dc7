import { parseDocument } from 'yaml';
import { requirePermission } from '#auth';
import { type Declaration, overlaps, parseDeclaration } from '#contracts';
import {
  beginTouched,
  type Change,
  type Db,
  idsByCode,
  listPrograms,
  listVersions,
  refreshTouched,
  type Session,
  saveDeclaration,
  touchAll,
} from '#db';
import { type InputIssue, OperationError } from './errors.ts';
import { judgeAll } from './judge-vendors.ts';

/** Reads YAML without guessing: a date stays a text, and a fault names its line. */
function readYaml(text: string, fileName: string): unknown {
  const document = parseDocument(text, { prettyErrors: true });
  if (document.errors.length > 0)
    throw new OperationError(
      'validation',
      `${fileName} is not a YAML file`,
      document.errors.map((error) => ({
        path: `line ${error.linePos?.[0].line ?? '?'}`,
        message: error.message.split('\n')[0] ?? '',
      })),
    );
  return document.toJS() as unknown;
}

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
    ...declaration.outcomes.flatMap(({ vendor }, index) =>
      vendors.has(vendor) ? [] : [missing(`outcomes[${index}].vendor`, 'vendor', vendor)],
    ),
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
    const issues = [...(await undeclared(tx, declaration)), ...(await overlapsWithStored(tx, declaration))];
    if (issues.length > 0) throw new OperationError('validation', `${input.fileName} cannot be applied`, issues);
    const before = await ratingTerms(tx);
    const changes = await saveDeclaration(tx, declaration);
    const days = await recompute(tx, before, await ratingTerms(tx));
    if (changes.some(({ change }) => change !== 'unchanged')) await judgeAll(tx, session.now());
    return { changes, days };
  });
}

/** What the roll-up of a vendor's calls follows from, as one text a vendor. */
type RatingTerms = Map<number, string>;

/** Of the terms only what the roll-up takes from them: days, thresholds, spans and rating; prices come later. */
async function ratingTerms(tx: Db): Promise<RatingTerms> {
  const { vendors } = await idsByCode(tx);
  const programs = (await listPrograms(tx)).map(({ code, timezone, shortAbandonSeconds, serviceLevel }) => [
    ...[code, timezone, shortAbandonSeconds, serviceLevel?.seconds],
  ]);
  const versions = await listVersions(tx);
  const own = (code: string) =>
    versions
      .filter(({ vendor }) => vendor === code)
      .map(({ id, program, from, to, timezone, rating }) => [id, program, from, to, timezone, rating]);
  return new Map([...vendors].map(([code, id]) => [id, JSON.stringify([programs, own(code)])]));
}

/**
 * Recomputes the vendors whose terms now say otherwise, in ascending order of their ids, in which imports lock vendors
 * too: two that wait for each other would wait for ever.
 */
async function recompute(tx: Db, before: RatingTerms, after: RatingTerms): Promise<number> {
  const vendors = [...before.keys()].filter((id) => before.get(id) !== after.get(id)).sort((a, b) => a - b);
  if (vendors.length === 0) return 0;
  await beginTouched(tx);
  for (const id of vendors) await touchAll(tx, id);
  return (await refreshTouched(tx)).days;
}
