/**
 * The command line: arguments to one operation or view, its answer to standard output.
 * Does not own: what is done (#operations, #views), how a report is written (#exports).
 */
export { main } from './main.ts';
