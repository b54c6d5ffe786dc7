'use client';

import { Failure, type FailureProps } from './_components/frame/failure.tsx';

export default function ErrorPage(props: FailureProps) {
  return (
    <main className="px-4">
      <Failure {...props} />
    </main>
  );
}
