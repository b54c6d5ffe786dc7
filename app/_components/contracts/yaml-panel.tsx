import { getTranslations } from 'next-intl/server';
import type { ContractView } from '#views';
import { Panel } from '../ui/panel.tsx';
import { ScrollRegion } from '../ui/scroll-region.tsx';

/** The contract as a declaration writes it. */
export async function YamlPanel({ view }: { view: ContractView }) {
  const t = await getTranslations('ui.contracts');
  return (
    <Panel>
      <details>
        <summary className="px-4 py-3 font-semibold hover:bg-sunken/60">{t('yaml')}</summary>
        <div className="border-line border-t px-4 py-3">
          <p className="text-muted text-sm">
            {t('yamlHint')}{' '}
            <a
              href={`/contracts/${view.version.id}/contract.yaml`}
              download
              className="text-accent underline underline-offset-4"
            >
              {t('yamlDownload')}
            </a>
          </p>
          <ScrollRegion label={t('yaml')} className="mt-3 rounded-md bg-sunken p-3 text-xs">
            <pre>
              <code>{view.yaml}</code>
            </pre>
          </ScrollRegion>
        </div>
      </details>
    </Panel>
  );
}
