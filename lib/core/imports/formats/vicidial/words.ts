import type { Outcome } from '#calls';

/**
 * VICIdial's own statuses (its vicidial_statuses as installed); a campaign's are its vendor's to explain. Whoever was
 * turned away by the system, and not by his own doing, has not abandoned.
 */
export const words: Readonly<Record<string, Outcome>> = {
  sale: 'sale',
  upsell: 'sale',
  ni: 'no_sale',
  np: 'no_sale',
  dec: 'no_sale',
  dnc: 'refused',
  dncl: 'refused',
  dncc: 'refused',
  callbk: 'callback',
  cbhold: 'callback',
  qvmail: 'callback',
  xfer: 'transferred',
  rqxfer: 'transferred',
  drop: 'abandoned',
  xdrop: 'abandoned',
  pdrop: 'abandoned',
  timeot: 'abandoned',
  nanque: 'abandoned',
  maxcal: 'abandoned',
  hxfer: 'abandoned',
  na: 'no_contact',
  n: 'no_contact',
  a: 'no_contact',
  aa: 'no_contact',
  am: 'no_contact',
  al: 'no_contact',
  afax: 'no_contact',
  ab: 'no_contact',
  b: 'no_contact',
  dair: 'no_contact',
  pu: 'no_contact',
  pm: 'no_contact',
  lrerr: 'no_contact',
  svyhu: 'no_contact',
  dc: 'bad_number',
  adc: 'bad_number',
  adct: 'bad_number',
  wn: 'bad_number',
  wrong: 'bad_number',
  afthrs: 'other',
  ivrxfr: 'other',
  svyext: 'other',
  svyvm: 'other',
  svyrec: 'other',
  svyclm: 'other',
  eri: 'other',
  new: 'other',
};

/** Statuses of calls that are still on. */
export const unfinished: ReadonlySet<string> = new Set(['QUEUE', 'INCALL', 'LIVE', 'DISPO']);

/** Statuses of calls on whose other side nobody was, though an agent may have listened to the ringing. */
export const unanswered: ReadonlySet<string> = new Set(['N', 'NA', 'B', 'AB', 'DC', 'ADC', 'ADCT', 'LRERR', 'NEW']);
