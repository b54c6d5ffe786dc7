/** The fields of a form by their names; one that was not sent is empty. */
export type Fields = (name: string) => string;

/** Reads what a form sends. */
export async function fieldsOf(request: Request): Promise<Fields> {
  const sent = new URLSearchParams(await request.text());
  return (name) => sent.get(name) ?? '';
}
