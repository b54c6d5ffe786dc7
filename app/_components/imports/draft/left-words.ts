import type { SaidPreview } from './said-preview.ts';

/** What becomes of the records of a vendor's word that nobody explains. */
export type LeftWords = {
  disposition: 'rejected' | 'other';
  /** Null: a program is named by its code there, which no explanation changes. */
  queue: 'rejected' | 'importProgram' | 'defaultProgram' | 'noProgram' | null;
};

type Facts = {
  documents: readonly Pick<SaidPreview['documents'][number], 'format'>[];
  choices: { programs: readonly Pick<SaidPreview['choices']['programs'][number], 'id'>[] };
  asked: Pick<SaidPreview['asked'], 'program'>;
};

/**
 * What an import makes of words that are left as they are. A table's row whose word nobody explained is no call. Of a
 * platform's log it is a call that came to something, of the import's program or else of `default`, and no call where
 * neither is declared.
 */
export function leftWords({ documents, choices, asked }: Facts): LeftWords {
  const tables = documents.every(({ format }) => format === null || format === 'canonical' || format === 'mapping');
  const coded = documents.every(({ format }) => format === 'canonical');
  if (tables) return { disposition: 'rejected', queue: coded ? null : 'rejected' };
  const declaresDefault = choices.programs.some(({ id }) => id === 'default');
  const otherwise = declaresDefault ? 'defaultProgram' : 'noProgram';
  return { disposition: 'other', queue: asked.program === null ? otherwise : 'importProgram' };
}
