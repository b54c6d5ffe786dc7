import { statementsFile } from '../statement-file.ts';

export const GET = statementsFile('csv');
