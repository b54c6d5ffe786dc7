import { invoicesFile } from '../invoices-file.ts';

export const GET = invoicesFile('pdf');
