/** Ways the same notice reaches the reader; what it says stays the same. */
export const LAYOUTS: Readonly<Record<string, (text: string) => string>> = {
  'wrapped at 76': (text) => wrapped(text, 76, '\n'),
  // As a PDF's text is often had: a blank line after every line, be it the end of a paragraph or not.
  'wrapped, lines apart': (text) => wrapped(text, 84, ' \n\n'),
  'letters apart': (text) => text.normalize('NFD'),
  'Windows line ends': (text) => text.replaceAll('\n', '\r\n'),
  'paragraphs apart': (text) => text.replaceAll('\n', '\n\n'),
  pages: (text) => paged(wrapped(text, 80, '\n')),
};

const HEAD = /^(?:.{0,60}\n){0,12}?\n/;

function wrapped(text: string, width: number, end: string): string {
  // The header is set by hand and has no paragraphs to wrap.
  const head = HEAD.exec(text)?.[0].length ?? 0;
  const body = text
    .slice(head)
    .split('\n')
    .flatMap((line) => wrap(line, width))
    .join(end);
  return text.slice(0, head) + body;
}

function wrap(line: string, width: number): string[] {
  const out: string[] = [''];
  for (const word of line.split(' ')) {
    const last = out.at(-1) ?? '';
    if (last !== '' && last.length + 1 + word.length > width) out.push(word);
    else out[out.length - 1] = out.length === 1 && last === '' ? word : `${last} ${word}`.trimStart();
  }
  return out;
}

const LINES_A_PAGE = 38;

/** A form feed and the page's number wherever a page is full, be it in the middle of a sentence. */
function paged(text: string): string {
  return text
    .split('\n')
    .flatMap((line, i) => (i > 0 && i % LINES_A_PAGE === 0 ? ['', `\f${i / LINES_A_PAGE + 1}`, '', line] : [line]))
    .join('\n');
}
