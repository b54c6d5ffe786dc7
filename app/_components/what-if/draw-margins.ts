import type { MarginCurve } from '#economics';
import { cellText, type Say } from '#format';
import { scaleOf, tickDigits } from '#reports';
import type { Axis, DrawnChart, DrawnLine, DrawnPoint } from '../charts/drawn-chart.ts';

/** Handle times worth a mark on the picture, in seconds. */
export type MarginMark = { id: 'today' | 'plan' | 'vendorBreakEven' | 'clientBreakEven'; aht: number };

export type Curves = { current: MarginCurve | null; proposed: MarginCurve };

/** Today's AHT, the plan's, and where a margin turns under the proposed terms, in the order of the axis. */
export function marginMarks({ proposed }: Curves, plan: number | null): MarginMark[] {
  const { today, breakEven } = proposed;
  const marks: { id: MarginMark['id']; aht: number | null }[] = [
    { id: 'today', aht: today },
    { id: 'plan', aht: plan },
    { id: 'vendorBreakEven', aht: breakEven.vendor },
    { id: 'clientBreakEven', aht: breakEven.client },
  ];
  return marks.filter((mark): mark is MarginMark => mark.aht !== null).sort((a, b) => a.aht - b.aht);
}

/** The words around the picture, which are not the report's. */
type MarginWords = { title: string; description: string; share: (share: number) => string };

type Drawing = { marks: readonly MarginMark[]; currency: string; words: MarginWords; say: Say };

/** Places and words of both margins against handle time: in force dashed, proposed drawn through with the wage's band. */
export function drawMargins({ current, proposed }: Curves, { marks, currency, words, say }: Drawing): DrawnChart {
  const points = proposed.points.map((own, index): DrawnPoint => {
    const was = current?.points[index];
    const text = (value: number) => cellText({ kind: 'perCall', value, currency, signed: true }, say);
    const at = (value: number | null | undefined, band: [number, number] | null = null) =>
      value == null ? null : { at: value, band, text: text(value) };
    const { vendor } = own;
    return {
      x: own.aht,
      title: cellText({ kind: 'seconds', value: own.aht }, say),
      calls: words.share(own.aht / proposed.today),
      values: {
        client: at(was?.client),
        clientNew: at(own.client),
        vendor: at(was?.vendor?.value),
        vendorNew: at(vendor?.value, vendor && [vendor.high, vendor.low]),
      },
    };
  });
  return {
    ...{ title: words.title, description: words.description, points },
    x: axisOf([proposed.points[0]?.aht ?? 0, proposed.points.at(-1)?.aht ?? 1], say),
    y: axisOf(
      points.flatMap(({ values }) =>
        Object.values(values).flatMap((own) => (own ? [own.at, ...(own.band ?? [])] : [])),
      ),
      say,
      true,
    ),
    lines: lines.map(({ label, ...line }) => ({ ...line, label: say({ key: `whatIf.curve.${label}` }) })),
    marks: marks.map(({ aht }, index) => ({ x: aht, name: String(index + 1) })),
  };
}

const looks = { dot: 'none', hasBand: false } as const;
const lines: DrawnLine[] = [
  { ...looks, id: 'client', label: 'client', color: 'var(--revenue)', stroke: 'dashed' },
  { ...looks, id: 'clientNew', label: 'clientNew', color: 'var(--revenue)', stroke: 'solid' },
  { ...looks, id: 'vendor', label: 'vendor', color: 'var(--cost)', stroke: 'dashed' },
  { ...looks, id: 'vendorNew', label: 'vendorNew', color: 'var(--cost)', stroke: 'solid', hasBand: true },
];

/** An axis with round ticks; one of money begins at zero, one of time ends where its values do. */
function axisOf(values: readonly number[], say: Say, money = false): Axis {
  const scale = scaleOf(values, money ? 5 : 8);
  const digits = money ? Math.max(2, tickDigits(scale.ticks)) : 0;
  const [min, max] = money ? [scale.min, scale.max] : [Math.min(...values), Math.max(...values)];
  const ticks = scale.ticks.filter((at) => min <= at && at <= max);
  return { min, max, ticks: ticks.map((at) => ({ at, text: cellText({ kind: 'number', value: at, digits }, say) })) };
}
