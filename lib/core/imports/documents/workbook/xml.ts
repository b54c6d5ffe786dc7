/** A tag of XML: its name without a prefix, and what else stands in it. */
export type Tag = { name: string; rest: string; empty: boolean };

/** What is told of an XML text as it is read. */
export type XmlEvents = {
  open(tag: Tag): void;
  close(name: string): void;
  /** Text as it is meant: entities are resolved. It may come in parts. */
  text(text: string): void;
};

/** A text that is not XML as workbooks have it. */
export class NotXml extends Error {}

/** Characters that one tag or text may have. */
export const LONGEST_TEXT = 1_048_576;

const named: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function character(code: number): string {
  return code >= 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
}

function unescaped(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{1,10}));/gi, (whole, decimal, hexadecimal, name) => {
    if (decimal) return character(Number(decimal));
    return hexadecimal ? character(Number.parseInt(hexadecimal, 16)) : (named[name] ?? whole);
  });
}

const shapes = new Map<string, RegExp>();

function shapeOf(name: string): RegExp {
  const known = shapes.get(name);
  if (known) return known;
  const shape = new RegExp(`(?:^|\\s)(?:\\w+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
  shapes.set(name, shape);
  return shape;
}

/** The value of a tag's attribute, by its name without a prefix; null = it has none. */
export function attribute({ rest }: Tag, name: string): string | null {
  const found = shapeOf(name).exec(rest);
  const value = found?.[1] ?? found?.[2];
  return value === undefined ? null : unescaped(value);
}

const SLASH = 0x2f;
const COLON = 0x3a;
const SPACE = 0x20;

/** A tag from what stands between its brackets. */
function tagOf(body: string): Tag {
  const empty = body.charCodeAt(body.length - 1) === SLASH;
  const length = empty ? body.length - 1 : body.length;
  let begin = 0;
  let end = 0;
  for (; end < length; end++) {
    const code = body.charCodeAt(end);
    if (code <= SPACE) break;
    if (code === COLON) begin = end + 1;
  }
  return { name: body.slice(begin, end), rest: body.slice(end, length), empty };
}

/** Where a tag that begins at a place ends: a `>` within quotes does not end it. -1 = not in what there is. */
function endOfTag(text: string, from: number): number {
  let at = from;
  for (;;) {
    const end = text.indexOf('>', at);
    if (end < 0) return -1;
    const open = openQuote(text, at, end);
    if (open === null) return end;
    const closing = text.indexOf(open.quote, end);
    if (closing < 0) return -1;
    at = closing + 1;
  }
}

/** The quote that is open at the end of a part of a tag; null = none is. */
function openQuote(text: string, from: number, end: number): { quote: string } | null {
  for (let at = from; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code !== 0x22 && code !== 0x27) continue;
    const quote = code === 0x22 ? '"' : "'";
    at = text.indexOf(quote, at + 1);
    if (at < 0 || at > end) return { quote };
  }
  return null;
}

/** What begins here and is no tag: its opening, how it ends. Document types are refused: they can define entities. */
const sections: [opening: string, ending: string][] = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
];

/** Reads XML that comes in pieces, and tells its tags and texts. Well-formedness beyond that is not checked. */
export function xmlReader({ open, close, text: tell }: XmlEvents) {
  let rest = '';

  /** Reads one tag or section that begins at a place; its end, or -1 where it has not come yet. */
  const readTag = (text: string, at: number): number => {
    const section =
      text[at + 1] === '!' || text[at + 1] === '?' ? sections.find(([own]) => text.startsWith(own, at)) : null;
    if (section) {
      const [opening, ending] = section;
      const end = text.indexOf(ending, at + opening.length);
      if (end >= 0 && opening.endsWith('[')) tell(text.slice(at + opening.length, end));
      return end < 0 ? -1 : end + ending.length;
    }
    const end = endOfTag(text, at + 1);
    if (end < 0) return -1;
    if (text[at + 1] === '!') throw new NotXml('a document type');
    if (text[at + 1] === '/') close(tagOf(text.slice(at + 2, end)).name);
    else {
      const tag = tagOf(text.slice(at + 1, end));
      open(tag);
      if (tag.empty) close(tag.name);
    }
    return end + 1;
  };

  /** Reads as far as what has come is whole. */
  return (piece: string): void => {
    const text = rest + piece;
    let at = 0;
    for (;;) {
      const next = text.indexOf('<', at);
      if (next < 0) break;
      if (next > at) tell(unescaped(text.slice(at, next)));
      at = next;
      const end = readTag(text, next);
      if (end < 0) break;
      at = end;
    }
    rest = text.slice(at);
    if (rest.length > LONGEST_TEXT) throw new NotXml('a tag or text without end');
  };
}
