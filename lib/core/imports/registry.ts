import { aircall } from './formats/aircall/aircall.ts';
import { amazonConnect } from './formats/amazon-connect/amazon-connect.ts';
import { asteriskCdr } from './formats/asterisk-cdr/asterisk-cdr.ts';
import { asteriskQueueLog } from './formats/asterisk-queue-log/asterisk-queue-log.ts';
import { canonical } from './formats/canonical/canonical.ts';
import { five9 } from './formats/five9/five9.ts';
import { genesys } from './formats/genesys/genesys.ts';
import { niceCxone } from './formats/nice-cxone/nice-cxone.ts';
import { ringba } from './formats/ringba/ringba.ts';
import { talkdesk } from './formats/talkdesk/talkdesk.ts';
import { twilio } from './formats/twilio/twilio.ts';
import { vicidial } from './formats/vicidial/vicidial.ts';
import { zendeskTalk } from './formats/zendesk-talk/zendesk-talk.ts';
import type { LogFormat } from './log-format.ts';
import type { PlatformFormat } from './platform/platform-format.ts';

/** Formats whose rows are calls already, read as they come. */
export const formats = { canonical } as const satisfies Record<string, LogFormat>;

/**
 * Platforms' call logs, whose records are pieces of calls. A new one is a folder in `formats` (its schema, its map), a
 * line here, and samples of both kinds.
 */
export const platforms = {
  'amazon-connect': amazonConnect,
  genesys,
  'nice-cxone': niceCxone,
  talkdesk,
  ringba,
  five9,
  twilio,
  'zendesk-talk': zendeskTalk,
  aircall,
  vicidial,
  'asterisk-cdr': asteriskCdr,
  'asterisk-queue-log': asteriskQueueLog,
} as const satisfies Record<string, PlatformFormat>;

export type PlatformName = keyof typeof platforms;

/** `mapping`: a table that is no known log, read by a mapping of its columns. */
export type FormatName = keyof typeof formats | PlatformName | 'mapping';

/** Names of the formats that can be asked for, as `--format` takes them. */
export const formatNames = [...Object.keys(formats), ...Object.keys(platforms)] as Exclude<FormatName, 'mapping'>[];

/** By what name a format's records are joined with those of others; null = its calls are in its own files only. */
export function joinedAs(format: FormatName): string | null {
  const platform: PlatformFormat | undefined = format in platforms ? platforms[format as PlatformName] : undefined;
  return platform?.joinsAs ?? null;
}
