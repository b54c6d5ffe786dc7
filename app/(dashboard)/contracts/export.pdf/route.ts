import { contractsFile } from '../contracts-file.ts';

export const GET = contractsFile('pdf');
