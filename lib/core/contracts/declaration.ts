import { z } from 'zod';
import { outcomes } from '#calls';
import { type Contract, contract } from './contract.ts';
import { amount, code, currency, day, decimalBetween, zone } from './scalars.ts';
import { overlaps } from './versions.ts';

const vendor = z.strictObject({
  code,
  name: z.string().min(1).max(120),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'a country is two capital letters (ISO 3166)')
    .optional(),
  timezone: zone,
  status: z.enum(['live', 'training', 'notice', 'ended']).default('live'),
});
export type VendorDeclaration = z.output<typeof vendor>;

const share = decimalBetween(0, 1, '0 to 1');
const requiredMargin = z.union([z.strictObject({ perCall: amount }), z.strictObject({ share })]);
const serviceLevel = z.strictObject({
  seconds: z.int().min(0).max(3600),
  target: z.number().min(0).max(1).optional(),
  abandons: z.enum(['ignored', 'negative', 'positive']).default('ignored'),
});

/** A program as declared; also reads stored ones back. */
export const program = z.strictObject({
  code,
  name: z.string().min(1).max(120),
  direction: z.enum(['inbound', 'outbound']),
  timezone: zone,
  currency,
  grossMargin: share.default('1'),
  otherCostPerCall: amount.default('0'),
  requiredMargin: requiredMargin.default({ perCall: '0' }),
  serviceLevel: serviceLevel.optional(),
  shortAbandonSeconds: z.int().min(0).max(600).default(0),
  repeatWindowDays: z.int().min(0).max(365).default(7),
  /** Whose talk, hold and wrap a transferred call has: those of every agent, or of the last alone. */
  transferTime: z.enum(['every_leg', 'last_leg']).default('every_leg'),
  /** Which day later revenue changes: the call's, or its own. */
  revenueBooking: z.enum(['call_day', 'event_day']).default('call_day'),
  /** A revenue event that names no call belongs to the customer's last call within so many days before it. */
  lastTouchDays: z.int().min(0).max(365).default(30),
  goLive: day.optional(),
});
/** A campaign or line of business, with what the client's own book needs to know about it. */
export type Program = z.output<typeof program>;

const outcomeMap = z.strictObject({
  vendor: code,
  map: z.record(z.string().min(1), z.enum(outcomes)).default({}),
  /** Dispositions that are no calls at all: such rows are kept aside with this reason. */
  leaveOut: z.record(z.string().min(1), z.string().min(1)).default({}),
  /** Programs by the vendor's own word for them: a queue, campaign or skill that its logs name. */
  programs: z.record(z.string().min(1), code).default({}),
});

const declaration = z
  .strictObject({
    currency: currency.optional(),
    timezone: zone.optional(),
    vendors: z.array(vendor).default([]),
    programs: z.array(program).default([]),
    contracts: z.array(contract).default([]),
    outcomes: z.array(outcomeMap).default([]),
  })
  .superRefine((value, context) => {
    const unique = (list: { code: string }[], name: string) => {
      for (const [index, { code: own }] of list.entries())
        if (list.findIndex((other) => other.code === own) < index)
          context.addIssue({ code: 'custom', message: `"${own}" is declared twice`, path: [name, index, 'code'] });
    };
    unique(value.vendors, 'vendors');
    unique(value.programs, 'programs');
    for (const { first, second } of overlaps(value.contracts))
      context.addIssue({
        code: 'custom',
        message: `overlaps contracts[${first}] of the same vendor and program; versions are half-open [from, to)`,
        path: ['contracts', second, 'from'],
      });
  });
export type Declaration = z.output<typeof declaration>;

/** One fault of a declaration, with the path to it: `contracts[0].charges[1].rate`. */
export type DeclarationIssue = { path: string; message: string };

function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '');
}

/** Of the forms that a value may have, the one that was meant: of the right type, and with the fewest faults. */
function closest(forms: readonly z.core.$ZodIssue[][]): z.core.$ZodIssue[] {
  const wrongType = ({ path, code }: z.core.$ZodIssue) =>
    path.length === 0 && (code === 'invalid_type' || code === 'invalid_union');
  const distance = (issues: z.core.$ZodIssue[]) => issues.length + (issues.some(wrongType) ? 1000 : 0);
  return [...forms].sort((a, b) => distance(a) - distance(b))[0] ?? [];
}

function flatten(issues: readonly z.core.$ZodIssue[], base: PropertyKey[] = []): DeclarationIssue[] {
  return issues.flatMap((issue): DeclarationIssue[] => {
    const path = [...base, ...issue.path];
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({ path: pathText([...path, key]), message: 'unknown key' }));
    if (issue.code === 'invalid_union' && issue.errors.length > 0) return flatten(closest(issue.errors), path);
    return [{ path: pathText(path), message: issue.message }];
  });
}

/** Reads a declaration from parsed YAML or JSON; every fault is reported, not only the first. */
export function parseDeclaration(
  input: unknown,
): { ok: true; declaration: Declaration } | { ok: false; issues: DeclarationIssue[] } {
  const result = declaration.safeParse(input ?? {});
  return result.success ? { ok: true, declaration: result.data } : { ok: false, issues: flatten(result.error.issues) };
}

/** Reads one contract, as a form or a file gives it; every fault with its path within the contract: `charges[1].rate`. */
export function parseContract(
  input: unknown,
): { ok: true; contract: Contract } | { ok: false; issues: DeclarationIssue[] } {
  const result = contract.safeParse(input);
  return result.success ? { ok: true, contract: result.data } : { ok: false, issues: flatten(result.error.issues) };
}
