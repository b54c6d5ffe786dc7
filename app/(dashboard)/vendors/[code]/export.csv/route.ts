import { vendorFile } from '../vendor-file.ts';

export const GET = vendorFile('csv');
