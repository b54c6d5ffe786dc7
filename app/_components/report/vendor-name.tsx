import Link from 'next/link';
import { cellText, type Say } from '#format';
import type { Row } from '#reports';
import { hue } from './hue.ts';

/** Who a row is of: name and program, with the vendor's colour beside them. */
export function VendorName({ row, say }: { row: Row; say: Say }) {
  const { vendor, program } = row.cells;
  const name = vendor && cellText(vendor, say);
  return (
    <div className="flex items-baseline gap-2.5">
      {row.color !== undefined && (
        <span className="size-2.5 shrink-0 rounded-xs" style={{ background: hue(row.color) }} aria-hidden="true" />
      )}
      <div className="min-w-0">
        {row.href ? (
          <Link href={row.href} className="font-semibold hover:text-accent hover:underline">
            {name}
          </Link>
        ) : (
          name
        )}
        {program && <span className="block text-muted text-xs">{cellText(program, say)}</span>}
      </div>
    </div>
  );
}
