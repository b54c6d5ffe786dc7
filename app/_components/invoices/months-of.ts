/** The months that an address asks for, both included. */
export function monthsOf({ from, to }: Record<string, string | string[] | undefined>): { from?: string; to?: string } {
  return {
    ...(typeof from === 'string' && from !== '' && { from }),
    ...(typeof to === 'string' && to !== '' && { to }),
  };
}
