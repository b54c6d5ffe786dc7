import { Absence } from './_components/frame/absence.tsx';

export default function NotFound() {
  return (
    <main className="px-4">
      <Absence />
    </main>
  );
}
