import { Tokenizer } from 'htmlparser2';

/** What is looked at of a page: beyond it nobody has typed anything. */
const MOST_HTML = 400_000;

const HIDDEN: ReadonlySet<string> = new Set(['style', 'script', 'head', 'title', 'template']);
const LINES: ReadonlySet<string> = new Set([
  ...['br', 'p', 'div', 'tr', 'li', 'ul', 'ol', 'table', 'hr', 'pre', 'section', 'article'],
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
]);

/**
 * Plain text of a mail that came as HTML alone: block ends become line ends, and each quotation one line with ">", as
 * mail programs quote in plain text. Reads every letter once, whatever stands there.
 */
export function textOfHtml(html: string): string {
  const source = html.slice(0, MOST_HTML);
  const said: string[] = [];
  let hidden: string | undefined;
  let quoted = 0;
  let kept = 0;
  const say = (text: string) => {
    if (hidden === undefined && quoted === 0) said.push(text);
  };
  const nameAt = (start: number, end: number) => source.slice(start, end).toLowerCase();
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      ...NOTHING,
      ontext: (start, end) => say(kept > 0 ? source.slice(start, end) : source.slice(start, end).replace(/\s+/g, ' ')),
      ontextentity: (codePoint) => say(String.fromCodePoint(codePoint)),
      onopentagname(start, end) {
        const name = nameAt(start, end);
        // A head nobody closed ends where the body begins.
        if (name === 'body') hidden = undefined;
        else if (HIDDEN.has(name)) hidden ??= name;
        else if (name === 'blockquote') {
          if (quoted === 0) say('\n>\n');
          quoted++;
        } else if (LINES.has(name)) say('\n');
        else if (name === 'td' || name === 'th') say(' ');
        if (name === 'pre') kept++;
      },
      onclosetag(start, end) {
        const name = nameAt(start, end);
        if (name === hidden) hidden = undefined;
        else if (name === 'blockquote') {
          quoted = Math.max(0, quoted - 1);
          say('\n');
        } else if (LINES.has(name)) say('\n');
        if (name === 'pre') kept = Math.max(0, kept - 1);
      },
    },
  );
  tokenizer.write(source);
  tokenizer.end();
  return said.join('');
}

const ignore = (): void => {};
const NOTHING = {
  onattribdata: ignore,
  onattribentity: ignore,
  onattribend: ignore,
  onattribname: ignore,
  oncdata: ignore,
  oncomment: ignore,
  ondeclaration: ignore,
  onend: ignore,
  onopentagend: ignore,
  onprocessinginstruction: ignore,
  onselfclosingtag: ignore,
};
