const path = [
  'channel',
  'dstchannel',
  'lastapp',
  'lastdata',
  'start',
  'answer',
  'end',
  'duration',
  'billsec',
  'disposition',
  'amaflags',
];

/** cdr_csv.c: what always comes, then each group that cdr.conf turns on (loguniqueid, loguserfield, newcdrcolumns). */
const stock = ['accountcode', 'src', 'dst', 'dcontext', 'clid', ...path];
const added = ['peeraccount', 'linkedid', 'sequence'];

/** cdr_custom.conf as it is shipped. */
const custom = [
  'clid',
  'src',
  'dst',
  'dcontext',
  ...path,
  'accountcode',
  'uniqueid',
  'userfield',
  'sequence',
  'linkedid',
];

const isMoment = (cell: unknown) => typeof cell === 'string' && /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/.test(cell);
const isUniqueId = (cell: unknown) => typeof cell === 'string' && /^(?:.+-)?\d+\.\d+$/.test(cell);

function stockColumns(cells: readonly unknown[]): string[] {
  const extra = cells.length - stock.length;
  const last = extra >= added.length ? added : [];
  const named =
    extra - last.length >= 2
      ? ['uniqueid', 'userfield']
      : isUniqueId(cells[stock.length])
        ? ['uniqueid']
        : ['userfield'];
  return [...stock, ...(extra - last.length > 0 ? named : []), ...last];
}

/** The names of a header-less row's cells, by where its beginning stands and how many there are; null = no such row. */
export function columnsOf(cells: readonly unknown[]): string[] | null {
  if (isMoment(cells[8]) && cells.length >= 14) return custom;
  return isMoment(cells[9]) && cells.length >= 15 ? stockColumns(cells) : null;
}
