import { joinedAs, type SourceFile } from '#imports';
import { inspectFiles, type Session } from '#views';
import type { LogReading } from './log-options.ts';

/** The names under which a file's records are joined with those of other files. */
async function joinsOf(session: Session, file: SourceFile, reading: LogReading): Promise<string[]> {
  const { documents } = (await inspectFiles(session, [file], reading)).preview;
  return documents.flatMap(({ format }) => (format === null ? [] : (joinedAs(format) ?? [])));
}

/**
 * Files as they are to be imported: each by itself, in the order given, but those together whose formats tell parts of
 * the same calls (a PBX's CDR and its queue log), where the first of them stands.
 */
export async function deliveriesOf(
  session: Session,
  files: readonly SourceFile[],
  reading: LogReading,
): Promise<SourceFile[][]> {
  if (files.length < 2) return files.map((file) => [file]);
  const joined = new Map<string, SourceFile[]>();
  const deliveries: SourceFile[][] = [];
  for (const file of files) {
    const [name] = await joinsOf(session, file, reading);
    const known = name === undefined ? undefined : joined.get(name);
    if (known) known.push(file);
    else {
      const delivery = [file];
      deliveries.push(delivery);
      if (name !== undefined) joined.set(name, delivery);
    }
  }
  return deliveries;
}
