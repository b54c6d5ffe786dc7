import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, lstat, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Batch, batchOfKey, findBatch, type Session } from '#db';
import { OperationError } from '#operations';
import { deliver } from '../deliver.ts';
import { DONE, endOf, FAILED, type Owner, ownerOf, pathOf, type Taken, takenName } from './places.ts';
import { type Found, type Seen, scan } from './scan.ts';
import { reasonsOf, type Told, toldEnd, toldRefusal } from './tell.ts';

/** What a watched folder is watched with. */
export type Watch = Told & {
  root: string;
  open: () => Promise<Session>;
  /** Told what keeps a file waiting. */
  trouble: (error: unknown) => void;
};

/** A file that its process took and did not keep for so long has none any more. */
const ABANDONED_MS = 10 * 60_000;

const isGone = (error: unknown) => (error as NodeJS.ErrnoException).code === 'ENOENT';
const keyOf = ({ id }: Taken) => `folder ${id}`;
const ended = (batch: Batch) => !['queued', 'running', 'draft'].includes(batch.status);

/** Moves a file; onto another disk by copying it whole first. */
async function move(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  try {
    await rename(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    await copyFile(from, `${to}.part`);
    await rename(`${to}.part`, to);
    await rm(from);
  }
}

/** Takes a file away from everybody else; null where another process was quicker. */
async function take(root: string, { folders, name, path }: Seen): Promise<Taken | null> {
  const own = { folders, name, id: randomUUID() };
  try {
    await rename(path, pathOf(root, own, takenName(own)));
    return own;
  } catch (error) {
    if (isGone(error)) return null;
    throw error;
  }
}

/** Lays a file where it is found in the end, with what came of it beside it. */
async function settle(
  { root }: Watch,
  own: Taken,
  { outcome, text }: { outcome: typeof DONE | typeof FAILED; text: string },
) {
  const end = endOf(root, own, outcome);
  await mkdir(dirname(end), { recursive: true });
  await writeFile(`${end}.txt`, text);
  await move(pathOf(root, own, takenName(own)), end);
}

/** Gives a file back that has grown since it was kept: the rest of it is to be imported too. */
async function giveBackWhereGrown({ root }: Watch, own: Taken, { files: [kept] }: Batch): Promise<boolean> {
  const hidden = pathOf(root, own, takenName(own));
  const { size } = await lstat(hidden);
  if (!kept || size === kept.size) return false;
  const path = pathOf(root, own, own.name);
  // Another file of its name goes first.
  if (!(await lstat(path).catch(() => null))) await rename(hidden, path);
  return true;
}

/** Keeps a taken file as a delivery; one that nobody may send is laid aside with the reason. */
async function send(watch: Watch, own: Taken, owner: Owner): Promise<void> {
  if ('refused' in owner)
    return settle(watch, own, { outcome: FAILED, text: toldRefusal(own.name, [owner.refused], watch) });
  const bytes = createReadStream(pathOf(watch.root, own, takenName(own)));
  try {
    await deliver(await watch.open(), {
      ...{ source: 'folder', ...owner, timezone: null, format: null, idempotencyKey: keyOf(own) },
      file: { name: own.name, bytes },
    });
  } catch (error) {
    if (!(error instanceof OperationError) || error.refusal !== 'validation') throw error;
    await settle(watch, own, { outcome: FAILED, text: toldRefusal(own.name, reasonsOf(error), watch) });
  } finally {
    bytes.destroy();
  }
}

/** Sees to a taken file: it is kept as a delivery once, and laid aside once its import has ended. */
async function attend(watch: Watch, own: Taken, mayBeSent: boolean): Promise<void> {
  const { database } = await watch.open();
  const id = await batchOfKey(database, keyOf(own));
  const batch = id === null ? null : await findBatch(database, id);
  if (batch === null) {
    if (mayBeSent) await send(watch, own, ownerOf(own));
    return;
  }
  if (!ended(batch) || (await giveBackWhereGrown(watch, own, batch))) return;
  const outcome = batch.status === 'done' ? DONE : FAILED;
  await settle(watch, own, { outcome, text: toldEnd(own.name, batch, watch) });
}

/**
 * Watches a folder, look by look: a file that is as it was at the look before is taken, kept as a delivery and, when its
 * import has ended, laid into `done` or `failed`. A file is taken by renaming it, which only one process can do, and kept
 * under a key of its own, so that it is imported once whoever is killed meanwhile. What another process took is left to
 * it, unless that was long ago, or before this one began.
 */
export function watcher(watch: Watch): { look(): Promise<void> } {
  let before = new Map<string, Seen>();
  /** Taken files that this process is to keep, if nobody has. */
  let mine: Set<string> | null = null;

  const isStill = (file: Seen) => {
    const last = before.get(file.path);
    return last?.size === file.size && last.modified === file.modified;
  };

  async function takeAll({ files }: Found): Promise<Taken[]> {
    const all = await Promise.all(files.filter(isStill).map((file) => take(watch.root, file)));
    return all.filter((own) => own !== null);
  }

  async function see(own: Taken, mayBeSent: boolean): Promise<void> {
    await attend(watch, own, mayBeSent).catch((error: unknown) => {
      if (!isGone(error)) watch.trouble(error);
    });
  }

  return {
    look: async () => {
      await mkdir(watch.root, { recursive: true });
      const found = await scan(watch.root);
      const taken = await takeAll(found);
      before = new Map(found.files.map((file) => [file.path, file]));
      // Those that lie there at the first look were left by a process that ended.
      mine ??= new Set(found.taken.map(({ id }) => id));
      for (const { id } of taken) mine.add(id);
      const long = Date.now() - ABANDONED_MS;
      for (const own of taken) await see(own, true);
      for (const { since, ...own } of found.taken) await see(own, mine.has(own.id) || since < long);
    },
  };
}
