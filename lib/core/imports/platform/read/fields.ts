import { z } from 'zod';
import { type Fault, isFault } from '../../cells/fault.ts';

/** What platforms write where they have nothing to say; never a zero. */
const nothing = new Set(['', '-', '--', '[none]', 'n/a', 'null']);

/** A value of a record as text: trimmed, and null where it says nothing. Anything but one plain value is a fault. */
function textOf(value: unknown): string | null | Fault {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'string') return { fault: { key: 'rejects.not_one_value' } };
  const text = value.trim();
  return nothing.has(text.toLowerCase()) ? null : text;
}

function field<T, Absent>(read: (text: string) => T | Fault, absent: Absent | Fault) {
  return z.unknown().transform((value, context): T | Absent => {
    const text = textOf(value);
    const found = text === null ? absent : isFault(text) ? text : read(text);
    if (!isFault(found)) return found;
    context.addIssue({ code: 'custom', params: { reason: found.fault } });
    return z.NEVER;
  });
}

const empty: Fault = { fault: { key: 'rejects.empty' } };

/** A value that must be there and be readable. */
export function required<T>(read: (text: string) => T | Fault) {
  return field<T, never>(read, empty);
}

/** A value that may be missing (null), and is readable where it is there. */
export function optional<T>(read: (text: string) => T | Fault) {
  return field<T, null>(read, null);
}

/** A value of which no figure is made: null where it is missing or cannot be read, so that no call is lost for it. */
export function detail<T>(read: (text: string) => T | Fault) {
  return z.unknown().transform((value): T | null => {
    const text = textOf(value);
    const found = text === null || isFault(text) ? null : read(text);
    return isFault(found) ? null : found;
  });
}
