import { inputsFile } from '../inputs-file.ts';

export const GET = inputsFile('xlsx');
