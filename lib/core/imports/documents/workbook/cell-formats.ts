import { attribute, type XmlEvents } from './xml.ts';

/** What a number's format shows: a date, a time of day or a duration, both; null = a number. */
export type Shown = 'date' | 'time' | 'date_time' | null;

/** The formats that every workbook has without declaring them (ECMA-376 part 1, 18.8.30). */
const builtIn = new Map<number, Shown>([
  ...[14, 15, 16, 17, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 57, 58].map((id) => [id, 'date'] as const),
  ...[18, 19, 20, 21, 32, 33, 45, 46, 47, 55, 56].map((id) => [id, 'time'] as const),
  [22, 'date_time'],
]);

/** Characters of a format's code that are looked at: Excel's own limit. */
const LONGEST_CODE = 255;

/** What the code of a format shows: `yyyy-mm-dd hh:mm`, `[h]:mm:ss`; quoted words and colours do not count. */
function shownBy(code: string): Shown {
  const [positive = ''] = code
    .slice(0, LONGEST_CODE)
    .replace(/"[^"]*"|[\\_*]./g, '')
    .split(';');
  const letters = positive.toLowerCase().replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/g, '');
  if (/[0#?@]|general/.test(letters.replace(/s\.0+/g, 's'))) return null;
  const time = /[hs]|\[m/.test(letters);
  const date = /[yd]/.test(letters) || (letters.includes('m') && !time);
  if (date) return time ? 'date_time' : 'date';
  return time ? 'time' : null;
}

/** Reads the part of a workbook that says how its cells look; gives what each of its styles shows. */
export function cellFormats(): { events: XmlEvents; shown: readonly Shown[] } {
  const declared = new Map<number, Shown>();
  const shown: Shown[] = [];
  let inCells = false;
  return {
    shown,
    events: {
      open(tag) {
        if (tag.name === 'numFmt')
          declared.set(Number(attribute(tag, 'numFmtId')), shownBy(attribute(tag, 'formatCode') ?? ''));
        else if (tag.name === 'cellXfs') inCells = true;
        else if (tag.name === 'xf' && inCells) {
          const id = Number(attribute(tag, 'numFmtId') ?? 0);
          shown.push(declared.get(id) ?? builtIn.get(id) ?? null);
        }
      },
      close(name) {
        if (name === 'cellXfs') inCells = false;
      },
      text() {},
    },
  };
}
