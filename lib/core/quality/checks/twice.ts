import { type Check, finding } from './check.ts';
import { precisionOf } from './starts.ts';

const overlapsAre = finding('overlaps');
const duplicatesAre = finding('duplicates');
const idsAre = finding('repeated_ids');
const MINUTE_MS = 60_000;
/** After-call work may run into the next call; so large a share of overlaps is more than that. */
const MUCH = 0.1;
/** And so large a one no slips at all: agents' names or starts mean something else than they are read as. */
const OTHERWISE = 0.2;

/** Calls of one agent at the same time. */
export const overlaps: Check = (counted) => {
  const { tested, calls, ms, examples } = counted.overlaps;
  if (counted.records.calls === 0) return [];
  if (tested === 0) return overlapsAre('unknown', 'no_agents');
  const told = precisionOf(counted);
  if (told !== 'seconds') return overlapsAre('unknown', 'coarse', { precision: told });
  if (calls === 0) return overlapsAre('fine', 'none', { tested });
  const share = calls / tested;
  const figures = { calls, tested, share, minutes: ms / MINUTE_MS };
  return overlapsAre(share >= MUCH ? 'wrong' : 'look', share >= OTHERWISE ? 'many' : 'found', figures, examples);
};

/** Calls that are there under another id too: billed twice, if both are. */
export const duplicates: Check = (counted) => {
  const { tested, groups, calls, stored, ms, examples } = counted.duplicates;
  if (counted.records.calls === 0) return [];
  if (tested === 0) return duplicatesAre('unknown', 'no_agents');
  const told = precisionOf(counted);
  if (told === 'days' || told === 'hours') return duplicatesAre('unknown', 'coarse', { precision: told });
  if (calls === 0) return duplicatesAre('fine', 'none', { tested });
  return duplicatesAre('wrong', 'found', { calls, groups, stored, minutes: ms / MINUTE_MS }, examples);
};

/** Ids that come again: in the same delivery, or of calls that are stored. */
export const repeatedIds: Check = ({ records: { repeated, updated, unchanged, calls } }) => {
  if (calls === 0) return [];
  const figures = { repeated, updated, unchanged };
  if (repeated > 0) return idsAre('look', 'repeated', figures);
  return idsAre('fine', updated + unchanged > 0 ? 'known' : 'none', figures);
};
