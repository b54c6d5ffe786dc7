import { invoiceFile } from '../invoice-file.ts';

export const GET = invoiceFile('xlsx');
