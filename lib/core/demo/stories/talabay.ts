import { parseDay } from '#time';
import type { Story } from '../story.ts';

/**
 * Under water: agreed for 330 s a call, live eleven weeks late, hold-heavy, getting better but never fast enough. A
 * novice's call stands for a longer real call, and a larger part of it is hold.
 */
export const talabay: Story = {
  vendor: 'talabay',
  program: 'membership',
  direction: 'inbound',
  callersZone: 'Europe/London',
  vendorZone: 'Asia/Manila',
  currency: 'GBP',
  from: parseDay('2025-08-18'),
  to: parseDay('2026-04-01'),
  missing: ['2025-11-04', '2025-12-25', '2026-01-01', '2026-02-17'].map(parseDay),
  callsPerDay: 195,
  weekdays: [1.15, 1.05, 1, 1, 1, 0.7, 0.5],
  months: { '2025-12': 1.05, '2026-01': 1.2 },
  buildUpDays: 40,
  opens: 8,
  hours: [4, 8, 10, 10, 9, 8, 8, 8, 8, 8, 7, 6, 4],
  agents: 34,
  repeats: 0.16,
  callTypes: [
    [
      {
        code: 'cancel',
        practised: [
          [{ year: 2008, from: 240, to: 900 }, 20],
          [{ year: 2009, from: 240, to: 900 }, 80],
        ],
        novice: [
          [{ year: 2008, from: 480, to: 1500 }, 80],
          [{ year: 2009, from: 480, to: 1200 }, 20],
        ],
        unsold: [
          [{ word: 'cancelled', outcome: 'no_sale' }, 60],
          [{ word: 'thinks it over', outcome: 'callback' }, 25],
          [{ word: 'passed to head office', outcome: 'transferred' }, 15],
        ],
      },
      30,
    ],
    [
      {
        code: 'billing',
        practised: [
          [{ year: 2008, from: 180, to: 720 }, 60],
          [{ year: 2009, from: 180, to: 720 }, 40],
        ],
        novice: [[{ year: 2008, from: 360, to: 1200 }, 1]],
        unsold: [
          [{ word: 'solved', outcome: 'resolved' }, 62],
          [{ word: 'not solved', outcome: 'unresolved' }, 26],
          [{ word: 'passed to head office', outcome: 'transferred' }, 12],
        ],
      },
      40,
    ],
    [
      {
        code: 'access',
        practised: [
          [{ year: 2008, from: 150, to: 600 }, 60],
          [{ year: 2009, from: 150, to: 600 }, 40],
        ],
        novice: [[{ year: 2008, from: 360, to: 1200 }, 1]],
        unsold: [
          [{ word: 'solved', outcome: 'resolved' }, 70],
          [{ word: 'not solved', outcome: 'unresolved' }, 30],
        ],
      },
      20,
    ],
    [
      {
        code: 'change of plan',
        practised: [[{ year: 2009, from: 180, to: 600 }, 1]],
        novice: [[{ year: 2009, from: 420, to: 1200 }, 1]],
        unsold: [
          [{ word: 'solved', outcome: 'resolved' }, 75],
          [{ word: 'thinks it over', outcome: 'callback' }, 25],
        ],
      },
      10,
    ],
  ],
  manner: { holdCalls: 0.55, holdPart: [0.15, 0.45], wrapSeconds: 55 },
  learning: { novice: { holdCalls: 0.9, holdPart: [0.3, 0.6], wrapSeconds: 95 }, experience: 120, pace: 0.2 },
  waiting: { share: 0.55, seconds: 34 },
  unanswered: { share: 0.08, waitSeconds: 70, endings: [[{ word: 'abandoned in queue', outcome: 'abandoned' }, 1]] },
  sold: 'renewed',
  orderValue: {
    prices: [
      [12, 30],
      [24, 45],
      [42, 25],
    ],
  },
  writesOutcome: true,
};
