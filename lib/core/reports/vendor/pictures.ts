import { type Economics, type MeetingPoint, type Range, zoneOf } from '#economics';
import type { Text } from '#format';
import { perCall, seconds } from '../cells.ts';
import { unit } from '../columns.ts';
import type { HandlePicture, ZonePicture } from '../report.ts';
import { type Worked, type WorkedFigure, worked } from '../worked.ts';

/** The price between the vendor's floor and the client's ceiling; null where one of them is not known. */
export function zonePicture(economics: Economics): ZonePicture | null {
  const { perCall: each, currency, meetingPoint } = economics;
  const { cost: price, floor, ceiling } = each;
  if (price === null || floor === null || ceiling === null) return null;
  const zone = zoneOf(price, floor.value, ceiling);
  return {
    kind: 'zone',
    id: 'zone',
    title: { key: 'charts.zone' },
    unit: unit.money(currency),
    zone,
    price,
    floor: ordered(floor),
    ceiling,
    worked: workedBy({ price: 'cost', floor: 'floor', ceiling: 'ceiling' }, economics),
    notes: [{ key: `zoneMeanings.${zone}` }, ...(zone === 'broken' ? wayOut(meetingPoint, currency) : [])],
  };
}

/** Where floor and ceiling would meet, at the best guess of the wage. */
function wayOut(meeting: MeetingPoint | null, currency: string): Text[] {
  const { aht, revenuePerCall } = meeting ?? { aht: null, revenuePerCall: null };
  const revenue = revenuePerCall && perCall(revenuePerCall.value, currency);
  return [
    ...(aht ? [{ key: 'charts.meetingAht', values: { aht: seconds(aht.value) } }] : []),
    ...(revenue ? [{ key: 'charts.meetingRevenue', values: { revenue } }] : []),
  ];
}

/** Handle time by its parts against the plan and the vendor's break-even; null without calls. */
export function handlePicture(economics: Economics, plan: number | null, mark: Text | null): HandlePicture | null {
  const { aht, ahtParts, breakEvenAht } = economics;
  if (aht === null) return null;
  return {
    kind: 'handle',
    id: 'handle',
    title: { key: 'charts.handle' },
    unit: unit.seconds,
    parts: [
      { id: 'talk', label: { key: 'columns.talk' }, seconds: ahtParts.talk },
      { id: 'hold', label: { key: 'columns.hold' }, seconds: ahtParts.hold },
      { id: 'wrap', label: { key: 'columns.wrap' }, seconds: ahtParts.wrap },
    ],
    aht,
    plan,
    breakEven: breakEvenAht && breakEvenAht.value > 0 ? ordered(breakEvenAht) : null,
    worked: workedBy({ aht: 'aht', breakEven: 'breakEvenAht' }, economics),
    mark,
    notes: [],
  };
}

/** The figures of a picture worked through, by the names that they have in it. */
function workedBy<Name extends string>(
  figures: Record<Name, WorkedFigure>,
  economics: Economics,
): Partial<Record<Name, Worked>> {
  const all = Object.entries<WorkedFigure>(figures).map(([name, figure]) => [name, worked(figure, economics)] as const);
  return Object.fromEntries(all.filter(([, found]) => found !== null)) as Partial<Record<Name, Worked>>;
}

/** A band is drawn from its smaller to its larger end, whichever wage gives which. */
function ordered({ value, low, high }: Range): Range {
  return { value, low: Math.min(low, high), high: Math.max(low, high) };
}
