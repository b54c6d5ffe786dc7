import type { ReactNode } from 'react';

type Props = { name: string; figure: string; meaning?: string; children?: ReactNode };

/** One named figure of a picture, inside a definition list. */
export function Fact({ name, figure, meaning, children }: Props) {
  return (
    <div>
      <dt className="text-muted text-xs">{name}</dt>
      <dd className="font-semibold">{figure}</dd>
      {meaning && <dd className="text-muted text-xs">{meaning}</dd>}
      {children && <dd className="text-muted text-xs">{children}</dd>}
    </div>
  );
}
