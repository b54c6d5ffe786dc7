import type { Direction, Outcome } from '#calls';
import { bareWord } from '../month-names.ts';

type Meanings<T> = readonly (readonly [T, string])[];

function lookup<T>(meanings: Meanings<T>): ReadonlyMap<string, T> {
  return new Map(meanings.flatMap(([meaning, words]) => words.split(', ').map((word) => [word, meaning] as const)));
}

/** A word as it is looked up: without accents, capitals and marks. */
function plain(word: string): string {
  return bareWord(word)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const directionMeanings = lookup<Direction>([
  ['inbound', 'inbound, in, incoming, ib, entrata, in entrata, entrante, ricevuta, recibida, eingehend, entrant, recu'],
  ['inbound', 'entrada, recebida'],
  ['outbound', 'outbound, out, outgoing, ob, uscita, in uscita, uscente, effettuata, saliente, realizada, ausgehend'],
  ['outbound', 'sortant, emis, saida, efetuada'],
]);

const yesMeanings = lookup<boolean>([
  [true, 'yes, y, true, 1, si, s, vero, verdadero, ja, j, wahr, oui, o, vrai, sim, verdadeiro, x'],
  [false, 'no, n, false, 0, falso, nein, falsch, non, faux, nao'],
]);

const answerMeanings = lookup<boolean>([
  [true, 'answered, handled, connected, risposta, gestita, contestada, atendida, angenommen, repondu, traite'],
  [
    false,
    'no answer, not answered, unanswered, busy, failed, abandoned, missed, cancelled, canceled, congestion, rejected',
  ],
  [false, 'non risposta, occupato, abbandonata, persa, no contestada, ocupado, abandonada, perdida, besetzt'],
  [false, 'verpasst, abgebrochen, occupe, abandonne, manque, nao atendida'],
]);

/** Only words that cannot mean anything else: what is doubtful is for a person to explain. */
const outcomeMeanings = lookup<Outcome>([
  ['sale', 'sale, sold, sale made, vendita, venduto, venta, vendido, verkauf, verkauft, vente, vendu, venda'],
  ['resolved', 'resolved, solved, risolto, risolta, resuelto, resuelta, gelost, resolu, resolue, resolvido, resolvida'],
  [
    'unresolved',
    'unresolved, not resolved, non risolto, non risolta, no resuelto, no resuelta, ungelost, nicht gelost',
  ],
  ['unresolved', 'non resolu, nao resolvido'],
  ['no_sale', 'no sale, not sold, no vendita, nessuna vendita, non venduto, sin venta, no venta, kein verkauf'],
  ['no_sale', 'nicht verkauft, pas de vente, sem venda, nao vendido'],
  ['refused', 'refused, not interested, rifiuto, rifiutato, non interessato, rechazado, no interesado'],
  ['refused', 'abgelehnt, kein interesse, refus, refuse, pas interesse, recusado, sem interesse, nao interessado'],
  ['callback', 'callback, call back, richiamare, da richiamare, richiamo, rellamada, volver a llamar, ruckruf'],
  ['callback', 'wiedervorlage, a rappeler, rappel, rappeler, ligar novamente, retornar ligacao'],
  ['transferred', 'transferred, transfer, trasferita, trasferito, transferida, transferido, weitergeleitet, transfere'],
  ['no_contact', 'no answer, noanswer, not answered, busy, answering machine, voicemail, voice mail, no contact'],
  ['no_contact', 'nessuna risposta, non risponde, occupato, segreteria, segreteria telefonica, no contesta'],
  ['no_contact', 'sin respuesta, ocupado, buzon de voz, contestador, keine antwort, nicht erreicht, besetzt'],
  ['no_contact', 'anrufbeantworter, pas de reponse, sans reponse, occupe, repondeur, messagerie, nao atende'],
  ['no_contact', 'sem resposta, caixa postal, secretaria eletronica'],
  ['bad_number', 'bad number, wrong number, invalid number, disconnected number, fax, numero errato, numero sbagliato'],
  ['bad_number', 'numero inesistente, attivita cessata, numero equivocado, numero erroneo, numero inexistente'],
  ['bad_number', 'falsche nummer, ungultige nummer, kein anschluss, faux numero, mauvais numero, numero invalide'],
  ['bad_number', 'numero errado, numero invalido'],
  ['abandoned', 'abandoned, abandon, abbandonata, abbandono, abandonada, abandono, aufgelegt, abandonne, abandonnee'],
  ['other', 'other, altro, otro, sonstiges, autre, outro'],
]);

/** What a word means in the trade, in six languages; undefined = it is none of these words, or a doubtful one. */
export const directionOf = (word: string): Direction | undefined => directionMeanings.get(plain(word));
export const yesOf = (word: string): boolean | undefined => yesMeanings.get(plain(word));
export const answerOf = (word: string): boolean | undefined => answerMeanings.get(plain(word));
export const outcomeOf = (word: string): Outcome | undefined => outcomeMeanings.get(plain(word));
