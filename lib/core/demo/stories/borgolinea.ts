import { parseDay } from '#time';
import type { Story } from '../story.ts';

/** Sound: paid for the seconds it talks, and both sides earn at the handle time it has. */
export const borgolinea: Story = {
  vendor: 'borgolinea',
  program: 'orders',
  direction: 'inbound',
  callersZone: 'Europe/Rome',
  vendorZone: 'Europe/Rome',
  currency: 'EUR',
  from: parseDay('2025-06-01'),
  to: parseDay('2026-04-01'),
  missing: ['2025-08-15', '2025-12-25', '2026-01-01'].map(parseDay),
  callsPerDay: 235,
  weekdays: [1.2, 1.1, 1, 1, 1.05, 0.8, 0.55],
  months: { '2025-08': 0.8, '2025-11': 1.15, '2025-12': 1.2 },
  buildUpDays: 0,
  opens: 8,
  hours: [3, 8, 11, 10, 7, 5, 6, 8, 9, 9, 8, 6],
  agents: 28,
  repeats: 0.08,
  callTypes: [
    [
      {
        code: 'new order',
        practised: [
          [{ year: 2009, from: 60, to: 900 }, 75],
          [{ year: 2008, from: 60, to: 900 }, 25],
        ],
        unsold: [
          [{ word: 'no order', outcome: 'no_sale' }, 70],
          [{ word: 'calls again', outcome: 'callback' }, 20],
          [{ word: 'declined', outcome: 'refused' }, 10],
        ],
      },
      50,
    ],
    [
      {
        code: 'order status',
        practised: [[{ year: 2008, from: 30, to: 420 }, 1]],
        unsold: [
          [{ word: 'answered', outcome: 'resolved' }, 88],
          [{ word: 'open', outcome: 'unresolved' }, 12],
        ],
      },
      30,
    ],
    [
      {
        code: 'complaint',
        practised: [[{ year: 2008, from: 120, to: 900 }, 1]],
        unsold: [
          [{ word: 'answered', outcome: 'resolved' }, 60],
          [{ word: 'open', outcome: 'unresolved' }, 25],
          [{ word: 'to the office', outcome: 'transferred' }, 15],
        ],
      },
      20,
    ],
  ],
  manner: { holdCalls: 0.2, holdPart: [0.1, 0.3], wrapSeconds: 30 },
  waiting: { share: 0.4, seconds: 18 },
  unanswered: { share: 0.045, waitSeconds: 40, endings: [[{ word: 'abandoned', outcome: 'abandoned' }, 1]] },
  sold: 'order',
  orderValue: { median: 98, spread: 0.55 },
  writesOutcome: true,
};
