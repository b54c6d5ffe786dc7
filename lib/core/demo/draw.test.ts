import { describe, expect, it } from 'vitest';
import { parseDay } from '#time';
import type { RealCall } from './bank.ts';
import { drawFrom } from './draw.ts';
import { seeded } from './random.ts';
import { oltelia } from './stories/oltelia.ts';
import type { CallType, Story } from './story.ts';

// Ten calls of 1 to 10 seconds in 2008, the tenth a sale; ten of 11 to 20 in 2009, all sales.
const calls = Array.from({ length: 20 }, (_, index): RealCall => {
  const year = index < 10 ? 2008 : 2009;
  return { row: index + 1, day: parseDay(`${year}-05-05`), year, contact: 'x', seconds: index + 1, sale: index >= 9 };
});
const type: CallType = {
  code: 'any',
  practised: [[{ year: 2008, from: 1, to: 11 }, 1]],
  novice: [[{ year: 2009, from: 15, to: 100 }, 1]],
  unsold: [],
};
const story: Story = { ...oltelia, callTypes: [[type, 1]] };

describe('drawFrom', () => {
  it('draws from the stratum of the hands that the call is in', () => {
    const draw = drawFrom(calls, story, seeded('hands'));
    const seconds = (novice: boolean) =>
      new Set(Array.from({ length: 400 }, () => draw(type, novice, 0).seconds).sort((a, b) => a - b));
    expect([...seconds(false)]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect([...seconds(true)]).toEqual([15, 16, 17, 18, 19, 20]);
  });

  // One call in ten sells. Luck 0.4: 0.1 + 0.9 x 0.4 x 0.1 = 0.136. Luck -0.4: 0.1 - 0.1 x 0.4 x 0.9 = 0.064.
  it.each([
    [0, 0.1],
    [0.4, 0.136],
    [-0.4, 0.064],
  ])('with luck %d sells a share of %d', (luck, share) => {
    const draw = drawFrom(calls, story, seeded(`luck ${luck}`));
    const drawn = Array.from({ length: 40_000 }, () => draw(type, false, luck));
    expect(drawn.filter((call) => call.sale).length / drawn.length).toBeCloseTo(share, 2);
  });
});
