/** A cell as a person may be shown it and a database may keep it: NUL replaced, and no longer than a text may be. */
export function shown(cell: string | null | undefined): string | null {
  return cell?.slice(0, 200).replaceAll('\0', '\ufffd') ?? null;
}
