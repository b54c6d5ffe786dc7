'use client';

import { Monitor, Moon, Sun } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useTheme } from 'next-themes';
import { useSyncExternalStore } from 'react';
import { ChoiceMenu } from '../ui/menu.tsx';

const themes = ['light', 'dark', 'system'] as const;
const icons = { light: Sun, dark: Moon, system: Monitor };

/** Light, dark, or as the system has it. */
export function ThemeMenu() {
  const t = useTranslations('ui.theme');
  const { theme, setTheme } = useTheme();
  const chosen = useInBrowser() ? (themes.find((own) => own === theme) ?? 'system') : 'system';
  const Icon = icons[chosen];
  return (
    <ChoiceMenu
      label={t('label')}
      icon={<Icon aria-hidden className="size-4" />}
      options={themes.map((value) => ({ value, label: t(value) }))}
      value={chosen}
      onChange={setTheme}
    />
  );
}

/** The choice is kept in the browser, so the server cannot know it. */
function useInBrowser(): boolean {
  return useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  );
}
