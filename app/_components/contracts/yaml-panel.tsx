import { getTranslations } from 'next-intl/server';
import type { ContractView } from '#views';
import { Panel } from '../ui/panel.tsx';

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
          <Scrolling label={t('yaml')} text={view.yaml} />
        </div>
      </details>
    </Panel>
  );
}

function Scrolling({ label, text }: { label: string; text: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable from the keyboard
    <section className="mt-3 overflow-x-auto rounded-md bg-sunken p-3 text-xs" aria-label={label} tabIndex={0}>
      <pre>
        <code>{text}</code>
      </pre>
    </section>
  );
}
