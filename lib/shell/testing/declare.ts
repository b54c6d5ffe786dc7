import type { Session } from '#db';
import { applyDeclaration } from '#operations';

type Fields = Record<string, unknown>;

/** A declared vendor as a declaration file writes it. */
export const vendor = (code: string, over: Fields = {}): Fields => ({
  code,
  name: `Vendor ${code}`,
  timezone: 'Europe/Madrid',
  ...over,
});

/** A declared program: inbound, Rome's days, euros. */
export const program = (code: string, over: Fields = {}): Fields => ({
  code,
  name: `Program ${code}`,
  direction: 'inbound',
  timezone: 'Europe/Rome',
  currency: 'EUR',
  ...over,
});

/** A contract of a vendor for all programs, without an end: 3.60 euros a handled call. */
export const contract = (code: string, over: Fields = {}): Fields => ({
  vendor: code,
  from: '2026-01-01',
  currency: 'EUR',
  timezone: 'Europe/Madrid',
  charges: [{ kind: 'per_call', rate: '3.60' }],
  ...over,
});

type Declared = {
  currency?: string;
  timezone?: string;
  vendors?: Fields[];
  programs?: Fields[];
  contracts?: Fields[];
  outcomes?: Fields[];
};

/** Declares in a session; a JSON text is a YAML text. */
export function declare(session: Session, declared: Declared): ReturnType<typeof applyDeclaration> {
  return applyDeclaration(session, { text: JSON.stringify(declared), fileName: 'test.yaml' });
}

/** Vendor `norte`, program `orders` and a contract between them: what most tests start from. */
export const norte: Declared = {
  vendors: [vendor('norte')],
  programs: [program('orders')],
  contracts: [contract('norte', { program: 'orders' })],
};
