/** How a file writes decimals; thousands may be set apart by the other mark, a space or an apostrophe. */
export type DecimalMark = 'point' | 'comma';

const grouped = (groups: string, mark: string) =>
  new RegExp(`^[+-]?(?:\\d{1,3}([${groups}'’\\s])\\d{3}(?:\\1\\d{3})*|\\d*)(?:${mark}\\d+)?$`);

const shapes = { point: grouped(',', '\\.'), comma: grouped('.', ',') };
const bare = /^\d+$/;

/** A number as digits with a point before its decimals, nothing between thousands; null = it is no such number. */
export function plainNumber(text: string, mark: DecimalMark): string | null {
  if (bare.test(text)) return text;
  if (!shapes[mark].test(text) || !/\d/.test(text)) return null;
  const [whole = '', decimals] = text.replace(/^\+/, '').split(mark === 'comma' ? ',' : '.');
  const digits = whole.replace(/[^\d-]/g, '').replace(/^(-?)$/, '$10');
  return decimals === undefined ? digits : `${digits}.${decimals}`;
}
