const LONGEST = 200;

/** A text as a database may keep it: NUL, and halves of characters that JSON can write, are replaced. */
export function keepable(text: string): string {
  return text.replaceAll('\0', '\ufffd').toWellFormed();
}

/** A cell as a person may be shown it and a database may keep it, no longer than a text may be. */
export function shown(cell: string | null | undefined): string | null {
  return cell === null || cell === undefined ? null : keepable(cell.slice(0, LONGEST));
}
