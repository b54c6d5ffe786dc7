import { LONGEST_TEXT, type XmlEvents } from './xml.ts';

/** Characters that a workbook's texts may have, each counted once. */
const MOST_CHARACTERS = 134_217_728;
/** Texts that a workbook may have. */
const MOST_STRINGS = 8_388_608;

/** Characters that XML has no place for are written as `_x000D_`. */
export function unescapedText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** Reads the texts that cells refer to by their place; pronunciations (`rPh`) are no part of them. */
export function sharedStrings(tooLarge: () => Error): { events: XmlEvents; strings: readonly string[] } {
  const strings: string[] = [];
  let characters = 0;
  let current = '';
  let inText = false;
  let aside = 0;
  const keep = () => {
    strings.push(unescapedText(current));
    characters += current.length;
    current = '';
    if (strings.length > MOST_STRINGS || characters > MOST_CHARACTERS) throw tooLarge();
  };
  return {
    strings,
    events: {
      open({ name }) {
        if (name === 'rPh') aside++;
        else if (name === 't') inText = aside === 0;
      },
      close(name) {
        if (name === 'rPh') aside--;
        else if (name === 't') inText = false;
        else if (name === 'si') keep();
      },
      text(text) {
        if (inText) current += text;
        if (current.length > LONGEST_TEXT) throw tooLarge();
      },
    },
  };
}
