import { changeFile } from '../change-file.ts';

export const GET = changeFile('csv');
