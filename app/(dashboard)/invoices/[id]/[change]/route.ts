import { addInvoiceNote, matchInvoiceLine, setInvoiceLineState, setInvoiceTolerance } from '#operations';
import { type Changes, changeHandler } from '../../../../_request/change-handler.ts';
import { type Fields, fieldsOf } from '../../../../_request/fields-of.ts';

const changes: Changes<Fields> = {
  state: (session, invoice, field) =>
    setInvoiceLineState(session, { invoice, ...lineOf(field), state: field('state'), credited: field('credited') }),
  match: (session, invoice, field) =>
    matchInvoiceLine(session, { invoice, ...lineOf(field), matchedWith: field('matchedWith') || null }),
  note: (session, invoice, field) =>
    addInvoiceNote(session, {
      invoice,
      place: field('place') === '' ? null : Number(field('place')),
      note: field('note'),
    }),
  tolerance: (session, invoice, field) =>
    setInvoiceTolerance(session, {
      invoice,
      tolerance: { amount: field('amount'), percent: field('percent') },
      note: field('note'),
    }),
};

function lineOf(field: Fields) {
  return { place: Number(field('place')), note: field('note') };
}

/** Changes an invoice's line, its notes or its vendor's tolerance. */
export const POST = changeHandler('an invoice', { changes, read: fieldsOf });
