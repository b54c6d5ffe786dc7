import { describe, expect, it } from 'vitest';
import { say } from '../said.test-data.ts';
import { proposeMapping } from './propose.ts';

/** A table as it is written: a header and rows, cells set apart by `|`. */
function proposed(...lines: string[]) {
  const [header = [], ...rows] = lines.map((line) => line.split('|').map((cell) => cell.trim()));
  return proposeMapping(header, rows);
}

describe('a proposal', () => {
  it('reads an English log with seconds', () => {
    const { mapping, questions } = proposed(
      'Call ID|Start Time|Agent|Direction|Queue|Wait Time (sec)|Talk Time (sec)|Hold Time (sec)|ACW (sec)|Disposition|Caller ID',
      'c-1|2026-03-02 09:15:00|ann|in|sales|12|125|0|31|Sale|5550100',
      'c-2|2026-03-02 09:18:10|ann|out|sales|3|15|-|30|No answer|5550101',
      'c-3|2026-03-02 09:20:00|bob|in|service|7|421|40|62|PARTIAL|5550100',
    );
    expect(questions).toEqual([]);
    expect(mapping).toEqual({
      decimal: 'point',
      columns: {
        call_id: { from: 'Call ID' },
        started_at: { from: 'Start Time', format: 'iso' },
        agent: { from: 'Agent' },
        direction: { from: 'Direction', words: { in: 'inbound', out: 'outbound' } },
        call_type: { from: 'Queue' },
        wait_s: { from: 'Wait Time (sec)', unit: 'seconds' },
        talk_s: { from: 'Talk Time (sec)', unit: 'seconds' },
        hold_s: { from: 'Hold Time (sec)', unit: 'seconds', unknown: ['-'] },
        wrap_s: { from: 'ACW (sec)', unit: 'seconds' },
        disposition: { from: 'Disposition' },
        customer_ref: { from: 'Caller ID' },
      },
      outcomes: { 'No answer': 'no_contact' },
    });
  });

  it('reads an Italian log with decimal commas, dates and times apart', () => {
    const { mapping, questions } = proposed(
      'ID chiamata|Data|Ora|Operatore|Durata conversazione|Attesa|Post chiamata|Esito|Importo|Valuta',
      '1|14/03/2026|09:15:00|Rossi|125,5|12,0|30,0|VENDITA|1.234,50|EUR',
      '2|15/03/2026|09:18:10|Bianchi|15,25|3,5|30,0|OCCUPATO|0,00|EUR',
      '3|01/03/2026|18:20:00|Rossi|421,0|7,0|62,5|DA VERIFICARE|15,00|EUR',
    );
    expect(questions).toEqual([]);
    expect(mapping).toEqual({
      decimal: 'comma',
      columns: {
        call_id: { from: 'ID chiamata' },
        started_at: { from: ['Data', 'Ora'], format: 'dd/MM/yyyy HH:mm:ss' },
        agent: { from: 'Operatore' },
        talk_s: { from: 'Durata conversazione', unit: 'seconds' },
        wait_s: { from: 'Attesa', unit: 'seconds' },
        wrap_s: { from: 'Post chiamata', unit: 'seconds' },
        disposition: { from: 'Esito' },
        revenue: { from: 'Importo' },
        currency: { from: 'Valuta' },
      },
      outcomes: { VENDITA: 'sale', OCCUPATO: 'no_contact' },
    });
  });
  it('tells what else', () => {
    const p = proposed(
      'Datum|Anrufdauer|Mitarbeiter|Ergebnis|Anruf-ID|Nachbearbeitung|Wartezeit|Rufnummer|Richtung|Umsatz',
      '02.03.2026 09:15|00:02:05|Müller|Verkauf|A1|00:00:30|00:00:05|0170|eingehend|12,50',
      '03.03.2026 09:15|00:02:05|Müller|Besetzt|A2|00:00:30|00:00:05|0171|ausgehend|1,5',
    );
    console.log(
      JSON.stringify(p.mapping, null, 1),
      JSON.stringify(p.questions),
      p.columns.map((c) => `${c.header} ${c.target} ${c.why && say(c.why)}`),
    );
  });
});
