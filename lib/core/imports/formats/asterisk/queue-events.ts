/** What an event means for a call in a queue, and which of its parameters hold what, counted from the first. */
export type Meaning =
  | { is: 'enter' | 'ring' }
  | { is: 'connect'; wait: number }
  /** The agent's part is over; counted from the last parameter where `fromEnd`. */
  | { is: 'done'; wait: number; talk: number; fromEnd?: true }
  /** The caller left the queue without an agent. */
  | { is: 'left'; wait: number | null };

/**
 * Events of queue_log (docs.asterisk.org, Queue Logs; transfers as apps/app_queue.c writes them; JOINEMPTY, FULL, CLOSED
 * and DIVERT_* as Wazo does). All times are seconds, but for the ringing, which is milliseconds and of no figure here.
 * Events that are not here tell of agents and queues, not of calls.
 */
export const meanings: Readonly<Record<string, Meaning>> = {
  ENTERQUEUE: { is: 'enter' },
  RINGNOANSWER: { is: 'ring' },
  RINGCANCELED: { is: 'ring' },
  AGENTDUMP: { is: 'ring' },
  SYSCOMPAT: { is: 'ring' },
  CONNECT: { is: 'connect', wait: 0 },
  COMPLETEAGENT: { is: 'done', wait: 0, talk: 1 },
  COMPLETECALLER: { is: 'done', wait: 0, talk: 1 },
  TRANSFER: { is: 'done', wait: 2, talk: 3 },
  BLINDTRANSFER: { is: 'done', wait: 2, talk: 3 },
  ATTENDEDTRANSFER: { is: 'done', wait: -3, talk: -2, fromEnd: true },
  ABANDON: { is: 'left', wait: 2 },
  EXITWITHTIMEOUT: { is: 'left', wait: 2 },
  EXITEMPTY: { is: 'left', wait: 2 },
  LEAVEEMPTY: { is: 'left', wait: 2 },
  EXITWITHKEY: { is: 'left', wait: 3 },
  JOINEMPTY: { is: 'left', wait: null },
  JOINUNAVAIL: { is: 'left', wait: null },
  FULL: { is: 'left', wait: null },
  CLOSED: { is: 'left', wait: null },
  DIVERT_CA_RATIO: { is: 'left', wait: null },
  DIVERT_HOLDTIME: { is: 'left', wait: null },
};
