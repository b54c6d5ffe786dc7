import { type Contract, type ContractVersion, standing } from '#contracts';
import type { Session } from '#db';
import type { StandingVersion } from '#reports';
import { type Day, localDay } from '#time';

/** The local day that it is now in a zone. */
export function todayIn({ now }: Session, zone: string): Day {
  return localDay(now().getTime(), zone);
}

/** Each version with where it stands today by its own calendar. */
export function withStanding(session: Session, versions: readonly ContractVersion[]): StandingVersion[] {
  return versions.map((version) => ({ version, standing: standing(version, todayIn(session, version.timezone)) }));
}

/** The versions of the same vendor and program, by their first day. */
export function ofScope<T extends ContractVersion>(
  versions: readonly T[],
  { vendor, program }: Pick<Contract, 'vendor' | 'program'>,
): T[] {
  return versions
    .filter((version) => version.vendor === vendor && version.program === program)
    .sort((a, b) => (a.from < b.from ? -1 : 1));
}
