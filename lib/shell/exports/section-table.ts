import type { Cell, Text } from '#format';
import type { ZonePicture } from '#reports';
import {
  type Column,
  type CurveChart,
  type HandlePicture,
  pointCell,
  type Row,
  type Section,
  type Table,
  type TimeChart,
} from '#reports';

/** What a section shows as a table: a chart by its points, a picture by its figures; a table is itself. */
export function sectionTable(section: Section): Table {
  switch (section.kind) {
    case 'table':
      return section;
    case 'time':
      return chartTable(section);
    case 'curve':
      return curveTable(section);
    case 'zone':
      return zoneTable(section);
    case 'handle':
      return handleTable(section);
  }
}

/** One row a step; the calls are those of any line, since all lines of a chart are of the same calls. */
function chartTable({ id, title, unit, step, lines, notes }: TimeChart): Table {
  const days = [...new Set(lines.flatMap(({ points }) => points.map(({ day }) => day)))].sort();
  const columns: Column[] = [
    { id: 'day', label: { key: `exports.steps.${step}` }, align: 'start' },
    ...lines.map(
      (line): Column => ({
        id: `line.${line.id}`,
        label: line.label,
        unit,
        align: 'end',
        ...(line.points.some(({ interval }) => interval) && { interval: true }),
      }),
    ),
    { id: 'calls', label: { key: 'columns.calls' }, align: 'end' },
  ];
  const rows = days.map((day): Row => {
    const points = lines.map((line) => ({ id: line.id, point: line.points.find((own) => own.day === day) }));
    const calls = Math.max(0, ...points.map(({ point }) => point?.calls ?? 0));
    const figures = points.map(({ id: line, point }): [string, Cell] => [
      `line.${line}`,
      point ? pointCell(unit, point) : { kind: 'unknown' },
    ]);
    return {
      id: day,
      cells: { day: { kind: 'day', day }, ...Object.fromEntries(figures), calls: { kind: 'count', value: calls } },
    };
  });
  return { kind: 'table', id, title, columns, rows, notes };
}

/** One row a day after the call, as far as the longest line goes. */
function curveTable({ id, title, unit, lines, notes }: CurveChart): Table {
  const length = Math.max(0, ...lines.map(({ points }) => points.length));
  const columns: Column[] = [
    { id: 'after', label: { key: 'exports.daysAfter' }, align: 'end' },
    ...lines.map((line): Column => ({ id: `line.${line.id}`, label: line.label, unit, align: 'end' })),
  ];
  const rows = Array.from({ length }, (_, after): Row => {
    const figures = lines.map(({ id: line, points }): [string, Cell] => [
      `line.${line}`,
      pointCell(unit, { day: '', calls: 0, value: points[after]?.value ?? null }),
    ]);
    return { id: String(after), cells: { after: { kind: 'count', value: after }, ...Object.fromEntries(figures) } };
  });
  return { kind: 'table', id, title, columns, rows, notes };
}

function zoneTable({ price, floor, ceiling, ...picture }: ZonePicture): Table {
  return figureTable(picture, [
    { id: 'floor', label: { key: 'columns.floor' }, ...floor },
    { id: 'price', label: { key: 'exports.price' }, value: price },
    { id: 'ceiling', label: { key: 'columns.ceiling' }, value: ceiling },
  ]);
}

function handleTable({ parts, aht, plan, breakEven, mark, notes, ...picture }: HandlePicture): Table {
  return figureTable({ ...picture, notes: mark ? [mark, ...notes] : notes }, [
    ...parts.map(({ id, label, seconds }) => ({ id, label, value: seconds })),
    { id: 'aht', label: { key: 'columns.aht' }, value: aht },
    ...(plan === null ? [] : [{ id: 'plan', label: { key: 'charts.plan' }, value: plan }]),
    ...(breakEven ? [{ id: 'breakEven', label: { key: 'columns.breakEvenAht' }, ...breakEven }] : []),
  ]);
}

type Picture = Pick<ZonePicture | HandlePicture, 'id' | 'title' | 'unit' | 'notes'>;
type Figure = { id: string; label: Text; value: number | null; low?: number; high?: number };

/** Named figures of one unit, with the range that an assumption gives them. */
function figureTable({ id, title, unit, notes }: Picture, figures: Figure[]): Table {
  const cell = (value: number | null) => pointCell(unit, { day: '', calls: 0, value });
  const column = (end: string, key: string): Column => ({ id: end, label: { key }, unit, align: 'end' });
  const ranged = figures.some(({ low, high }) => low !== high);
  return {
    kind: 'table',
    id,
    title,
    columns: [
      { id: 'measure', label: { key: 'columns.measure' }, align: 'start' },
      column('value', 'exports.value'),
      ...(ranged ? [column('low', 'exports.low'), column('high', 'exports.high')] : []),
    ],
    rows: figures.map(({ id: own, label, value, low, high }) => ({
      id: own,
      cells: {
        measure: { kind: 'say', text: label },
        value: cell(value),
        ...(low !== undefined && { low: cell(low) }),
        ...(high !== undefined && { high: cell(high) }),
      },
    })),
    notes,
  };
}
