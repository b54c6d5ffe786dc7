import { contractFile } from '../contract-file.ts';

export const GET = contractFile('pdf');
