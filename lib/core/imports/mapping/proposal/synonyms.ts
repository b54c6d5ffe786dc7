import type { CanonicalColumn } from '../../formats/canonical/columns.ts';
import { type HeaderName, headerName } from './header-name.ts';

const names: Readonly<Record<CanonicalColumn, readonly string[]>> = {
  call_id: [
    'call id, callid, call sid, unique id, uniqueid, uuid, contact id, interaction id, conversation id',
    'session id, record id, call reference, call number, id, sid, id chiamata, codice chiamata, id contatto',
    'identificativo, id llamada, identificador, anruf id, gesprachs id, vorgangs id, anrufkennung, id appel',
    'identifiant, id chamada, protocolo',
  ],
  started_at: [
    'started at, call start, start time, start date, start, started, begin time, begin, call date, calldate',
    'date time, datetime, timestamp, created at, date, call time, time, inizio chiamata, data inizio',
    'ora inizio, inizio, data chiamata, data ora, data e ora, data, inicio llamada, fecha inicio, hora inicio',
    'inicio, fecha llamada, fecha hora, fecha y hora, fecha, anrufbeginn, gesprachsbeginn, startzeit, beginn',
    'zeitpunkt, zeitstempel, anrufdatum, datum uhrzeit, datum, debut appel, date debut, heure debut, debut',
    'date appel, date heure, date et heure, horodatage, inicio chamada, data da chamada, data hora inicio',
    'hora',
  ],
  talk_s: [
    'talk time, talk, talktime, conversation time, conversation, speaking time, connected time, billsec',
    'tempo conversazione, tempo di conversazione, durata conversazione, conversazione, tiempo de conversacion',
    'tiempo conversacion, tiempo hablado, conversacion, hablado, gesprachszeit, gesprachsdauer, sprechzeit',
    'sprechdauer, temps de conversation, duree de conversation, duree conversation, tempo de conversa',
    'tempo falado, tempo de conversacao, conversa, falado, call duration, call length, length in sec',
    'duration, length, durata chiamata, durata, duracion llamada, duracion de la llamada, duracion',
    'anrufdauer, dauer, duree appel, duree de l appel, duree, duracao da chamada, duracao chamada, duracao',
  ],
  hold_s: [
    'hold time, on hold, hold, held, music on hold, messa in attesa, tempo di hold, retencion',
    'tiempo de retencion, haltezeit, haltedauer, halten, mise en attente, mise en garde, retencao',
    'tempo de retencao',
  ],
  wrap_s: [
    'acw, after call work, after call, wrap up, wrapup, wrap, post call, post call work, clerical',
    'post chiamata, lavoro post chiamata, postchiamata, post llamada, postllamada, trabajo posterior',
    'tiempo administrativo, nachbearbeitung, nachbearbeitungszeit, nachbearbeitungsdauer, nacharbeit',
    'nacharbeitszeit, post appel, post traitement, travail apres appel, pos atendimento, pos chamada',
    'trabalho pos chamada',
  ],
  wait_s: [
    'wait time, queue wait time, waiting time, wait, waiting, queue time, time in queue, queue wait, in queue, queue',
    'time to answer, speed of answer, queue seconds, tempo di attesa, tempo attesa, attesa',
    'tempo in coda, durata attesa, tiempo de espera, tiempo espera, espera, tiempo en cola, wartezeit',
    'wartedauer, zeit in warteschlange, temps d attente, temps attente, duree d attente, duree attente',
    'attente, tempo de espera, tempo espera, tempo em fila, tempo na fila',
    'ring time',
  ],
  direction: [
    'direction, call direction, in out, direzione, verso, direccion, sentido, richtung, anrufrichtung, sens',
    'sens appel, direcao, call type, type, tipo, tipo chiamata, typ, anrufart',
  ],
  answered: [
    'answered, is answered, handled, connected, risposta, risposto, gestita, contestada, atendida, respondida',
    'beantwortet, angenommen, repondu, decroche, traite, abandoned, is abandoned, abbandonata, abandonada',
    'abandonne, aufgelegt, missed, persa, perdida',
  ],
  disposition: [
    'disposition, disposition name, call disposition, call result, call outcome, outcome, result, result code',
    'wrap up code, wrapup code, closing code, call status, status, termination, esito chiamata, esito',
    'risultato, stato, tipificacion, resultado, disposicion, estado, ergebnis, ergebniscode, abschlusscode',
    'resultat, qualification, statut, tabulacao, desfecho',
  ],
  outcome: [
    'outcome, call outcome, sale, sold, is sale, sale made, converted, conversion, vendita, venduto, venta, vendido',
    'verkauf, verkauft, abschluss, vente, vendu, venda',
  ],
  agent: [
    'agent, agent name, agent id, agent login, operator, representative, advisor, employee, user, username',
    'user name, handled by, operatore, agente, addetto, utente, operador, asesor, usuario, teleoperador',
    'mitarbeiter, bearbeiter, benutzer, operateur, conseiller, teleconseiller, utilisateur, atendente',
  ],
  customer_ref: [
    'customer id, customer number, customer, client id, client number, client, account number, caller id',
    'caller number, caller, phone number, phone, ani, msisdn, telephone, codice cliente, cliente',
    'numero cliente, numero chiamante, chiamante, telefono, numero telefono, numero de telefono, kundennummer',
    'kunden id, kunde, telefonnummer, rufnummer, anrufer, numero client, appelant, numero appelant, telefone',
    'codigo cliente, numero do cliente',
  ],
  revenue: [
    'revenue, sale amount, sale value, sales value, order value, order amount, turnover, amount, ricavo',
    'importo, valore ordine, valore vendita, fatturato, importe, ingresos, valor venta, umsatz, bestellwert',
    'erlos, betrag, chiffre d affaires, montant, valeur commande, receita, valor venda, valor da venda',
    'faturamento, valor',
  ],
  currency: ['currency, currency code, valuta, divisa, moneda, wahrung, devise, monnaie, moeda'],
  vendor: [
    'vendor, supplier, bpo, partner, fornitore, proveedor, dienstleister, lieferant, fournisseur, prestataire',
    'fornecedor',
  ],
  program: [
    'program, programme, project, campaign, campaign name, queue, queue name, skill, skill name',
    'line of business, lob, programma, progetto, campagna, coda, proyecto, campana, cola, projekt, kampagne',
    'warteschlange, projet, campagne, file, projeto, campanha, fila',
  ],
  call_type: [
    'call type, type, call reason, contact reason, reason, category, topic, service, tipo chiamata, tipo',
    'motivo, categoria, servizio, servicio, anrufart, anrufgrund, grund, typ, kategorie, dienst, motif',
    'categorie, servico, queue, queue name, skill, campaign, campaign name, coda, campagna, cola, campana',
    'warteschlange, kampagne, file, campagne, fila, campanha',
  ],
};

/** Names from lines of them, in their order. */
function listed(lines: readonly string[]): HeaderName[] {
  return lines.flatMap((line) => line.split(', ')).map(headerName);
}

const prepared = new Map(Object.entries(names).map(([target, list]) => [target, listed(list)]));

/**
 * What call centers call the columns of a call, in English, Italian, Spanish, German, French and Portuguese, without
 * accents and capitals; the surest names come first.
 */
export function synonymsOf(target: CanonicalColumn): readonly HeaderName[] {
  return prepared.get(target) ?? [];
}

/** Names of talk, hold and wrap together, for logs that have no talk of its own. */
export const handleNames: readonly HeaderName[] = listed([
  'handle time, handling time, handled time, aht, tempo di gestione, tempo gestione, tiempo de gestion',
  'bearbeitungszeit, bearbeitungsdauer, temps de traitement, duree de traitement, duree traitement',
  'tempo de atendimento, tempo de tratamento',
]);

/** Names of the parts of a date that is spread over columns. */
export const dateParts = {
  day: ['day', 'day of month', 'giorno', 'dia', 'tag', 'jour'].map(headerName),
  month: ['month', 'mese', 'mes', 'monat', 'mois'].map(headerName),
  year: ['year', 'anno', 'ano', 'jahr', 'annee'].map(headerName),
} as const satisfies Record<string, readonly HeaderName[]>;

/** Names of the time of day where the date stands in another column. */
export const clockNames: readonly HeaderName[] = listed([
  'time, start time, call time, hour, ora, ora inizio, ora chiamata, orario, hora, hora inicio',
  'hora llamada, uhrzeit, zeit, startzeit, heure, heure debut, heure appel, hora chamada, horario',
]);

function words(lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.flatMap((line) => line.split(' ')));
}

/** Words of a name that say it is no beginning: the end of a call, or a change of its record. */
export const endWords: ReadonlySet<string> = words([
  'end ended finish hangup disconnect disconnected updated modified last answer answered closed fine',
  'chiusura fin final ende anrufende beendet fim termino birth nascita nacimiento geburt naissance',
  'nascimento due wait talk hold handle',
]);

/** Words of a name that say it counts things. */
export const countWords: ReadonlySet<string> = words([
  'count number num no nr numero anzahl nombre cantidad quantita qtd times holds',
]);
