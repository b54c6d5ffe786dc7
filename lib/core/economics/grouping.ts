import type { Direction } from '#calls';
import { type Day, monthOf, weekStart } from '#time';
import type { Grouping, GroupKey } from './economics.ts';

/** Where a row stands; an amount that no call carries has a vendor and a day, and perhaps a program. */
export type Place = {
  vendor: string;
  program?: string | undefined;
  callType?: string | null;
  direction?: Direction;
  day: Day;
};

type Value = string | null | undefined;
type Field = { name: keyof GroupKey; isTime: boolean; of: (place: Place) => Value };

function fieldOf(grouping: Grouping): Field {
  switch (grouping) {
    case 'vendor':
      return { name: 'vendor', isTime: false, of: (place) => place.vendor };
    case 'program':
      return { name: 'program', isTime: false, of: (place) => place.program };
    case 'call_type':
      return { name: 'callType', isTime: false, of: (place) => place.callType };
    case 'direction':
      return { name: 'direction', isTime: false, of: (place) => place.direction };
    case 'month':
      return { name: 'month', isTime: true, of: (place) => monthOf(place.day) };
    case 'week':
      return { name: 'week', isTime: true, of: weekOf() };
    case 'day':
      return { name: 'day', isTime: true, of: (place) => place.day };
  }
}

/** Many rows share few days, and the Monday of a day costs a date. */
function weekOf(): (place: Place) => string {
  const mondays = new Map<Day, string>();
  return ({ day }) => {
    const monday = mondays.get(day) ?? weekStart(day);
    mondays.set(day, monday);
    return monday;
  };
}

/** One choice of groupings: the group of a place, and the time bucket that a month's amount is cut by. */
export type Keys = {
  /** Two places with the same text stand in the same group. */
  textOf: (place: Place) => string;
  bucketOf: (place: Place) => string;
  keyOf: (place: Place) => GroupKey;
  /** Groups in the order of their values, unknown ones last. */
  compare: (a: GroupKey, b: GroupKey) => number;
};

/** The keys of the groupings, in the order given. */
export function keysOf(by: readonly Grouping[]): Keys {
  const fields = by.map(fieldOf);
  const time = fields.filter((field) => field.isTime);
  return {
    textOf: (place) => textOf(fields, place),
    bucketOf: (place) => textOf(time, place),
    keyOf: (place) => {
      const present = fields.map(({ name, of }) => [name, of(place)]).filter(([, value]) => value !== undefined);
      return Object.fromEntries(present) as GroupKey;
    },
    compare: (a, b) => {
      const field = fields.find(({ name }) => a[name] !== b[name]);
      return field ? compareValues(a[field.name], b[field.name]) : 0;
    },
  };
}

function textOf(fields: readonly Field[], place: Place): string {
  let text = '';
  for (const { of } of fields) {
    const value = of(place);
    text += value === undefined ? '-\0' : value === null ? '0\0' : `=${value}\0`;
  }
  return text;
}

function compareValues(a: Value, b: Value): number {
  if (a === b) return 0;
  if (a == null || b == null) return a == null && (b != null || a === undefined) ? 1 : -1;
  return a < b ? -1 : 1;
}
