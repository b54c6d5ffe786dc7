import { describe, expect, it } from 'vitest';
import { vendorWords } from '#db';
import { declare, importLog, norte, testSession } from '#testing';
import { saveVendorWords } from './save-vendor-words.ts';

describe('the words of a vendor', () => {
  it('are kept beside those that were known, and hold for the next file', async () => {
    const session = await testSession();
    await declare(session, { ...norte, outcomes: [{ vendor: 'norte', map: { Venta: 'sale', Nula: 'no_contact' } }] });

    await saveVendorWords(session, 'norte', { outcomes: { Nula: 'other' }, programs: { 'Cola 1': 'orders' } });
    expect((await vendorWords(session.database)).get('norte')).toEqual({
      outcomeMap: new Map([
        ['Venta', 'sale'],
        ['Nula', 'other'],
      ]),
      leaveOut: new Map(),
      programs: new Map([['Cola 1', 'orders']]),
    });

    const log = 'call_id,started_at,talk_s,disposition\n1,2026-03-01T10:00:00Z,60,Pedido\n';
    expect(await importLog(session, log)).toMatchObject({ inserted: 0, rejected: 1 });
    await saveVendorWords(session, 'norte', { outcomes: { Pedido: 'sale' }, programs: {} });
    expect(await importLog(session, log)).toMatchObject({ inserted: 1, rejected: 0 });
  });

  it('are not kept where one of them means nothing here', async () => {
    const session = await testSession();
    await declare(session, norte);
    const words = { outcomes: { Venta: 'sale' }, programs: { Cola: 'nowhere' } } as const;
    await expect(saveVendorWords(session, 'norte', words)).rejects.toMatchObject({
      refusal: 'validation',
      issues: [{ path: 'programs.Cola', message: '"nowhere" is not a declared program' }],
    });
    await expect(
      saveVendorWords(session, 'norte', { outcomes: { Venta: 'sold' as 'sale' }, programs: {} }),
    ).rejects.toMatchObject({ refusal: 'validation', issues: [{ path: 'outcomes[0].map.Venta' }] });
    await expect(saveVendorWords(session, 'sur', { outcomes: {}, programs: {} })).rejects.toMatchObject({
      refusal: 'not_found',
    });
    expect((await vendorWords(session.database)).get('norte')?.outcomeMap).toEqual(new Map());
  });
});
