import { isObject } from '../../is-object.ts';

/** Keys under which platforms keep a page's records. */
const lists = new Set([
  ...['calls', 'conversations', 'records', 'data', 'results', 'entries'],
  ...['contacts', 'completedcontacts', 'contacttracerecords'],
]);
/** Keys under which such a list may lie one level deeper: `report.records`, `_embedded.calls`. */
const holders = new Set(['report', 'response', 'result', 'resultset', 'data', '_embedded']);

/** Whether an object's list of objects under these keys is its records, so that the object is a page of them. */
export function isListOfRecords(keys: readonly string[]): boolean {
  const [first = '', second] = keys.map((key) => key.toLowerCase());
  return second === undefined ? lists.has(first) : holders.has(first) && lists.has(second);
}

/** Whether a value is a page of records, and no record itself. */
export function isPage(value: unknown, above: readonly string[] = []): boolean {
  if (!isObject(value)) return false;
  return Object.entries(value).some(([key, inner]) => {
    const keys = [...above, key];
    if (Array.isArray(inner)) return isListOfRecords(keys) && inner.every(isObject);
    return above.length === 0 && isPage(inner, keys);
  });
}
