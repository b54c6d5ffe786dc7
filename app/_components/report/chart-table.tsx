import { getTranslations } from 'next-intl/server';
import { cellText, figureText, type Say } from '#format';
import { pointCell, type TimeChart } from '#reports';
import { ScrollRegion } from '../ui/scroll-region.tsx';

/** The figures of a chart for those who do not see it, or want to read them off. */
export async function ChartTable({ chart, say }: { chart: TimeChart; say: Say }) {
  const t = await getTranslations('ui.chart');
  const { lines, unit, step } = chart;
  const head = 'whitespace-nowrap px-3 py-1.5 text-right font-medium first:pl-4 first:text-left last:pr-4';
  const cell = 'whitespace-nowrap px-3 py-1 text-right first:pl-4 first:text-left last:pr-4';
  return (
    <details className="border-line border-t print:hidden">
      <summary className="px-4 py-2.5 font-medium text-sm hover:bg-sunken/60">{t('table')}</summary>
      <ScrollRegion label={say(chart.title)} className="max-h-96 overflow-auto">
        <table className="w-full text-sm">
          <thead className="sticky top-0 bg-surface text-muted text-xs">
            <tr>
              <th scope="col" className={head}>
                {t(step)}
              </th>
              {lines.map((line) => (
                <th key={line.id} scope="col" className={head}>
                  {say(line.label)} {say(unit)}
                </th>
              ))}
              <th scope="col" className={head}>
                {t('calls')}
              </th>
            </tr>
          </thead>
          <tbody className="divide-y divide-line">
            {lines[0]?.points.map(({ day, calls }) => (
              <tr key={day}>
                <th scope="row" className={`${cell} font-normal`}>
                  {cellText({ kind: 'day', day }, say)}
                </th>
                {lines.map((line) => {
                  const point = line.points.find((own) => own.day === day);
                  return (
                    <td key={line.id} className={cell}>
                      {figureText(point ? pointCell(unit, point) : { kind: 'unknown' }, say)}
                    </td>
                  );
                })}
                <td className={cell}>{cellText({ kind: 'count', value: calls }, say)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </details>
  );
}
