import { beforeAll, describe, expect, it } from 'vitest';
import { listMappings } from '#db';
import { type Mapping, parseMapping } from '#imports';
import { declare, importLog, norte, testNow, testSession, vendor } from '#testing';
import { deleteImportMapping, renameImportMapping, saveImportMapping } from './save-import-mapping.ts';

const session = await testSession();
const parsed = parseMapping({
  columns: {
    call_id: { from: 'Id' },
    started_at: { from: 'When', format: 'dd/MM/yyyy HH:mm' },
    talk_s: { from: 'Minutes', unit: 'minutes' },
  },
});
if (!parsed.ok) throw new Error('no mapping');
const { mapping } = parsed;
const header = ['Id', 'When', 'Minutes'];
const log = (id: string) => `MINUTES,id,When\n2.5,${id},01/02/2026 09:15\n`;
const names = async (code: string | null) => (await listMappings(session.database, code)).map(({ name }) => name);

beforeAll(async () => {
  await declare(session, { ...norte, vendors: [...(norte.vendors ?? []), vendor('sur')] });
});

describe('a saved mapping', () => {
  it('is used by itself for a file of that vendor with those columns, and for no other', async () => {
    await expect(importLog(session, log('a'))).rejects.toThrow('files.');
    await saveImportMapping(session, { vendor: 'norte', name: ' weekly ', header, mapping });
    const [saved] = await listMappings(session.database, 'norte');
    expect(saved).toMatchObject({ name: 'weekly', vendor: 'norte', header, savedBy: 'local', savedAt: testNow });
    expect(saved?.mapping).toEqual({ ...mapping, name: 'weekly' });
    expect(await importLog(session, log('a'))).toMatchObject({ format: 'mapping', inserted: 1, rejected: 0 });
    await expect(importLog(session, log('b'), { vendor: 'sur' })).rejects.toThrow('files.');
    await expect(importLog(session, `x,${log('b')}`)).rejects.toThrow('files.');
    await expect(importLog(session, log('b'), { format: 'canonical' })).rejects.toThrow('files.');
  });

  it('is replaced by one of its name, and of two for the same columns the later is used', async () => {
    const seconds: Mapping = {
      ...mapping,
      columns: { ...mapping.columns, talk_s: { from: 'Minutes', unit: 'seconds' } },
    };
    await saveImportMapping(session, { vendor: 'norte', name: 'weekly', header, mapping });
    expect(await names('norte')).toEqual(['weekly']);
    session.now = () => new Date(testNow.getTime() + 1000);
    await saveImportMapping(session, { vendor: 'norte', name: 'seconds', header, mapping: seconds });
    await importLog(session, log('c'));
    const { talkMs } = await session.database.prisma.call.findFirstOrThrow({ where: { callId: 'c' } });
    expect(talkMs).toBe(2_500);
  });

  it('can have another name, but not one that is taken, and can be forgotten', async () => {
    const [first] = await listMappings(session.database, 'norte');
    const id = first?.id ?? '';
    await expect(renameImportMapping(session, id, 'weekly')).rejects.toMatchObject({ refusal: 'conflict' });
    await renameImportMapping(session, id, 'by the second');
    expect(await names('norte')).toEqual(['by the second', 'weekly']);
    await deleteImportMapping(session, id);
    expect(await names(null)).toEqual(['weekly']);
    await expect(deleteImportMapping(session, id)).rejects.toMatchObject({ refusal: 'not_found' });
  });

  it('is refused with its faults, and for a vendor that nobody declared', async () => {
    const bad = { ...mapping, timezone: 'Rome' };
    await expect(
      saveImportMapping(session, { vendor: 'norte', name: 'x', header, mapping: bad }),
    ).rejects.toMatchObject({
      issues: [{ path: 'timezone', message: expect.stringContaining('not an IANA time zone') }],
    });
    const nameless = saveImportMapping(session, { vendor: 'norte', name: ' ', header, mapping });
    await expect(nameless).rejects.toMatchObject({ issues: [{ path: 'name' }] });
    const unknown = saveImportMapping(session, { vendor: 'este', name: 'x', header, mapping });
    await expect(unknown).rejects.toMatchObject({ refusal: 'not_found' });
  });
});
