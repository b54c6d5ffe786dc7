import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Call } from '#calls';
import { sampleOptions } from '../samples.test-data.ts';
import { unusable } from './opened-table.test-data.ts';
import { parseMapping } from './parse.ts';
import { proposeMapping } from './propose.ts';
import { mappingReader } from './reader.ts';
import { dateForms, durationForms, marked, partsOf, zone } from './written-table.test-data.ts';

/** Headers as vendors write them: id, date, time of day, talk, wait, agent, direction, disposition. */
const languages = [
  ['Call ID', 'Call Date', 'Time', 'Talk Time', 'Wait Time', 'Agent Name', 'Direction', 'Disposition'],
  ['ID chiamata', 'Data chiamata', 'Ora', 'Durata conversazione', 'Tempo di attesa', 'Operatore', 'Direzione', 'Esito'],
  ['ID llamada', 'Fecha', 'Hora', 'Duración llamada', 'Tiempo de espera', 'Agente', 'Sentido', 'Tipificación'],
  ['Anruf-ID', 'Anrufbeginn', 'Uhrzeit', 'Gesprächsdauer', 'Wartezeit', 'Mitarbeiter', 'Richtung', 'Ergebnis'],
  ['Identifiant', 'Date appel', 'Heure', "Durée de l'appel", "Temps d'attente", 'Conseiller', 'Sens', 'Qualification'],
  ['Protocolo', 'Data da chamada', 'Hora', 'Tempo de conversa', 'Tempo na fila', 'Atendente', 'Direção', 'Tabulação'],
];

/** Calls as an ordinary day has them. */
const calls = fc.array(
  fc.record({
    startedAt: fc.integer({ min: Date.UTC(2025, 0, 1), max: Date.UTC(2026, 11, 31) }),
    talkMs: fc.integer({ min: 35, max: 900 }).map((seconds) => seconds * 1000),
    waitMs: fc.integer({ min: 0, max: 120 }).map((seconds) => seconds * 1000),
    agent: fc.constantFrom('Ann', 'Bob', 'Eve'),
    direction: fc.constantFrom('inbound' as const, 'outbound' as const),
    disposition: fc.constantFrom('SALE', 'OTHER'),
  }),
  { minLength: 40, maxLength: 60 },
);

const units = fc.constantFrom('seconds', 'milliseconds', 'minutes', 'hh:mm:ss', 'mm:ss', 'day_fraction');

it('what is proposed of an ordinary log reads its calls, once its questions are answered', () => {
  fc.assert(
    fc.property(
      calls,
      fc.constantFrom(...languages),
      fc.constantFrom(...dateForms.filter(({ format }) => format !== 'yyyyMMdd HHmmss')),
      units,
      fc.constantFrom('point' as const, 'comma' as const),
      (all, header, date, unit, mark) => {
        const write = durationForms[unit];
        const time = (ms: number) => (unit.includes(':') ? write(ms) : marked(write(ms), mark, false));
        const rows = all.map((call, index) => {
          const [day = '', clock = ''] = date.write(partsOf(Math.floor(call.startedAt / date.ms) * date.ms));
          return [
            `c-${index}`,
            day,
            clock,
            time(call.talkMs),
            time(call.waitMs),
            call.agent,
            call.direction,
            call.disposition,
          ];
        });
        const { mapping, questions } = proposeMapping(header, rows);
        const start = mapping.columns.started_at;
        if (questions.length > 0) expect(questions[0]?.formats.map(loose)).toContain(loose(date.format));
        const answered = start && { ...start, format: questions.length > 0 ? date.format : start.format };
        const parsed = parseMapping({
          ...mapping,
          timezone: zone,
          columns: { ...mapping.columns, started_at: answered },
        });
        if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
        const reader = mappingReader(header, parsed.mapping, sampleOptions, unusable);
        const read = rows.map((cells, index) => {
          const result = reader.read(cells, index + 2);
          return 'call' in result ? told(result.call) : result.faults;
        });
        expect(read).toEqual(
          all.map(({ startedAt, ...call }) => ({ ...call, startedAt: Math.floor(startedAt / date.ms) * date.ms })),
        );
      },
    ),
    { numRuns: 60 },
  );
}, 30_000);

const loose = (format: string) => format.replace(/(d|M|H)\1/g, '$1');

function told({ startedAt, talkMs, waitMs, agent, direction, disposition }: Call) {
  return { startedAt, talkMs, waitMs, agent, direction, disposition };
}
