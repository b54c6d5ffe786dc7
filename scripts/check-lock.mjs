/**
 * Fails where the lock file leaves out a platform's optional package: npm writes such a lock without a word when the
 * registry lacks the package, and `npm ci` then refuses it on every machine (docs/decisions/0002).
 */
import { readFileSync } from 'node:fs';
import { fail } from './environment.mjs';

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const names = new Set(Object.keys(packages).map((path) => path.slice(path.lastIndexOf('node_modules/') + 13)));
const wanted = Object.values(packages).flatMap((own) => Object.keys(own.optionalDependencies ?? {}));
const missing = [...new Set(wanted)].filter((name) => !names.has(name));
if (missing.length > 0) fail(`package-lock.json lacks ${missing.join(', ')}`);
if (Object.values(packages).some((own) => own.resolved))
  fail('package-lock.json names download addresses: set omit-lockfile-registry-resolved');
