/**
 * Zod writes its parsers as code where it may, and asks by trying: under our content security policy that is a violation
 * on every page that reads terms. In the browser it goes without.
 */
import { config } from 'zod/v4/core';

config({ jitless: true });
