import type { Outcome } from '#calls';

/** Dispositions that Five9 sets itself, as its administrator's guide lists them. */
export const words: ReadonlyMap<string, Outcome> = new Map<string, Outcome>([
  ['no answer', 'no_contact'],
  ['busy', 'no_contact'],
  ['fax', 'no_contact'],
  ['answering machine', 'no_contact'],
  ['dial error', 'no_contact'],
  ['no party contact', 'no_contact'],
  ['no response from caller', 'no_contact'],
  ['hardware timeout', 'no_contact'],
  ['resource unavailable', 'no_contact'],
  ['attempt limit', 'no_contact'],
  ['operator intercept', 'bad_number'],
  ['unreachable', 'bad_number'],
  ['duplicated number', 'bad_number'],
  ['abandon', 'abandoned'],
  ['caller disconnected', 'abandoned'],
  ['queue callback timeout', 'abandoned'],
  ['queue callback', 'callback'],
  ['sent to voicemail', 'callback'],
  ['do not call', 'refused'],
  ['transferred to 3rd party', 'transferred'],
  ['agent transfer', 'transferred'],
  ['no disposition', 'other'],
  ['system error', 'other'],
  ['system shutdown', 'other'],
  ['test call', 'other'],
]);

const reachedNobody: ReadonlySet<Outcome | undefined> = new Set(['no_contact', 'bad_number', 'abandoned']);

/** Whether a disposition says that there was nobody to talk to. */
export function reachesNobody(disposition: string | null): boolean {
  return reachedNobody.has(words.get((disposition ?? '').toLowerCase()));
}
