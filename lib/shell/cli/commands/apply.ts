import { basename } from 'node:path';
import { applyDeclaration } from '#operations';
import type { Command } from '../command.ts';
import { contentOf } from '../input-file.ts';

/** `apply`: declares vendors, programs, contracts and outcome words. */
export const apply: Command = {
  name: 'apply',
  args: [{ name: 'file.yaml', required: true }],
  options: {},
  help: 'declares vendors, programs, contracts and outcome words; the same file again changes nothing',
  async run({ positionals: [file = ''] }, { session }) {
    const text = contentOf(file).toString('utf8');
    const { changes, days } = await applyDeclaration(await session(), { text, fileName: basename(file) });
    const counted = (change: string) => changes.filter((own) => own.change === change).length;
    const summary = `${counted('created')} created, ${counted('changed')} changed, ${counted('unchanged')} left; ${days} vendor-days recomputed`;
    const lines = changes
      .filter(({ change }) => change !== 'unchanged')
      .map(({ what, name, change }) => `${change} ${what} ${name}`);
    return { json: { changes, days }, text: [...lines, summary].join('\n') };
  },
};
