/** Names of the months and how they are shortened, without accents: English, Italian, Spanish, German, French, Portuguese. */
const names = [
  'january jan gennaio gen enero ene januar janner janvier janv janeiro',
  'february feb febbraio febrero februar fevrier fevr fev fevereiro',
  'march mar marzo marz maerz mrz mars marco',
  'april apr aprile abril abr avril avr',
  'may maggio mag mayo mai maio',
  'june jun giugno giu junio juni juin junho',
  'july jul luglio lug julio juli juillet juil julho',
  'august aug agosto ago aout',
  'september sept sep settembre sett set septiembre setiembre septembre setembro',
  'october oct ottobre ott octubre oktober okt octobre outubro out',
  'november nov novembre noviembre novembro',
  'december dec dicembre dic diciembre dezember dez decembre dezembro',
] as const;

const numbers = new Map(names.flatMap((words, index) => words.split(' ').map((word) => [word, index + 1] as const)));

/** A word without accents, dots and capitals: `Févr.` is `fevr`. */
export function bareWord(word: string): string {
  return word
    .normalize('NFD')
    .replace(/[\p{M}.]/gu, '')
    .toLowerCase();
}

/** The number of a month by its name or the usual short form of it; null = no such month. */
export function monthNumber(word: string): number | null {
  return numbers.get(word) ?? numbers.get(bareWord(word)) ?? null;
}
