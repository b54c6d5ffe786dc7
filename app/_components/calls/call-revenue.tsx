import type { Table } from '#reports';
import { ReportTable } from '../report/report-table.tsx';
import { getSay } from '../report/say.ts';
import { Panel } from '../ui/panel.tsx';

/** What came, and went back, after a call, with the net. */
export async function CallRevenue({ table }: { table: Table }) {
  const say = await getSay();
  return (
    <Panel>
      <h2 className="px-4 py-3 font-semibold">{say(table.title)}</h2>
      <ReportTable table={table} say={say} />
    </Panel>
  );
}
