import { whatIfFile } from '../what-if-file.ts';

export const GET = whatIfFile('pdf');
