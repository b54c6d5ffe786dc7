import { parseDay } from '#time';
import type { Story } from '../story.ts';

/** Overpriced: short calls, each rounded up to whole minutes. By the second the same rate would be sound. */
export const tonolinia: Story = {
  vendor: 'tonolinia',
  program: 'orders',
  direction: 'inbound',
  callersZone: 'Europe/Rome',
  vendorZone: 'Europe/Warsaw',
  currency: 'EUR',
  from: parseDay('2025-06-01'),
  to: parseDay('2026-04-01'),
  missing: ['2025-06-19', '2025-11-11', '2025-12-25', '2025-12-26', '2026-01-06'].map(parseDay),
  callsPerDay: 175,
  weekdays: [1.15, 1.1, 1.05, 1, 1, 0.75, 0.5],
  months: { '2025-08': 0.85, '2025-11': 1.1, '2025-12': 1.15 },
  buildUpDays: 0,
  opens: 8,
  hours: [4, 9, 11, 10, 7, 6, 7, 8, 9, 8, 6],
  agents: 16,
  repeats: 0.12,
  callTypes: [
    [
      {
        code: 'refill',
        practised: [
          [{ year: 2010, from: 60, to: 110 }, 35],
          [{ year: 2009, from: 25, to: 85 }, 65],
        ],
        unsold: [
          [{ word: 'no order', outcome: 'no_sale' }, 80],
          [{ word: 'calls again', outcome: 'callback' }, 20],
        ],
      },
      55,
    ],
    [
      {
        code: 'order status',
        practised: [[{ year: 2008, from: 10, to: 80 }, 1]],
        unsold: [
          [{ word: 'answered', outcome: 'resolved' }, 92],
          [{ word: 'open', outcome: 'unresolved' }, 8],
        ],
      },
      35,
    ],
    [
      {
        code: 'opening hours',
        practised: [[{ year: 2008, from: 5, to: 45 }, 1]],
        unsold: [[{ word: 'answered', outcome: 'resolved' }, 1]],
      },
      10,
    ],
  ],
  manner: { holdCalls: 0.08, holdPart: [0.1, 0.3], wrapSeconds: 12 },
  waiting: { share: 0.35, seconds: 15 },
  unanswered: { share: 0.04, waitSeconds: 35, endings: [[{ word: 'hung up in queue', outcome: 'abandoned' }, 1]] },
  sold: 'order',
  orderValue: { median: 60, spread: 0.4 },
  writesOutcome: true,
};
