import { modelsFile } from '../models-file.ts';

export const GET = modelsFile('csv');
