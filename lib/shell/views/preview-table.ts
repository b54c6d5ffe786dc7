import {
  chooseMapping,
  type DateQuestion,
  type DraftMapping,
  type MappingProposal,
  type Preview,
  type ProposedColumn,
  proposeMapping,
  type SavedMapping,
} from '#imports';

/** How the columns of a table are read, or may be. */
export type PreviewTable = {
  columns: ProposedColumn[];
  /** What only a person can say, with the formats that are possible. */
  questions: DateQuestion[];
  mapping: DraftMapping;
  /** Where the mapping comes from: the page, the vendor's saved ones, or a guess. */
  origin: 'asked' | 'saved' | 'proposed';
  /** The name of the saved one. */
  name: string | null;
};

/** What may be guessed of the first table of a delivery; null where none of it is a table. */
function proposalFor({ documents, records, mapping }: Preview): MappingProposal | null {
  if (mapping !== null) return mapping;
  const place = documents.findIndex(({ header }) => header !== null);
  const header = documents[place]?.header;
  if (!header) return null;
  const rows = records.filter(({ file }) => file === place + 1);
  return proposeMapping(
    header,
    rows.map(({ cells }) => cells.map((cell) => cell ?? '')),
  );
}

/** The table as it is read by a mapping that is on the page. */
export function askedTable(preview: Preview, mapping: DraftMapping): PreviewTable | null {
  const proposal = proposalFor(preview);
  return proposal && { ...proposal, mapping, origin: 'asked', name: mapping.name ?? null };
}

/** The table as it is read by a saved mapping of the vendor's; null where none of them fits. */
export function savedTable(preview: Preview, saved: readonly SavedMapping[]): PreviewTable | null {
  const header = preview.documents.find(({ format }) => format === 'mapping')?.header;
  const chosen = header ? chooseMapping(header, saved) : null;
  const proposal = chosen && proposalFor(preview);
  return (
    chosen && proposal && { ...proposal, questions: [], mapping: chosen.mapping, origin: 'saved', name: chosen.name }
  );
}

/** The table as it may be read by a guess. */
export function proposedTable(preview: Preview): PreviewTable | null {
  const proposal = proposalFor(preview);
  return proposal && { ...proposal, origin: 'proposed', name: null };
}
