import { CSPProvider } from '@base-ui/react/csp-provider';
import type { Metadata, Viewport } from 'next';
import { headers } from 'next/headers';
import { NextIntlClientProvider } from 'next-intl';
import { getLocale, getMessages, getTranslations } from 'next-intl/server';
import { ThemeProvider } from 'next-themes';
import type { ReactNode } from 'react';
import './globals.css';

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#ffffff' },
    { media: '(prefers-color-scheme: dark)', color: '#151a21' },
  ],
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('ui');
  return {
    title: { default: t('product'), template: `%s · ${t('product')}` },
    description: t('tagline'),
    robots: { index: false },
  };
}

/** What the browser says by itself; everything else is said on the server. */
async function browserMessages() {
  const { ui } = await getMessages();
  const { theme, period, program, view, upload, draft, mapping, inputs, revenue, job, error } = ui;
  const { contractEditor, contractImport, invoices } = ui;
  return {
    ui: {
      ...{ theme, period, program, view, upload, draft, mapping, inputs, revenue, job, error },
      ...{ contractEditor, contractImport, invoices },
    },
  };
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get('x-nonce') ?? '';
  return (
    <html lang={await getLocale()} suppressHydrationWarning>
      <body className="min-h-dvh font-sans">
        <ThemeProvider attribute="class" defaultTheme="system" disableTransitionOnChange nonce={nonce}>
          <CSPProvider nonce={nonce}>
            <NextIntlClientProvider messages={await browserMessages()}>{children}</NextIntlClientProvider>
          </CSPProvider>
        </ThemeProvider>
      </body>
    </html>
  );
}
