import { describe, expect, it } from 'vitest';
import { download } from './download.ts';

const disposition = (name: string) => download(name, '').headers.get('content-disposition');

describe('the name of a download', () => {
  it.each([
    ['breakeven-norte.csv', 'attachment; filename="breakeven-norte.csv"'],
    // é is C3 A9 in UTF-8.
    ["l'été.pdf", `attachment; filename="l__t_.pdf"; filename*=UTF-8''l%27%C3%A9t%C3%A9.pdf`],
    ['a"\r\nx: y.csv', `attachment; filename="a___x__y.csv"; filename*=UTF-8''a%22%0D%0Ax%3A%20y.csv`],
  ])('%j cannot leave its header', (name, header) => expect(disposition(name)).toBe(header));

  it('goes with what the bytes are', () => {
    expect(download('a.csv', '').headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(download('a.pdf', '', 'application/pdf').headers.get('content-type')).toBe('application/pdf');
  });
});
