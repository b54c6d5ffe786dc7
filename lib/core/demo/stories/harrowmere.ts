import { parseDay } from '#time';
import type { Story } from '../story.ts';

/** Broken: calls cost more to handle than they bring, so that no fee lets both sides live. */
export const harrowmere: Story = {
  vendor: 'harrowmere',
  program: 'membership',
  direction: 'inbound',
  callersZone: 'Europe/London',
  vendorZone: 'Europe/London',
  currency: 'GBP',
  from: parseDay('2025-06-02'),
  to: parseDay('2026-04-01'),
  missing: ['2025-08-25', '2025-12-25', '2025-12-26', '2026-01-01'].map(parseDay),
  callsPerDay: 160,
  weekdays: [1.15, 1.05, 1, 1, 0.95, 0.5, 0],
  months: { '2025-12': 0.95, '2026-01': 1.2 },
  buildUpDays: 0,
  opens: 8,
  hours: [4, 8, 10, 10, 9, 8, 8, 8, 8, 7, 5, 4],
  agents: 22,
  repeats: 0.14,
  callTypes: [
    [
      {
        code: 'billing',
        practised: [[{ year: 2008, from: 120, to: 900 }, 1]],
        unsold: [
          [{ word: 'resolved', outcome: 'resolved' }, 74],
          [{ word: 'unresolved', outcome: 'unresolved' }, 26],
        ],
      },
      55,
    ],
    [
      {
        code: 'access',
        practised: [[{ year: 2008, from: 90, to: 720 }, 1]],
        unsold: [
          [{ word: 'resolved', outcome: 'resolved' }, 80],
          [{ word: 'unresolved', outcome: 'unresolved' }, 20],
        ],
      },
      35,
    ],
    [
      {
        code: 'cancel',
        practised: [[{ year: 2008, from: 240, to: 900 }, 1]],
        unsold: [
          [{ word: 'left', outcome: 'no_sale' }, 80],
          [{ word: 'call back', outcome: 'callback' }, 20],
        ],
      },
      10,
    ],
  ],
  manner: { holdCalls: 0.35, holdPart: [0.1, 0.35], wrapSeconds: 60 },
  waiting: { share: 0.5, seconds: 28 },
  unanswered: { share: 0.06, waitSeconds: 60, endings: [[{ word: 'abandoned', outcome: 'abandoned' }, 1]] },
  sold: 'renewal',
  orderValue: {
    prices: [
      [12, 30],
      [24, 45],
      [42, 25],
    ],
  },
  writesOutcome: true,
};
