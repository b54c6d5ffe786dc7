import { createTranslator } from 'use-intl/core';
import { isLoopback } from '#config';
import { catalogues, defaultLocale } from '../../i18n/messages.ts';
import { problemDetails } from './problem-details.ts';

/** Why a request is not answered: it named a foreign host, or a foreign page asked for a change. */
export type Refusal = 'host' | 'origin';

const reading = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether a request must be refused. There is no sign-in yet, so who asks is known only by the way they came: by a name
 * of this machine (a name of somebody else's that resolves to 127.0.0.1 is DNS rebinding), and, to change
 * something, from a page of ours or from no page at all.
 */
export function refusal({ method, headers }: Pick<Request, 'method' | 'headers'>): Refusal | null {
  const host = headers.get('host') ?? '';
  if (!isLoopback(hostName(host))) return 'host';
  return reading.has(method) || fromOurselves(headers, host) ? null : 'origin';
}

/** The answer to a refused request, as problem details (RFC 9457); given before there is a page to take words from. */
export function refused(reason: Refusal): Response {
  const t = createTranslator({
    locale: defaultLocale,
    messages: catalogues[defaultLocale],
    namespace: 'ui.problem',
  });
  return problemDetails({ status: 403, title: t('forbidden'), detail: t(`refused.${reason}`) });
}

function hostName(host: string): string {
  return host.replace(/:\d+$/, '').toLowerCase();
}

function fromOurselves(headers: Headers, host: string): boolean {
  const origin = headers.get('origin');
  if (origin !== null && origin !== `http://${host}` && origin !== `https://${host}`) return false;
  const site = headers.get('sec-fetch-site');
  return site === null || site === 'same-origin' || site === 'none';
}
