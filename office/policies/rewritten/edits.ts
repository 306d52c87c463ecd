/** Letters `[from, to)` of a text become others. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** The piece `[from, to)` of a text with the edits within it carried out; they do not overlap. */
export function withEdits(text: string, edits: readonly Edit[], from = 0, to = text.length): string {
  let at = from;
  let made = '';
  for (const edit of [...edits].sort((a, b) => a.from - b.from || a.to - b.to)) {
    made += text.slice(at, edit.from) + edit.text;
    at = edit.to;
  }
  return made + text.slice(at, to);
}
