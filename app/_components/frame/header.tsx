import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { NavLink } from './nav-link.tsx';
import { ThemeMenu } from './theme-menu.tsx';

export async function Header() {
  const t = await getTranslations('ui');
  return (
    <header className="border-line border-b bg-surface print:hidden">
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:absolute focus:z-40 focus:m-2 focus:rounded-md focus:bg-accent focus:px-3 focus:py-1.5 focus:text-accent-ink"
      >
        {t('frame.skip')}
      </a>
      <div className="mx-auto flex min-h-13 max-w-[90rem] flex-wrap items-center gap-x-1 px-4 sm:gap-x-2 lg:px-6">
        <Link href="/" className="mr-2 flex items-center gap-2 font-semibold tracking-tight sm:mr-4">
          <Mark />
          <span className="max-[22rem]:sr-only">{t('product')}</span>
        </Link>
        <nav
          aria-label={t('frame.navigation')}
          className="flex flex-wrap items-center max-md:order-last max-md:-mx-2 max-md:w-full max-md:pb-1.5 sm:gap-x-1"
        >
          <NavLink href="/">{t('frame.overview')}</NavLink>
          <NavLink href="/contracts">{t('frame.contracts')}</NavLink>
          <NavLink href="/invoices">{t('frame.invoices')}</NavLink>
          <NavLink href="/what-if">{t('frame.whatIf')}</NavLink>
          <NavLink href="/calls">{t('frame.calls')}</NavLink>
          <NavLink href="/imports">{t('frame.imports')}</NavLink>
          <NavLink href="/revenue">{t('frame.revenue')}</NavLink>
          <NavLink href="/inputs">{t('frame.inputs')}</NavLink>
        </nav>
        <div className="ml-auto">
          <ThemeMenu />
        </div>
      </div>
    </header>
  );
}

/** The pair of the product: a hollow cost and a filled revenue on one line. */
function Mark() {
  return (
    <svg viewBox="0 0 24 24" className="size-5" aria-hidden="true">
      <path d="M6 12h12" className="stroke-accent" strokeWidth="2" />
      <circle cx="5" cy="12" r="3.5" className="fill-surface stroke-accent" strokeWidth="2" />
      <circle cx="18.5" cy="12" r="4.5" className="fill-accent" />
    </svg>
  );
}
