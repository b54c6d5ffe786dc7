import { statementFile } from '../../statement-file.ts';

export const GET = statementFile('csv');
