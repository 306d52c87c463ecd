import { asRead, type FontRun, legacyFontOf } from '../legacy-fonts.ts';
import { LeftOut, unmarked } from './marks.ts';
import { type GridCell, setDown } from './table-text.ts';

/** What the tokenizer gives: a group's start (0) and end (1), a control word (2), text (3). */
export interface RtfToken {
  readonly type: number;
  readonly word?: string;
  readonly param?: number;
  readonly data?: Buffer;
}

/** Where the words of a group go. */
type Destination = 'body' | 'margin' | 'fonts' | 'nowhere';

interface State {
  readonly to: Destination;
  readonly font: number;
  readonly struck: boolean;
  readonly hidden: boolean;
  /** How many characters stand after a Unicode letter for readers that do not know it. */
  readonly fallback: number;
}

const START: State = { to: 'body', font: 0, struck: false, hidden: false, fallback: 1 };
const NOWHERE = new Set(
  'colortbl stylesheet listtable listoverridetable info pict object themedata colorschememapping datastore rsidtbl generator latentstyles xmlnstbl fldinst bkmkstart bkmkend'.split(
    ' ',
  ),
);
const MARGIN = new Set(
  'header headerl headerr headerf footer footerl footerr footerf annotation atnid atnauthor'.split(' '),
);
/** Groups that readers may skip, but whose words are printed. */
const PRINTED = new Set(['shpinst', 'shptxt']);
const SIGNS: Record<string, string> = {
  tab: '\t',
  line: '\n',
  emdash: '—',
  endash: '–',
  bullet: '•',
  '~': '\u00a0',
  _: '-',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  '\\': '\\',
  '{': '{',
  '}': '}',
};
/** Windows code pages of fonts by their character set, where it is not the file's own. */
const CODE_PAGES: Record<number, string> = { 163: 'windows-1258', 0: 'windows-1252', 238: 'windows-1250' };

/** Follows the tokens of a Rich Text file (RTF 1.9.1) and keeps what is printed. */
export class RtfReading {
  private readonly fonts = new Map<number, { name: string; charset: number }>();
  private readonly stack: State[] = [];
  private state: State = START;
  private codePage = 'windows-1252';
  private ignorable = false;
  private skip = 0;
  private bytes: number[] = [];
  private runs: FontRun[] = [];
  private margin = '';
  private readonly margins: string[] = [];
  private readonly lines: string[] = [];
  private cell: string[] = [];
  private row: GridCell[] = [];
  private rows: GridCell[][] = [];
  private readonly gone = new LeftOut();
  private legacy = false;

  take(token: RtfToken): void {
    if (token.type === 2 && token.word === "'") {
      this.byte(token.data?.[0] ?? 0x20);
      return;
    }
    this.flush();
    if (token.type === 3) this.text(token.data?.toString('latin1') ?? '');
    else if (token.type === 0) this.stack.push(this.state);
    else if (token.type === 1) this.state = this.stack.pop() ?? START;
    else this.control(token.word ?? '', token.param);
    if (token.type !== 2) this.ignorable = false;
  }

  /** What was read, once all tokens are. */
  end(): { lines: string[]; gone: readonly string[]; margins: string[]; legacy: boolean } {
    this.flush();
    this.paragraph();
    this.table();
    if (this.margin !== '') this.margins.push(this.margin);
    return { lines: this.lines, gone: this.gone.words, margins: this.margins, legacy: this.legacy };
  }

  private text(words: string): void {
    const left = words.slice(this.skip);
    this.skip = Math.max(0, this.skip - words.length);
    if (this.state.to === 'fonts') this.fontName(left);
    else this.put(left);
  }

  private byte(value: number): void {
    if (this.skip > 0) this.skip--;
    else this.bytes.push(value);
  }

  /** Bytes of a code page, decoded together: a tone may be a byte of its own. */
  private flush(): void {
    if (this.bytes.length === 0) return;
    const font = this.fonts.get(this.state.font);
    // The bytes of an old font are read by the font, as Latin-1 shows them.
    const page = font && legacyFontOf(font.name) ? 'latin1' : (CODE_PAGES[font?.charset ?? -1] ?? this.codePage);
    const bytes = Buffer.from(this.bytes);
    this.bytes = [];
    this.put(page === 'latin1' ? bytes.toString('latin1') : new TextDecoder(page).decode(bytes));
  }

  private put(raw: string): void {
    if (raw === '') return;
    const words = unmarked(raw);
    if (this.state.to === 'margin') this.margin += words;
    if (this.state.to !== 'body') return;
    const shown = this.state.struck || this.state.hidden ? this.gone.mark(words) : words;
    const name = this.fonts.get(this.state.font)?.name;
    if (shown !== '') this.runs.push({ text: shown, font: name === undefined ? null : legacyFontOf(name) });
  }

  private control(word: string, param: number | undefined): void {
    if (word === '*') {
      this.ignorable = true;
      return;
    }
    if (this.ignorable) {
      this.ignorable = false;
      if (!PRINTED.has(word)) {
        this.set({ to: 'nowhere' });
        return;
      }
    }
    const on = param !== 0;
    if (word === 'fonttbl') this.set({ to: 'fonts' });
    else if (NOWHERE.has(word)) this.set({ to: 'nowhere' });
    else if (MARGIN.has(word)) this.set({ to: 'margin' });
    else if (PRINTED.has(word)) this.set({ to: 'body' });
    else if (word === 'f') this.set({ font: param ?? 0 });
    else if (word === 'fcharset') this.charset(param ?? 0);
    else if (word === 'ansicpg' && param) this.codePage = `windows-${param}`;
    else if (word === 'strike' || word === 'striked') this.set({ struck: on });
    else if (word === 'v' || word === 'deleted') this.set({ hidden: on });
    else if (word === 'plain') this.set({ struck: false, hidden: false });
    else if (word === 'uc') this.set({ fallback: param ?? 1 });
    else if (word === 'u') this.letter(param ?? 0x20);
    else if (word === 'par' || word === 'sect' || word === 'page') this.paragraph();
    else if (word === 'cell' || word === 'nestcell') this.endCell();
    else if (word === 'row') this.endRow();
    else if (SIGNS[word] !== undefined) this.put(SIGNS[word] ?? '');
  }

  private set(change: Partial<State>): void {
    this.state = { ...this.state, ...change };
  }

  private letter(code: number): void {
    this.put(String.fromCharCode(code < 0 ? code + 0x10000 : code));
    this.skip = this.state.fallback;
  }

  private charset(charset: number): void {
    if (this.state.to === 'fonts') this.fonts.set(this.state.font, { name: '', charset });
  }

  private fontName(words: string): void {
    const known = this.fonts.get(this.state.font) ?? { name: '', charset: -1 };
    this.fonts.set(this.state.font, { ...known, name: (known.name + words).replace(/;.*$/, '').trim() });
  }

  /** The words since the last end of a paragraph. */
  private words(): string {
    const read = asRead(this.runs);
    if (read.some((t, i) => t !== this.runs[i]?.text)) this.legacy = true;
    this.runs = [];
    return read.join('');
  }

  private paragraph(): void {
    if (this.state.to === 'margin') {
      this.margins.push(this.margin);
      this.margin = '';
      return;
    }
    const words = this.words();
    // Cells begun and not ended: the paragraph is one of a cell.
    if (this.row.length > 0) this.cell.push(words);
    else {
      this.table();
      this.lines.push(words);
    }
  }

  private endCell(): void {
    const lines = [...this.cell, this.words()].flatMap((l) => l.split('\n')).filter((l) => l.trim() !== '');
    this.row.push({ lines, continues: false });
    this.cell = [];
  }

  private endRow(): void {
    if (this.row.length > 0) this.rows.push(this.row);
    this.row = [];
  }

  private table(): void {
    if (this.rows.length > 0) this.lines.push('', ...setDown(this.rows, 1).lines, '');
    this.rows = [];
  }
}
