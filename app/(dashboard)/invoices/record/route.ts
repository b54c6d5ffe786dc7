import { type InvoiceForm, OperationError, recordInvoice } from '#operations';
import { openSession } from '#views';
import { formAnswer } from '../../../_request/form-answer.ts';

/** Records an invoice that was typed. */
export function POST(request: Request): Promise<Response> {
  return formAnswer(request, async () =>
    recordInvoice(await openSession(), formOf(await request.json().catch(() => null))),
  );
}

const head = ['vendor', 'program', 'month', 'invoice_no', 'currency', 'payable'] as const;
const line = ['line', 'quantity', 'rate', 'amount'] as const;
const MOST_LINES = 1000;

/** Only texts are taken from what was sent; what is not there is empty, and refused where it is needed. */
function formOf(sent: unknown): InvoiceForm {
  const { lines, replace, ...fields } = Object(sent) as Record<string, unknown>;
  if (!Array.isArray(lines) || lines.length > MOST_LINES)
    throw new OperationError('validation', `an invoice is sent with its lines, at most ${MOST_LINES}`);
  return { ...texts(head, fields), lines: lines.map((own: unknown) => texts(line, own)), replace: replace === true };
}

function texts<Name extends string>(names: readonly Name[], sent: unknown): Record<Name, string> {
  const given = Object(sent) as Record<string, unknown>;
  const text = (name: Name) => (typeof given[name] === 'string' ? (given[name] as string) : '');
  return Object.fromEntries(names.map((name) => [name, text(name)])) as Record<Name, string>;
}
