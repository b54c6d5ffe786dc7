import { type Check, finding } from './check.ts';

const of = finding('records');

/** So large a share of rejected records is more than slips of the pen. */
const MANY = 0.05;

/** How many records became calls. */
export const records: Check = ({ records: { rows, rejected, notCalls, calls, legs } }) => {
  const figures = { rows, calls, legs, notCalls, rejected, share: rows === 0 ? null : rejected / rows };
  if (calls === 0) return of('wrong', 'none', figures);
  if (rejected > 0) return of(rejected / rows > MANY ? 'wrong' : 'look', 'rejected', figures);
  return of('fine', 'all', figures);
};
