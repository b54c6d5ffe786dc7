import { requirePermission } from '#auth';
import type { Session } from '#db';
import { type InputIssue, OperationError } from '#operations';
import { type Delivered, deliver } from './deliver.ts';

const parameters = ['vendor', 'program', 'timezone', 'format', 'file'] as const;
const LONGEST = 255;

/** What is wrong with the address and the headers of a request, apart from what they name. */
function issuesIn(asked: URLSearchParams, key: string | null): InputIssue[] {
  const names = [...asked.keys()];
  const unknown = names.filter((name) => !(parameters as readonly string[]).includes(name));
  const twice = parameters.filter((name) => asked.getAll(name).length > 1);
  const long = names.filter((name) => (asked.get(name) ?? '').length > LONGEST);
  return [
    ...unknown.map((path) => ({
      path,
      message: { key: 'api.unknown_parameter', values: { names: parameters.join(', ') } },
    })),
    ...twice.map((path) => ({ path, message: { key: 'api.given_twice' } })),
    ...long.map((path) => ({ path, message: { key: 'rejects.too_long', values: { longest: LONGEST } } })),
    ...(key === null || /^[\x21-\x7e]{1,255}$/.test(key)
      ? []
      : [{ path: 'Idempotency-Key', message: { key: 'api.no_key', values: { longest: LONGEST } } }]),
  ];
}

/** The body, which is a fault where it ends before all of it is there. */
async function* wholeBody(body: AsyncIterable<Uint8Array>, announced: string | null): AsyncGenerator<Uint8Array> {
  let received = 0;
  for await (const chunk of body) {
    received += chunk.length;
    yield chunk;
  }
  if (announced !== null && received !== Number(announced))
    throw new OperationError('validation', `the body ended after ${received} of ${announced} bytes`);
}

/**
 * Takes a request's body as a delivery (docs/api.md): `vendor`, `program`, `timezone`, `format` and the name of the `file`
 * come in the address, the sender's own name for it in `Idempotency-Key`. The body is as long as it likes.
 */
export function deliverRequest(session: Session, { url, headers, body }: Request): Promise<Delivered> {
  requirePermission(session, 'change', 'imports');
  const asked = new URL(url).searchParams;
  const key = headers.get('idempotency-key');
  const issues = issuesIn(asked, key);
  if (issues.length > 0) throw new OperationError('validation', 'the delivery was not taken', issues);
  if (!body) throw new OperationError('validation', 'the request has no body: it is the file');
  const given = (name: (typeof parameters)[number]) => asked.get(name)?.trim() || null;
  return deliver(session, {
    source: 'api',
    ...{ vendor: given('vendor'), program: given('program'), timezone: given('timezone'), format: given('format') },
    file: { name: given('file') ?? 'upload', bytes: wholeBody(body, headers.get('content-length')) },
    ...(key !== null && { idempotencyKey: key }),
  });
}
