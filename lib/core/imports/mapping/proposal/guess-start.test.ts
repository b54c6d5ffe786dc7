import { describe, expect, it } from 'vitest';
import { proposed } from '../proposed.test-data.ts';

describe('the start of a call', () => {
  const start = (...values: string[]) => {
    const { mapping, questions } = proposed('Call Date|x', ...values.map((value) => `${value}|`));
    const format = mapping.columns.started_at?.format;
    return format === '' ? questions.flatMap(({ formats }) => formats) : format;
  };

  it.each([
    ['2026-03-02T09:15:00Z', 'iso'],
    ['2026-03-02 09:15:00.123 +0200', 'iso'],
    ['02.03.2026 09:15:00|13.03.2026 09:15:00', 'dd.MM.yyyy HH:mm:ss'],
    ['3/14/2026 9:05:00 PM|3/2/2026 11:05:00 AM', 'M/d/yyyy h:mm:ss a'],
    ['03/14/26 21:05', 'MM/dd/yy H:mm'],
    ['2026/03/02 09:15', 'yyyy/MM/dd HH:mm'],
    ['20260302', 'yyyyMMdd'],
    ['990230|990201|990228', 'yyMMdd'],
    ['02-GEN-2026 09:15', 'dd-MMM-yyyy HH:mm'],
    ['Fri, 21 Aug 2026 09:00:06', 'EEE, d MMM yyyy HH:mm:ss'],
    ['Tue, 31 Mar 2026 23:59:40 +0000', 'EEE, d MMM yyyy H:mm:ss XXX'],
    ['Mar 2, 2026, 9:15 AM', 'MMM d, yyyy, h:mm a'],
    ['2 de marzo de 2026', "d 'de' MMM 'de' yyyy"],
    ['21.08.2026T09:00', "dd.MM.yyyy'T'HH:mm"],
    ['1774745990', 'epoch_s'],
    ['1774745990123', 'epoch_ms'],
    ['46083.385416667', 'excel'],
  ])('written as %s is read as %s', (values, format) => expect(start(...values.split('|'))).toBe(format));

  it.each([
    ['01/02/2026 09:15', ['dd/MM/yyyy HH:mm', 'MM/dd/yyyy HH:mm']],
    ['1-2-26', ['d-M-yy', 'M-d-yy']],
    ['01.02.03', ['dd.MM.yy', 'MM.dd.yy', 'yy.MM.dd']],
    ['010203', ['yyMMdd', 'ddMMyy', 'MMddyy']],
    ['05/05/2026', ['dd/MM/yyyy', 'MM/dd/yyyy']],
  ])('written as %s is asked about', (value, formats) => expect(start(value, value)).toEqual(formats));

  it('is put together of a day, a month and what else there is', () => {
    const bank = proposed('age|day|month|duration|y', '58|5|may|261|no', '44|30|dec|151|yes');
    expect(bank.mapping.columns).toEqual({
      started_at: { from: ['day', 'month'], format: 'd MMM' },
      talk_s: { from: 'duration', unit: 'seconds' },
    });
    const parts = proposed('Tag|Monat|Jahr|Uhrzeit', '5|3|2026|09:15', '30|12|2026|10:00');
    expect(parts.mapping.columns.started_at).toEqual({
      from: ['Tag', 'Monat', 'Jahr', 'Uhrzeit'],
      format: 'd M yyyy H:mm',
    });
  });
});
