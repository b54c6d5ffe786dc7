import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { requirePermission } from '#auth';
import { listVendors, type Session } from '#db';
import { demonstrationLog, demonstrationSeed, parseBank, type Story, stories } from '#demo';
import { fileOfStream } from '#imports';
import { applyDeclaration } from './apply-declaration.ts';
import { OperationError } from './errors.ts';
import { importCalls } from './import-calls.ts';
import { importInvoices } from './import-invoices.ts';
import { importRates } from './import-rates.ts';
import type { ImportResult } from './import-result.ts';

async function* bytesOf(chunks: Iterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for (const chunk of chunks) yield encoder.encode(chunk);
}

type Input = { samplesDir: string; onVendor?: (vendor: string, result: ImportResult) => void };

/**
 * Loads the demonstration into an empty product, through the same doors as anybody's data: reference rates, the
 * declaration of the invented vendors, their logs, drawn from the real calls with a fixed seed, and some invoices.
 */
export async function loadDemonstration(session: Session, { samplesDir, onVendor }: Input): Promise<ImportResult[]> {
  requirePermission(session, 'change', 'imports');
  if ((await listVendors(session.database)).length > 0)
    throw new OperationError(
      'precondition_failed',
      'the demonstration is loaded into an empty product only: there are vendors already',
    );
  const file = (name: string) => readFileSync(join(samplesDir, name));
  await importRates(session, {
    bytes: file('exchange-rates/eurofxref-hist.csv.gz'),
    fileName: 'eurofxref-hist.csv.gz',
  });
  await applyDeclaration(session, { text: file('demo/declaration.yaml').toString(), fileName: 'declaration.yaml' });
  const calls = parseBank(gunzipSync(file('uci-bank-marketing/bank-full.csv.gz')).toString());
  const results: ImportResult[] = [];
  for (const story of stories) {
    const result = await importStory(session, story, () => demonstrationLog(calls, story, demonstrationSeed));
    results.push(result);
    onVendor?.(story.vendor, result);
  }
  await importInvoices(session, {
    bytes: file('demo/invoices.csv'),
    fileName: 'invoices.csv',
    vendor: null,
    replace: false,
  });
  return results;
}

function importStory(session: Session, story: Story, log: () => Iterable<string>): Promise<ImportResult> {
  return importCalls(session, {
    files: [fileOfStream(`demonstration-${story.vendor}.csv`, () => bytesOf(log()))],
    vendor: story.vendor,
    program: null,
    timezone: null,
    format: null,
    mapping: null,
    strict: true,
  });
}
