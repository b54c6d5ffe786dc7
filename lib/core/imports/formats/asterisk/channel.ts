/** `SIP/301-0000001a` is a call of the device `SIP/301`; `Local/301@queue-0000000c;1` one half of a loop. */
const instance = /-[0-9a-f]+(?:[;,][12])?$/i;

/** The device or trunk that a channel belongs to. */
export function deviceOf(channel: string): string {
  return channel.replace(instance, '');
}

/** Whether a channel leads back into the exchange's own dial plan: no telephone is behind it. */
export function isLocal(channel: string): boolean {
  return /^local\//i.test(channel);
}

/** Whether it is the far half of such a loop, whose near half another row has. */
export function isInnerHalf(channel: string): boolean {
  return isLocal(channel) && /[;,]2$/.test(channel);
}

/** Whether a number is an extension of the exchange. */
export function isExtension(number: string | null): boolean {
  return /^\d{2,6}$/.test(number ?? '');
}

/** Whether a number is one of the telephone network, with or without what is dialled before it. */
export function isOutside(number: string | null): boolean {
  return /^\+?\d{7,18}$/.test(number ?? '');
}
