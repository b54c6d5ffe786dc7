import { type NextRequest, NextResponse } from 'next/server';
import { refusal, refused } from './app/_request/refusal.ts';

/**
 * Refuses what does not come from this machine's own pages, and gives each page a content security policy with a nonce.
 * The upload and the API's imports are left out of the matcher: Next would hold their bodies in memory and cut them at
 * 10 MB. They refuse by themselves.
 */
export function proxy(request: NextRequest): Response {
  const reason = refusal(request);
  if (reason) return refused(reason);
  const nonce = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))));
  const policy = contentSecurityPolicy(nonce);
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  headers.set('content-security-policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  return response;
}

function contentSecurityPolicy(nonce: string): string {
  const development = process.env.NODE_ENV === 'development';
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    development ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

export const config = {
  matcher: ['/((?!imports/upload|api/v1/imports|_next/static|_next/image|icon\\.svg).*)'],
};
