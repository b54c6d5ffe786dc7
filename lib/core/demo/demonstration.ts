import type { Day } from '#time';
import type { RealCall } from './bank.ts';
import { activeDays, startTimes, vendorClock, volume } from './calendar.ts';
import { type Draw, drawFrom } from './draw.ts';
import { type LogRow, logHeader, logLine } from './log-row.ts';
import { lognormal, normal, oneOf, pick, type Random, seeded, uniform } from './random.ts';
import type { CallType, Ending, Manner, OrderValue, Story } from './story.ts';

/** What is carried from call to call: who works there, who has called, and how much has been learnt. */
type Floor = {
  story: Story;
  random: Random;
  draw: Draw;
  /** Per agent: how much more or less often than the average its calls are a beginner's. */
  agents: readonly { name: string; clumsiness: number }[];
  recent: string[];
  customers: number;
  calls: number;
  handled: number;
};

/** Callers who may call again: the last so many. */
const remembered = 300;

/** Standard deviation of a day's luck with sales, as a share of them. */
const ordinaryLuck = 0.12;

function openFloor(calls: readonly RealCall[], story: Story, seed: number): Floor {
  const random = seeded(`${seed} ${story.vendor}`);
  const agents = Array.from({ length: story.agents }, (_, index) => ({
    name: `agent ${String(index + 1).padStart(2, '0')}`,
    clumsiness: uniform(random, 0.7, 1.3),
  }));
  return {
    story,
    random,
    draw: drawFrom(calls, story, random),
    agents,
    recent: [],
    customers: 0,
    calls: 0,
    handled: 0,
  };
}

function customer(floor: Floor): string {
  if (floor.recent.length > 0 && floor.random() < floor.story.repeats) return oneOf(floor.random, floor.recent);
  const name = `${floor.story.vendor}-customer-${floor.customers + 1}`;
  floor.recent[floor.customers % remembered] = name;
  floor.customers += 1;
  return name;
}

function price(random: Random, value: OrderValue): string {
  return ('prices' in value ? pick(random, value.prices) : lognormal(random, value.median, value.spread)).toFixed(2);
}

/** The real duration is cut into talk and hold; wrap is put on top. */
function parts(random: Random, seconds: number, manner: Manner) {
  const part = random() < manner.holdCalls ? uniform(random, ...manner.holdPart) : 0;
  const hold = Math.round(seconds * part);
  return { talk_s: seconds - hold, hold_s: hold, wrap_s: Math.round(lognormal(random, manner.wrapSeconds, 0.5)) };
}

/** A wait of at least a second, exponential beyond it. */
function wait(random: Random, meanSeconds: number): number {
  return 1 + Math.round(-Math.log(1 - random()) * meanSeconds);
}

type Unended = Omit<LogRow, 'disposition' | 'outcome'>;

/** A call before anybody has answered. */
function opened(floor: Floor, type: CallType, startedAt: string): Unended {
  const { story } = floor;
  floor.calls += 1;
  return {
    call_id: `${story.vendor}-${String(floor.calls).padStart(6, '0')}`,
    vendor: story.vendor,
    program: story.program,
    call_type: type.code,
    direction: story.direction,
    started_at: startedAt,
    wait_s: 0,
    talk_s: 0,
    hold_s: 0,
    wrap_s: 0,
    answered: false,
    agent: null,
    customer_ref: customer(floor),
    revenue: null,
    currency: story.currency,
  };
}

function ending(story: Story, { word, outcome }: Ending): Pick<LogRow, 'disposition' | 'outcome'> {
  return { disposition: word, outcome: story.writesOutcome ? outcome : null };
}

function unanswered(floor: Floor, call: Unended): LogRow {
  const { story, random } = floor;
  const { waitSeconds, endings } = story.unanswered;
  return { ...call, wait_s: wait(random, waitSeconds), ...ending(story, pick(random, endings)) };
}

/** The share of calls that are a beginner's, after the calls handled so far; 0 where nobody is learning. */
function beginners({ story: { learning }, handled }: Floor): number {
  return learning ? (1 + handled / learning.experience) ** -learning.pace : 0;
}

function answered(floor: Floor, call: Unended, { type, luck }: { type: CallType; luck: number }): LogRow {
  const { story, random } = floor;
  const { learning, brief } = story;
  const agent = oneOf(random, floor.agents);
  const novice = random() < beginners(floor) * agent.clumsiness;
  const real = floor.draw(type, novice, luck);
  floor.handled += 1;
  const unsold = brief && real.seconds < brief.under ? brief.endings : type.unsold;
  return {
    ...call,
    ...parts(random, real.seconds, learning && novice ? learning.novice : story.manner),
    wait_s: random() < story.waiting.share ? wait(random, story.waiting.seconds) : 0,
    answered: true,
    ...ending(story, real.sale ? { word: story.sold, outcome: 'sale' } : pick(random, unsold)),
    agent: agent.name,
    revenue: real.sale ? price(random, story.orderValue) : null,
  };
}

function dayRows(floor: Floor, day: Day): LogRow[] {
  const { story, random } = floor;
  const luck = Math.max(-0.4, Math.min(0.4, ordinaryLuck * normal(random)));
  const clock = vendorClock(story, day);
  return startTimes(story, volume(story, day, random), random).map((seconds) => {
    const type = pick(random, story.callTypes);
    const call = opened(floor, type, clock(seconds));
    return random() < story.unanswered.share ? unanswered(floor, call) : answered(floor, call, { type, luck });
  });
}

/**
 * The calls of one invented vendor, in order of time. Durations and outcomes are real calls drawn together and whole;
 * everything else is invented from the story. The same calls, story and seed give the same rows.
 */
export function* demonstrationRows(calls: readonly RealCall[], story: Story, seed: number): Generator<LogRow> {
  const floor = openFloor(calls, story, seed);
  for (const day of activeDays(story)) yield* dayRows(floor, day);
}

/** The same calls as a canonical call log: chunks of CSV text, the header first, then a chunk for each day. */
export function* demonstrationLog(calls: readonly RealCall[], story: Story, seed: number): Generator<string> {
  yield logHeader;
  const floor = openFloor(calls, story, seed);
  for (const day of activeDays(story)) yield dayRows(floor, day).map(logLine).join('');
}
