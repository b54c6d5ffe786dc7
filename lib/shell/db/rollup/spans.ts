import { type ContractVersion, contractSpans } from '#contracts';
import { type ClassTable, classTable } from '#rating';

/** Database ids by code. */
export type Ids = { vendors: ReadonlyMap<string, number>; programs: ReadonlyMap<string, number> };

/** The id of a code that has been declared. */
export function idOf(ids: ReadonlyMap<string, number>, code: string): number {
  const id = ids.get(code);
  if (id === undefined) throw new Error(`"${code}" is not declared`);
  return id;
}

/** A vendor's program, by code and by database id. */
export type Pair = { vendor: string; program: string; vendorId: number; programId: number };

/** Every vendor with every program, or those of the codes given. */
export function pairsOf({ vendors, programs }: Ids, only: { vendor?: string; program?: string } = {}): Pair[] {
  const of = (ids: Ids['vendors'], code: string | undefined) =>
    [...ids].filter(([own]) => code === undefined || own === code);
  return of(vendors, only.vendor).flatMap(([vendor, vendorId]) =>
    of(programs, only.program).map(([program, programId]) => ({ vendor, program, vendorId, programId })),
  );
}

const noWindows: Record<keyof ClassTable, null> = { dates: null, starts: null, classes: null };

function ratingRecord({ rating, timezone }: ContractVersion) {
  return {
    billable: rating.billable,
    basis: rating.basis,
    initial_s: rating.initialSeconds,
    increment_s: rating.incrementSeconds,
    exclude_ms: rating.excludeShorterThanSeconds * 1000,
    repeat_h: rating.excludeRepeatsWithinHours ?? null,
    zone: timezone,
    ...(rating.windows.length === 0 ? noWindows : classTable(rating.windows)),
  };
}

/** Contract spans as the rating statement takes them, and whether any of them leaves out repeats. */
export type Spans = { json: string; repeats: boolean };

/** The contract spans of vendors' programs. A version's id must be the text of a whole number. */
export function spansOf(versions: readonly ContractVersion[], pairs: readonly Pair[]): Spans {
  const byId = new Map(versions.map((version) => [version.id, version]));
  const records = pairs.flatMap(({ vendor, program, vendorId, programId }) =>
    contractSpans(versions, vendor, program).map(({ contractId, from, to }) => {
      const version = byId.get(contractId);
      if (!version) throw new Error(`no contract ${contractId}`);
      return {
        vendor_id: vendorId,
        program_id: programId,
        contract_id: Number(contractId),
        from_at: new Date(from).toISOString(),
        to_at: new Date(to).toISOString(),
        ...ratingRecord(version),
      };
    }),
  );
  return { json: JSON.stringify(records), repeats: records.some(({ repeat_h }) => repeat_h !== null) };
}
