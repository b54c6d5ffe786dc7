import { markSign } from '#format';
import { Tooltip } from '../ui/tooltip.tsx';

/** The sign of a figure that is made of something else than others of its name: it opens what, and is named by it. */
export function MadeOf({ children }: { children: string }) {
  return (
    <Tooltip content={children} className="ml-0.5 px-0.5 font-semibold text-at-risk">
      <span aria-hidden="true">{markSign}</span>
      <span className="sr-only">{children}</span>
    </Tooltip>
  );
}
