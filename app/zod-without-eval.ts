/**
 * Zod as the browser has it. It writes its parsers as code where it may, and asks by trying when a schema is made: under
 * our content security policy that is a violation on every page that reads terms. next.config.ts puts this in zod's place.
 */
import { config } from 'zod/v4/core';

config({ jitless: true });

export * from 'zod/v4';
