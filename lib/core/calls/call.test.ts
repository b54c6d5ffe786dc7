import { describe, expect, it } from 'vitest';
import { directions, handleMs, isAttempted, isContact, isOffered, isShortAbandon, outcomes } from './call.ts';

describe('handle time', () => {
  it('is talk, hold and wrap, and a part that is not reported adds nothing', () => {
    expect(handleMs({ talkMs: 301_000, holdMs: 20_000, wrapMs: 45_000 })).toBe(366_000);
    expect(handleMs({ talkMs: 301_000, holdMs: null, wrapMs: 45_000 })).toBe(346_000);
    expect(handleMs({ talkMs: 0, holdMs: null, wrapMs: null })).toBe(0);
  });
});

describe('a call', () => {
  it('is offered or attempted by its direction, never both', () => {
    for (const direction of directions) expect(isOffered({ direction })).toBe(!isAttempted({ direction }));
    expect(isOffered({ direction: 'inbound' })).toBe(true);
  });

  it('is a contact where somebody answered and was the right one', () => {
    const contacts = outcomes.filter((outcome) => isContact({ answered: true, outcome }));
    expect(contacts).toEqual(outcomes.filter((outcome) => outcome !== 'no_contact' && outcome !== 'bad_number'));
    for (const outcome of outcomes) expect(isContact({ answered: false, outcome })).toBe(false);
  });

  it('is a short abandon up to and with the threshold, where the wait is known', () => {
    expect(isShortAbandon({ outcome: 'abandoned', waitMs: 5_000 }, 5)).toBe(true);
    expect(isShortAbandon({ outcome: 'abandoned', waitMs: 5_001 }, 5)).toBe(false);
    expect(isShortAbandon({ outcome: 'abandoned', waitMs: 0 }, 0)).toBe(true);
    expect(isShortAbandon({ outcome: 'abandoned', waitMs: null }, 5)).toBe(false);
    expect(isShortAbandon({ outcome: 'no_contact', waitMs: 1_000 }, 5)).toBe(false);
  });
});
