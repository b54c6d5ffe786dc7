import type { ReactNode } from 'react';
import { Header } from '../_components/frame/header.tsx';

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
