import { inflateSync } from 'node:zlib';

type Objects = Map<string, { dict: string; stream: string }>;

function objectsOf(pdf: Uint8Array): Objects {
  const text = Buffer.from(pdf).toString('latin1');
  const objects: Objects = new Map();
  for (const [, id = '', body = ''] of text.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const [dict = '', rest] = body.split(/\nstream\n/);
    const bytes = Buffer.from((rest ?? '').replace(/\nendstream$/, ''), 'latin1');
    const stream = dict.includes('/FlateDecode') ? inflateSync(bytes).toString('latin1') : bytes.toString('latin1');
    objects.set(id, { dict, stream });
  }
  return objects;
}

/** The letters of a font by the codes of its glyphs, as its ToUnicode map has them. */
function lettersOf(objects: Objects, font: string): string[] {
  const map = /\/ToUnicode (\d+) 0 R/.exec(objects.get(font)?.dict ?? '')?.[1];
  const ranges = (objects.get(map ?? '')?.stream ?? '').matchAll(/<(\w{4})> <\w{4}> \[([^\]]*)\]/g);
  const letters: string[] = [];
  for (const [, first = '', codes = ''] of ranges)
    for (const [at, [, code = '']] of [...codes.matchAll(/<([\w ]*)>/g)].entries())
      letters[Number.parseInt(first, 16) + at] = String.fromCharCode(
        ...(code.match(/\w{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16)),
      );
  // Glyph 0 is the empty box of a letter that the font does not have.
  letters[0] = '\uFFFD';
  return letters;
}

/** What each page of a PDF of ours says, in the order in which it was written. */
export function pdfPages(pdf: Uint8Array): string[] {
  const objects = objectsOf(pdf);
  const pages = [...objects.values()].filter(({ dict }) => /\/Type \/Page\b/.test(dict));
  return pages.map(({ dict }) => {
    const resources = objects.get(/\/Resources (\d+) 0 R/.exec(dict)?.[1] ?? '')?.dict ?? '';
    const fonts = new Map(
      [...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', id = '']) => [name, lettersOf(objects, id)]),
    );
    const content = objects.get(/\/Contents (\d+) 0 R/.exec(dict)?.[1] ?? '')?.stream ?? '';
    let font: string[] = [];
    let said = '';
    for (const [, name, text] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
      if (name !== undefined) font = fonts.get(name) ?? [];
      for (const [, hex = ''] of (text ?? '').matchAll(/<(\w+)>/g))
        said += (hex.match(/\w{4}/g) ?? []).map((code) => font[Number.parseInt(code, 16)] ?? '\uFFFD').join('');
      if (text !== undefined) said += ' ';
    }
    return said.replace(/\s+/g, ' ').trim();
  });
}
