import { parseDay } from '#time';
import type { Story } from '../story.ts';

/** New: ten days of calls, too few sales to say anything about its price. */
export const oltelia: Story = {
  vendor: 'oltelia',
  program: 'orders',
  direction: 'inbound',
  callersZone: 'Europe/Rome',
  vendorZone: 'Europe/Bucharest',
  currency: 'EUR',
  from: parseDay('2026-03-22'),
  to: parseDay('2026-04-01'),
  missing: [],
  callsPerDay: 28,
  weekdays: [1.1, 1.05, 1, 1, 1, 0.8, 0.7],
  months: {},
  buildUpDays: 10,
  opens: 9,
  hours: [8, 11, 10, 7, 5, 6, 8, 9, 9],
  agents: 6,
  repeats: 0.05,
  callTypes: [
    [
      {
        code: 'new order',
        practised: [
          [{ year: 2009, from: 90, to: 700 }, 45],
          [{ year: 2008, from: 90, to: 900 }, 55],
        ],
        unsold: [
          [{ word: 'no order', outcome: 'no_sale' }, 75],
          [{ word: 'calls again', outcome: 'callback' }, 25],
        ],
      },
      45,
    ],
    [
      {
        code: 'order status',
        practised: [[{ year: 2008, from: 60, to: 600 }, 1]],
        unsold: [
          [{ word: 'answered', outcome: 'resolved' }, 80],
          [{ word: 'open', outcome: 'unresolved' }, 20],
        ],
      },
      35,
    ],
    [
      {
        code: 'complaint',
        practised: [[{ year: 2008, from: 180, to: 1200 }, 1]],
        unsold: [
          [{ word: 'answered', outcome: 'resolved' }, 55],
          [{ word: 'open', outcome: 'unresolved' }, 45],
        ],
      },
      20,
    ],
  ],
  manner: { holdCalls: 0.35, holdPart: [0.1, 0.35], wrapSeconds: 45 },
  waiting: { share: 0.3, seconds: 12 },
  unanswered: { share: 0.05, waitSeconds: 45, endings: [[{ word: 'abandoned', outcome: 'abandoned' }, 1]] },
  sold: 'order',
  orderValue: { median: 98, spread: 0.55 },
  writesOutcome: true,
};
