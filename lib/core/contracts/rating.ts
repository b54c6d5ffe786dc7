import { z } from 'zod';
import { code, day } from './scalars.ts';

const weekday = z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']);
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time of day is HH:MM, 00:00 to 23:59');

/** A rate window: weekdays with a local time range (over midnight where it ends before it starts), or dates. */
const rateWindow = z
  .strictObject({
    class: code,
    days: z.array(weekday).min(1).optional(),
    from: clock.optional(),
    to: clock.optional(),
    dates: z.array(day).min(1).optional(),
  })
  .refine((w) => w.days || w.dates || w.from, 'a window needs days, dates or a time range')
  .refine((w) => (w.from === undefined) === (w.to === undefined), 'a time range needs both from and to')
  .refine((w) => w.from === undefined || w.from !== w.to, 'a time range cannot be empty')
  .refine((w) => !(w.dates && w.days), 'a window has either days or dates');
export type RateWindow = z.output<typeof rateWindow>;

export const rating = z
  .strictObject({
    billable: z.enum(['offered', 'attempted', 'handled', 'contact', 'resolved', 'sale']).default('handled'),
    basis: z.enum(['talk', 'connected', 'handle']).default('talk'),
    initialSeconds: z.int().min(0).max(3600).default(0),
    incrementSeconds: z.int().min(1).max(3600).default(1),
    excludeShorterThanSeconds: z.int().min(0).max(3600).default(0),
    /** A call of a customer whose call before it was billable and began less than so many hours before is not billed. */
    excludeRepeatsWithinHours: z.int().min(1).max(720).optional(),
    windows: z.array(rateWindow).max(50).default([]),
  })
  .prefault({});
/** Which calls a contract bills, on which clock, and how seconds are rounded (economics.md section 2). */
export type Rating = z.output<typeof rating>;
