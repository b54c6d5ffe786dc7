import { overviewFile } from '../overview-file.ts';

export const GET = overviewFile('csv');
