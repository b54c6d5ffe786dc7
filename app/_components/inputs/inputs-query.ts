import { type InputsQuery, inputSorts } from '#views';

/** What the address of the page, or of one of its files, asks for; hours where it names no sort. */
export function inputsQuery(parameters: Record<string, string | string[] | undefined>): InputsQuery {
  const one = (name: string) => {
    const value = parameters[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  return { sort: inputSorts.find((sort) => sort === parameters.sort) ?? 'hours', of: one('of'), period: one('period') };
}
