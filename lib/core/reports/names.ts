import type { Cell } from '#format';
import { say, text, unknown } from './cells.ts';

/** What vendors and programs are called, and each vendor's place in the palette. */
export type Names = {
  vendors: readonly { code: string; name: string; color: number }[];
  programs: readonly { code: string; name: string }[];
};

/** The vendor's name, or its code where it has none. */
export function vendorName(names: Names, code: string): Cell {
  return text(names.vendors.find((vendor) => vendor.code === code)?.name ?? code);
}

/** The program's name, or its code where it has none; no code stands for all programs of a contract together. */
export function programName(names: Names, code: string): Cell {
  if (code === '') return say('words.allPrograms');
  return text(names.programs.find((program) => program.code === code)?.name ?? code);
}

/** The vendor's place in the palette, as a row holds it. */
export function vendorColor(names: Names, code: string): { color?: number } {
  const color = names.vendors.find((vendor) => vendor.code === code)?.color;
  return color === undefined ? {} : { color };
}

/** A call type as the vendor names it, or that it gives none; unknown for an amount that no call carries. */
export function callTypeCell(callType: string | null | undefined): Cell {
  if (callType === undefined) return unknown({ key: 'gaps.no_calls' });
  return callType ? text(callType) : say('words.noCallType');
}
