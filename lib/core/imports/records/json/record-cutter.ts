import type { Unusable } from '../../unusable-file-error.ts';
import { isListOfRecords } from './list-keys.ts';
import { DEEPEST, LONGEST_RECORD } from './parse-value.ts';

/** The text of one record of a JSON document, counted from 1; null = its lists and objects lie too deep in each other. */
export type Cut = { row: number; text: string | null };

/** A page whose list of records is being read: depth of the object, and of the list that the page itself stands in. */
type Page = { base: number; outer: number | null; passing: boolean };

/** A page's list lies in the page, or one object deeper. */
const DEEPEST_LIST = 2;

const inText = /["\\\n]/g;
const outside = /["{}[\]:,]/g;

/**
 * Cuts a JSON text that comes in pieces into the texts of its records, and keeps no more of it than one record:
 * - objects one after the other, with or without anything between them, are records each; of a list its elements;
 * - of an object with a list of objects under a key of `isListOfRecords` the elements of that list: it is a page of an
 *   answer. Whether a document has pages its first object decides, so that a record's own list never hides the record.
 *
 * It looks at brackets and quotes only, so that one broken record does not take the others with it: a line break within
 * a text, which JSON does not allow, ends the text.
 */
export class RecordCutter {
  readonly #unusable: Unusable;
  readonly #pages: boolean;
  #cuts: Cut[] = [];
  #count = 0;
  #text = '';
  #at = 0;
  /** Where the text begins that is kept: a record, or what stands between two. */
  #start = 0;
  #depth = 0;
  /** The depth at which commas part records; null = objects stand one after the other. */
  #list: number | null = null;
  #page: Page | null = null;
  #quoted = false;
  #quote = 0;
  #string = '';
  /** Of the record that is read: the keys that lead to where it is read, whether it lies too deep, whether it is an empty page. */
  #keys: string[] = [];
  #deep = false;
  #emptyPage = false;
  /** A list that is one of records if an object comes next. */
  #candidate = false;
  #holds: 'unknown' | 'records' | 'pages' = 'unknown';

  constructor(unusable: Unusable, { pages }: { pages: boolean }) {
    this.#unusable = unusable;
    this.#pages = pages;
  }

  /** The records that end in this piece of the text. Throws where it is no JSON, and for a record without end. */
  push(piece: string): Cut[] {
    this.#cuts = [];
    this.#text += piece;
    while (this.#step());
    this.#forget();
    return this.#cuts;
  }

  /** To be called after the last piece: throws where a record or a list is not closed. */
  end(): void {
    if (this.#depth > 0 || this.#quoted) throw this.#unusable({ key: 'files.json_cut_off' }, { row: this.#count + 1 });
  }

  /** Goes to the next character that matters; false = what has come so far has none. */
  #step(): boolean {
    const characters = this.#quoted ? inText : outside;
    characters.lastIndex = this.#at;
    const index = characters.exec(this.#text)?.index;
    if (index === undefined || (this.#quoted && this.#text[index] === '\\' && index + 1 === this.#text.length)) {
      this.#at = index ?? this.#text.length;
      return false;
    }
    this.#at = index + 1;
    this.#see(this.#text[index] ?? '', index);
    return true;
  }

  #see(character: string, index: number): void {
    if (this.#quoted) this.#withinText(character, index);
    else if (character === '"') {
      this.#quoted = true;
      this.#quote = index;
      this.#candidate = false;
    } else if (character === ':') this.#key();
    else if (character === ',') {
      this.#candidate = false;
      if (this.#depth === this.#list) this.#endRecord(index, index + 1);
    } else if (character === '{' || character === '[') this.#open(character, index);
    else this.#close(index);
  }

  #withinText(character: string, index: number): void {
    if (character === '\\') {
      this.#at = index + 2;
      return;
    }
    this.#quoted = false;
    this.#string = this.#looksForPage() ? this.#text.slice(this.#quote + 1, index) : '';
  }

  /** How deep in the record it is read: 1 = in the record's own object. */
  #level(): number {
    return this.#depth - (this.#list ?? 0);
  }

  #looksForPage(): boolean {
    return this.#pages && this.#holds !== 'records' && this.#page === null && this.#level() <= DEEPEST_LIST;
  }

  #key(): void {
    if (!this.#looksForPage()) return;
    this.#keys.length = Math.max(0, this.#level() - 1);
    this.#keys.push(this.#string);
  }

  #open(bracket: string, index: number): void {
    if (this.#candidate && bracket === '{') this.#beginPage(index);
    const isCandidate =
      bracket === '[' && this.#looksForPage() && this.#keys.length === this.#level() && isListOfRecords(this.#keys);
    this.#candidate = isCandidate && this.#level() > 0;
    if (this.#depth === 0) this.#beginTop(bracket, index);
    this.#depth++;
    if (this.#page?.passing !== true && this.#level() > DEEPEST) this.#deep = true;
  }

  /** A value that stands in nothing: an object is a record, of a list the elements are. */
  #beginTop(bracket: string, index: number): void {
    this.#checkGap(index);
    this.#start = index;
    if (bracket === '{') return;
    this.#list = 1;
    this.#start = index + 1;
  }

  #beginPage(index: number): void {
    this.#page = { base: this.#list ?? 0, outer: this.#list, passing: false };
    this.#holds = 'pages';
    this.#list = this.#depth;
    this.#start = index;
    this.#deep = false;
  }

  #close(index: number): void {
    if (this.#candidate) this.#emptyPage = true;
    this.#candidate = false;
    this.#depth--;
    if (this.#depth < 0) throw this.#unusable({ key: 'files.not_json' }, { row: this.#count + 1 });
    if (this.#page?.passing) {
      if (this.#depth === this.#page.base) this.#endPage(index + 1);
    } else if (this.#list !== null && this.#depth < this.#list) this.#endList(index);
    else if (this.#list === null && this.#depth === 0) this.#endRecord(index + 1, index + 1);
  }

  #endList(index: number): void {
    this.#endRecord(index, index + 1);
    this.#list = this.#page?.outer ?? null;
    if (this.#page) this.#page.passing = true;
  }

  #endPage(next: number): void {
    this.#page = null;
    this.#keys = [];
    this.#start = next;
  }

  #endRecord(end: number, next: number): void {
    const text = this.#deep ? null : this.#text.slice(this.#start, end).trim();
    if (this.#emptyPage && this.#page === null && this.#holds !== 'records') this.#holds = 'pages';
    else if (text !== '') {
      if (this.#holds === 'unknown') this.#holds = 'records';
      this.#cuts.push({ row: ++this.#count, text });
    }
    this.#start = next;
    this.#deep = false;
    this.#emptyPage = false;
    this.#keys = [];
  }

  /** Between objects that stand one after the other there is nothing, or a comma. */
  #checkGap(end: number): void {
    if (/[^\s,]/.test(this.#text.slice(this.#start, end)))
      throw this.#unusable({ key: 'files.not_json' }, { row: this.#count + 1 });
  }

  /** Drops what has been read, save what belongs to the record that is being read. */
  #forget(): void {
    const between = this.#depth === 0;
    if (between) this.#checkGap(this.#text.length);
    const from = this.#deep || this.#page?.passing || between ? this.#at : this.#start;
    this.#text = this.#text.slice(from);
    this.#at -= from;
    this.#start -= from;
    this.#quote -= from;
    if (this.#text.length > LONGEST_RECORD)
      throw this.#unusable(
        { key: 'files.record_too_long', values: { longest: LONGEST_RECORD } },
        { row: this.#count + 1 },
      );
  }
}
