import { named } from '../csv/header.ts';
import { fold } from '../vendor-words.ts';

/** Where a value of a call comes from. */
export type Source = {
  /** What a fault of it is called by: the column, or the columns that it is put together of; null = of none. */
  column: string | null;
  /** Its trimmed text in a row, whose number among the data rows is given; null where it is empty or unknown. */
  text: (cells: readonly string[], row: number) => string | null;
};

/** What a mapping says of where a value comes from. */
export type Written =
  | { from: string | readonly string[]; unknown?: readonly string[] | undefined }
  | { template: string }
  | { constant: string };

const slot = /\{([^{}]*)\}/g;
const ROW = 'row';

/** The columns that a value is taken from, as the mapping names them. */
export function columnsOf(written: Written): readonly string[] {
  if ('constant' in written) return [];
  if ('from' in written) return typeof written.from === 'string' ? [written.from] : written.from;
  return [...written.template.matchAll(slot)].flatMap(([, name = '']) => (named(name) === ROW ? [] : name));
}

/** Whether a value depends on where in its file the row stands. */
export function usesRowNumber(written: Written): boolean {
  return 'template' in written && [...written.template.matchAll(slot)].some(([, name = '']) => named(name) === ROW);
}

/** Where a column stands: by its name, trimmed and in any capitals, else by its place: `#3`. -1 = nowhere. */
export function placeOf(name: string, header: readonly string[]): number {
  const own = named(name);
  const found = header.findIndex((other) => named(other) === own);
  if (found >= 0) return found;
  const place = /^#(\d{1,5})$/.exec(own)?.[1];
  return place === undefined || Number(place) > header.length ? -1 : Number(place) - 1;
}

function cellSource(places: readonly number[], unknown: readonly string[]): Source['text'] {
  const [place = -1] = places;
  const nothing = new Set(unknown.map(fold));
  const isNothing = (text: string) => text === '' || (nothing.size > 0 && nothing.has(fold(text)));
  const cellOf = (cells: readonly string[], at: number) => cells[at]?.trim() ?? '';
  if (places.length === 1)
    return (cells) => {
      const text = cellOf(cells, place);
      return isNothing(text) ? null : text;
    };
  return (cells) => {
    const texts = places.map((at) => cellOf(cells, at)).filter((text) => !isNothing(text));
    return texts.length === 0 ? null : texts.join(' ');
  };
}

/** Fixed texts and cells by turns; empty where any of the cells is, since half an id is another call's. */
function templateSource(template: string, header: readonly string[]): Source['text'] {
  const fixed = template.split(slot).filter((_, index) => index % 2 === 0);
  const places = [...template.matchAll(slot)].map(([, name = '']) =>
    named(name) === ROW ? null : placeOf(name, header),
  );
  return (cells, row) => {
    let text = fixed[0] ?? '';
    for (const [index, place] of places.entries()) {
      const part = place === null ? String(row) : (cells[place]?.trim() ?? '');
      if (part === '') return null;
      text += part + (fixed[index + 1] ?? '');
    }
    return text.trim() || null;
  };
}

/** Makes the source of a value in a table with this header, which has all its columns. */
export function sourceOf(written: Written, header: readonly string[]): Source {
  const places = columnsOf(written).map((name) => placeOf(name, header));
  const names = [...new Set(places)].map((place) => header[place]?.trim() ?? '');
  const column = names.join(' + ') || null;
  if ('constant' in written) return { column, text: () => written.constant };
  if ('template' in written) return { column, text: templateSource(written.template, header) };
  return { column, text: cellSource(places, written.unknown ?? []) };
}
