import type { ReactNode } from 'react';
import { Header } from '../_components/frame/header.tsx';

/** Every page asks the database when it is asked for: a build that tried them beforehand would start one and leave it running. */
export const dynamic = 'force-dynamic';

export default function DashboardLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <Header />
      <main id="content" tabIndex={-1} className="mx-auto max-w-[90rem] px-4 py-5 outline-none sm:py-6 lg:px-6">
        {children}
      </main>
    </>
  );
}
