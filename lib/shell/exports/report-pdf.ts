import pdfmake from 'pdfmake';
import roboto from 'pdfmake/fonts/Roboto.js';
import type { Say } from '#format';
import type { Report } from '#reports';
import { reportDocument } from './pdf/report-document.ts';

const fontFiles = new Set<unknown>(Object.values(roboto).flatMap((family) => Object.values(family)));

// A document reaches nothing but its fonts: neither another file of this machine nor any address.
pdfmake.setFonts(roboto);
pdfmake.setLocalAccessPolicy((path) => fontFiles.has(path));
pdfmake.setUrlAccessPolicy(() => false);

/**
 * A report as pages for print: its sentences, every table with its head repeated on each page, charts as lines. Figures
 * are written as on the page, sums with their minor units.
 */
export async function reportPdf(report: Report, say: Say, { now }: { now: Date }): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await pdfmake.createPdf(reportDocument(report, say, now)).getBuffer());
}
