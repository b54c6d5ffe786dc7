import { parseDay } from '#time';
import type { Story } from '../story.ts';

/** Sound, outbound: paid for sales alone. Its log is in Italian, and the declaration's outcome map reads it. */
export const drinvoce: Story = {
  vendor: 'drinvoce',
  program: 'subscriptions',
  direction: 'outbound',
  callersZone: 'Europe/Rome',
  vendorZone: 'Europe/Tirane',
  currency: 'EUR',
  from: parseDay('2025-06-03'),
  to: parseDay('2026-04-01'),
  missing: ['2025-08-15', '2025-08-16', '2025-11-28', '2025-12-25', '2025-12-26', '2026-01-01'].map(parseDay),
  callsPerDay: 235,
  weekdays: [1.1, 1.1, 1.05, 1, 1, 0.55, 0],
  months: { '2025-08': 0.6, '2025-12': 0.9 },
  buildUpDays: 0,
  opens: 9,
  hours: [8, 10, 10, 6, 3, 6, 9, 10, 11, 11, 7],
  agents: 24,
  repeats: 0.2,
  callTypes: [
    [
      {
        code: 'ex clienti',
        practised: [
          [{ year: 2009, from: 5, to: 1200 }, 45],
          [{ year: 2008, from: 5, to: 1200 }, 55],
        ],
        unsold: [
          [{ word: 'NON INTERESSATO', outcome: 'refused' }, 55],
          [{ word: 'RICHIAMARE', outcome: 'callback' }, 25],
          [{ word: 'GIA CLIENTE ALTROVE', outcome: 'no_sale' }, 20],
        ],
      },
      45,
    ],
    [
      {
        code: 'lista nuova',
        practised: [[{ year: 2008, from: 5, to: 1200 }, 1]],
        unsold: [
          [{ word: 'NON INTERESSATO', outcome: 'refused' }, 70],
          [{ word: 'RICHIAMARE', outcome: 'callback' }, 30],
        ],
      },
      40,
    ],
    [
      {
        code: 'passaggio di piano',
        practised: [[{ year: 2009, from: 5, to: 1200 }, 1]],
        unsold: [
          [{ word: 'NON INTERESSATO', outcome: 'refused' }, 60],
          [{ word: 'RICHIAMARE', outcome: 'callback' }, 40],
        ],
      },
      15,
    ],
  ],
  manner: { holdCalls: 0.04, holdPart: [0.05, 0.2], wrapSeconds: 34 },
  waiting: { share: 1, seconds: 14 },
  unanswered: {
    share: 0.42,
    waitSeconds: 18,
    endings: [
      [{ word: 'NON RISPONDE', outcome: 'no_contact' }, 58],
      [{ word: 'OCCUPATO', outcome: 'no_contact' }, 24],
      [{ word: 'NUMERO INESISTENTE', outcome: 'bad_number' }, 18],
    ],
  },
  brief: {
    under: 25,
    endings: [
      [{ word: 'FAX', outcome: 'bad_number' }, 25],
      [{ word: 'ATTIVITA CESSATA', outcome: 'bad_number' }, 40],
      [{ word: 'TRASLOCO', outcome: 'no_sale' }, 35],
    ],
  },
  sold: 'VENDITA',
  orderValue: {
    prices: [
      [59, 40],
      [79, 40],
      [119, 20],
    ],
  },
  writesOutcome: false,
};
