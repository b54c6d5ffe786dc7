import { bareWord } from '../month-names.ts';

/** A column's name taken apart: its words, and those that say more than how time is measured. */
export type HeaderName = { words: readonly string[]; text: string; bare: string };

const neutral: ReadonlySet<string> = new Set([
  ...['time', 'duration', 'total', 'tot', 'tempo', 'durata', 'tiempo', 'duracion', 'zeit', 'dauer', 'temps', 'duree'],
  ...['duracao', 'utc', 'gmt', 'local', 'the', 'of', 'di', 'de', 'del', 'da', 'du', 'la', 'l', 'd', 'der', 'des', 'in'],
  ...['call', 'chiamata', 'llamada', 'anruf', 'appel', 'chamada'],
  ...[
    'ms',
    'msec',
    'millis',
    'milliseconds',
    's',
    'sec',
    'secs',
    'second',
    'seconds',
    'secondi',
    'segundos',
    'sekunden',
  ],
  ...['secondes', 'sek', 'min', 'mins', 'minutes', 'minuti', 'minutos', 'minuten', 'hh', 'mm', 'ss', 'h', 'm'],
]);

/** `Anrufdauer (s)`, `callDuration` and `TALK_TIME` as words in small letters without accents. */
export function headerName(header: string): HeaderName {
  const spaced = header.slice(0, 120).replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2');
  const words = bareWord(spaced)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  const bare = words.filter((word) => !neutral.has(word));
  return { words, text: words.join(' '), bare: bare.join(' ') };
}

/** How well a name is one of a target's: 1 = exactly, 0 = not at all; an earlier synonym is a little surer. */
export function nameScore({ text, bare }: HeaderName, names: readonly HeaderName[]): number {
  let best = 0;
  for (const [index, name] of names.entries()) {
    const surety = 1 - index / 1000;
    if (text === name.text) best = Math.max(best, surety);
    else if ((bare !== '' && bare === name.bare) || text.replaceAll(' ', '') === name.text.replaceAll(' ', ''))
      best = Math.max(best, surety - 0.1);
    else if (` ${text} `.includes(` ${name.text} `))
      best = Math.max(best, (0.4 + 0.4 * (name.text.length / text.length)) * surety);
  }
  return best;
}
