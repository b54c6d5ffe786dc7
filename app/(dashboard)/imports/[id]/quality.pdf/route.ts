import { qualityFile } from '../quality-file.ts';

export const GET = qualityFile('pdf');
