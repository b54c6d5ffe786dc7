import type { ReactNode } from 'react';

type Props = {
  name: string;
  figure: ReactNode;
  meaning?: string;
  /** Class of the colour that stands for it in the picture. */
  swatch?: string;
  children?: ReactNode;
};

/** One named figure of a picture, inside a definition list. */
export function Fact({ name, figure, meaning, swatch, children }: Props) {
  return (
    <div>
      <dt className="flex items-center gap-1.5 text-muted text-xs">
        {swatch && <span className={`size-2.5 rounded-xs ${swatch}`} aria-hidden="true" />}
        {name}
      </dt>
      <dd className="font-semibold">{figure}</dd>
      {meaning && <dd className="text-muted text-xs">{meaning}</dd>}
      {children && <dd className="text-muted text-xs">{children}</dd>}
    </div>
  );
}
