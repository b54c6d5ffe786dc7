import {
  addInvoiceNote,
  matchInvoiceLine,
  OperationError,
  setInvoiceLineState,
  setInvoiceTolerance,
} from '#operations';
import { openSession, type Session } from '#views';
import { formAnswer } from '../../../../_request/form-answer.ts';

type Fields = (name: string) => string;
type Change = (session: Session, invoice: string, field: Fields) => Promise<void>;

/** What can be done to an invoice from its page, by the last part of the address. */
const changes: Readonly<Record<string, Change>> = {
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
export async function POST(
  request: Request,
  { params }: { params: Promise<{ id: string; change: string }> },
): Promise<Response> {
  const { id, change } = await params;
  return formAnswer(request, async () => {
    const own = Object.hasOwn(changes, change) ? changes[change] : undefined;
    if (!own) throw new OperationError('not_found', `an invoice has no "${change}"`);
    const sent = new URLSearchParams(await request.text());
    await own(await openSession(), id, (name) => sent.get(name) ?? '');
  });
}
