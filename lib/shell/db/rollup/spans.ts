import { type ContractVersion, contractSpans, type Rating } from '#contracts';

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

function minutes(clock: string | undefined): number | null {
  return clock === undefined ? null : Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
}

function windowRecords(windows: Rating['windows']): unknown[] | null {
  if (windows.length === 0) return null;
  return windows.map((window, place) => ({
    place,
    class: window.class,
    weekdays: window.days?.map((day) => weekdays.indexOf(day)) ?? null,
    dates: window.dates ?? null,
    from_minute: minutes(window.from),
    to_minute: minutes(window.to),
  }));
}

/** Database ids by code. */
export type Ids = { vendors: ReadonlyMap<string, number>; programs: ReadonlyMap<string, number> };

/** The contract spans of every vendor and program as the roll-up statement takes them. */
export function spanRecords(versions: readonly ContractVersion[], ids: Ids): string {
  const byId = new Map(versions.map((version) => [version.id, version]));
  const records = [...ids.vendors].flatMap(([vendor, vendorId]) =>
    [...ids.programs].flatMap(([program, programId]) =>
      contractSpans(versions, vendor, program).map(({ contractId, from, to }) => {
        const version = byId.get(contractId);
        if (!version) throw new Error(`no contract ${contractId}`);
        return {
          vendor_id: vendorId,
          program_id: programId,
          contract_id: Number(contractId),
          from_at: new Date(from).toISOString(),
          to_at: new Date(to).toISOString(),
          billable: version.rating.billable,
          basis: version.rating.basis,
          initial_s: version.rating.initialSeconds,
          increment_s: version.rating.incrementSeconds,
          exclude_ms: version.rating.excludeShorterThanSeconds * 1000,
          zone: version.timezone,
          windows: windowRecords(version.rating.windows),
        };
      }),
    ),
  );
  return JSON.stringify(records);
}
