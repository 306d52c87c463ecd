import { type Entry, lookUp, lookUpBare } from './lexicon.ts';
import { GAP, type PhraseToken } from './token.ts';

const SPACE = 1;
const LETTER = 2;
const DIGIT = 3;
const NEWLINE = 4;
const CELL = 5;
const MARK = 6;

const classes = new Uint8Array(0x2100);
for (let c = 0; c < classes.length; c++) {
  const s = String.fromCharCode(c);
  if (c === 10 || c === 13 || c === 0x2028 || c === 0x2029) classes[c] = NEWLINE;
  else if (c === 9 || c === 124)
    classes[c] = CELL; // tab, |
  // Markdown's marks, zero-width characters and soft hyphens part no words.
  else if (c < 32 || /[\s*_\u00ad\u200b-\u200f\u2060]/.test(s)) classes[c] = SPACE;
  else if (/\d/.test(s)) classes[c] = DIGIT;
  else if (/\p{M}/u.test(s)) classes[c] = MARK;
  else if (/\p{L}/u.test(s)) classes[c] = LETTER;
}

function classOf(code: number): number {
  if (code < 0x2100) return classes[code] ?? 0;
  return code === 0xfeff || code === 0x3000 ? SPACE : code >= 0x2e80 && code < 0xfb00 ? LETTER : 0;
}

/** Entries by the word as written: most words of a text come again. Cleared when large, so that it stays a cache. */
const seen = new Map<string, Entry | null>();
const seenBare = new Map<string, Entry | null>();
const SEEN_LIMIT = 20_000;
const LONGEST_SYLLABLE = 14; // "nghiêng" with every mark apart

/** Words whose space was lost ("ngày15/3", "trướcngày", "quýII"): where to cut, 0 where nothing is to be cut. */
const GLUED =
  /^(trước|trong|đến|hết|hằng|hàng|ngày|tháng|quý|quí|năm)(ngày|tháng|quý|quí|năm|hết|i{1,3}|iv|\d+)$|^(\d+)(tháng|năm|ngày)$/u;
const SHORTEST_GLUED = 4;

function cutOf(word: string): number {
  if (word.length < SHORTEST_GLUED) return 0;
  const m = GLUED.exec(word.toLowerCase());
  return m ? (m[1] ?? m[3] ?? '').length : 0;
}

const cuts = new Map<string, number>();

function cutAt(word: string): number {
  let cut = cuts.get(word);
  if (cut === undefined) {
    cut = cutOf(word);
    if (cuts.size >= SEEN_LIMIT) cuts.clear();
    cuts.set(word, cut);
  }
  return cut;
}

function entryOf(word: string, bare: boolean): Entry | null {
  const memo = bare ? seenBare : seen;
  let entry = memo.get(word);
  if (entry === undefined) {
    entry = (bare ? lookUpBare(word) : lookUp(word)) ?? null;
    if (memo.size >= SEEN_LIMIT) memo.clear();
    memo.set(word, entry);
  }
  return entry;
}

/** VIII: longer words are not looked up at all. */
const LONGEST_ROMAN = 4;

const ROMAN: Readonly<Record<string, number>> = {
  I: 1,
  II: 2,
  III: 3,
  IV: 4,
  V: 5,
  VI: 6,
  VII: 7,
  VIII: 8,
  IX: 9,
  X: 10,
  XI: 11,
  XII: 12,
};
const MONTH_SHORT = /^[Tt](\d{1,2})$/;
const QUARTER_SHORT = /^[Qq]([1-4]|I{1,3}|IV)$/;
const CLOCK = /^(\d{1,2})[hHgG](\d{2})?$/;
const CLOCK_PARTS = /^(\d{1,2})[hHgG](\d{2})?[pP']?$/;
const LOOKS_NUMERIC = /^[0-9lIiOo|]{1,4}$/;
const LOOKS_ROMAN = /^[Il1|]{1,3}$|^[Il1|][Vv]$/;

const DOTTED = /\.(\d{1,2}|I{1,3}|IV)(?![\p{L}\d])/uy;

function beforeSlash(text: string, i: number): boolean {
  return text.charCodeAt(i) === 47;
}

function ocrValue(word: string): number {
  if (!LOOKS_NUMERIC.test(word)) return -1;
  return Number(word.replace(/[lIi|]/g, '1').replace(/[Oo]/g, '0'));
}

function ocrRoman(word: string): number {
  return LOOKS_ROMAN.test(word) ? (ROMAN[word.replace(/[l1|]/g, 'I').replace('v', 'V')] ?? -1) : -1;
}

/** Is there no letter with a mark in the text, though Vietnamese has one in almost every word? */
function typedWithoutMarks(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0xc0 && (classOf(code) === LETTER || classOf(code) === MARK)) return false;
  }
  return true;
}

function caps(text: string, start: number, end: number): number {
  const code = text.charCodeAt(start);
  if (code >= 97 && code <= 122) return 0;
  const first = text.slice(start, start + 1);
  if (first === first.toLowerCase()) return 0;
  if (end - start < 2) return 1;
  const rest = text.slice(start + 1, end);
  return rest === rest.toUpperCase() && rest !== rest.toLowerCase() ? 2 : 1;
}

/** Cuts a text into tokens with offsets into it as it stands (NFC, NFD or mixed). Linear; unknown words in a row are one token. */
export function tokenizePhrase(text: string): PhraseToken[] {
  const tokens: PhraseToken[] = [];
  const bare = typedWithoutMarks(text);
  const length = text.length;
  let gap: number = GAP.cell;
  let newlines = 0;
  let unknown: { start: number; end: number; gap: number; caps: number } | null = null;

  const flush = () => {
    if (unknown)
      tokens.push({
        kind: '',
        value: -1,
        start: unknown.start,
        end: unknown.end,
        gap: unknown.gap,
        caps: unknown.caps,
        bare: '',
        ocr: -1,
      });
    unknown = null;
  };
  const push = (
    kind: string,
    value: number,
    start: number,
    end: number,
    extra?: { bare?: string; ocr?: number; caps?: number },
  ) => {
    flush();
    tokens.push({
      kind,
      value,
      start,
      end,
      gap,
      caps: extra?.caps ?? 0,
      bare: extra?.bare ?? '',
      ocr: extra?.ocr ?? -1,
    });
  };

  let i = 0;
  while (i < length) {
    const cls = classOf(text.charCodeAt(i));
    if (cls === SPACE || cls === NEWLINE || cls === CELL) {
      if (cls === NEWLINE) {
        if (!(text.charCodeAt(i) === 10 && i > 0 && text.charCodeAt(i - 1) === 13)) newlines++;
        gap = Math.max(gap, newlines > 1 ? GAP.cell : GAP.line);
      } else gap = Math.max(gap, cls === CELL ? GAP.cell : GAP.space);
      i++;
      continue;
    }
    newlines = 0;
    const start = i;
    if (cls === DIGIT || cls === LETTER || cls === MARK) {
      let digits = 0;
      let letters = 0;
      while (i < length) {
        const c = classOf(text.charCodeAt(i));
        if (c === DIGIT) digits++;
        else if (c === LETTER || c === MARK) letters++;
        else break;
        i++;
      }
      i = word(start, i, digits, letters);
    } else {
      i++;
      const code = text.charCodeAt(start);
      // Dashes of all lengths are one mark.
      push(code >= 0x2010 && code <= 0x2015 ? '-' : text.slice(start, i), -1, start, i);
    }
    gap = GAP.none;
  }
  flush();
  return tokens;

  function word(start: number, stop: number, digits: number, letters: number): number {
    if (letters === 0) {
      push('#', stop - start <= 9 ? Number(text.slice(start, stop)) : -1, start, stop, { ocr: -1 });
      return stop;
    }
    if (stop - start <= LONGEST_SYLLABLE) {
      const raw = text.slice(start, stop);
      if (digits > 0) return mixed(raw, start, stop);
      const dotted = raw === 'Q' || raw === 'T' ? abbreviation(raw, start, stop) : 0;
      if (dotted > 0) return dotted;
      if (beforeSlash(text, stop) && /^[lO]+$/.test(raw) && raw.length <= 2 && !afterQuarter()) {
        push('#', ocrValue(raw), start, stop, { ocr: ocrValue(raw) });
        return stop;
      }
      const roman = raw.length <= LONGEST_ROMAN ? (ROMAN[raw] ?? ocrRoman(raw)) : -1;
      if (roman > 0 && raw !== 'i' && (raw !== 'l' || afterQuarter())) {
        push('roman', roman, start, stop, { ocr: ocrValue(raw), caps: 1 });
        return stop;
      }
      const entry = entryOf(raw, bare);
      if (entry) {
        push(entry.word, entry.number, start, stop, {
          bare: bare ? raw.toLowerCase() : '',
          caps: caps(text, start, stop),
        });
        return stop;
      }
      const cut = cutAt(raw);
      if (cut > 0) return word(start, start + cut, 0, cut);
      const glued = QUARTER_SHORT.exec(raw);
      if (glued?.[1]) {
        push('Q#', ROMAN[glued[1]] ?? -1, start, stop);
        return stop;
      }
    }
    if (unknown && gap < GAP.line) unknown.end = stop;
    else {
      flush();
      unknown = { start, end: stop, gap, caps: caps(text, start, stop) };
    }
    return stop;
  }

  function afterQuarter(): boolean {
    return unknown === null && tokens.at(-1)?.kind === 'quý';
  }

  /** "Q.II/2025", "T.4/2025". */
  function abbreviation(letter: string, start: number, stop: number): number {
    DOTTED.lastIndex = stop;
    const m = DOTTED.exec(text);
    const value = m?.[1] ? (ROMAN[m[1]] ?? Number(m[1])) : -1;
    if (value < 1 || value > (letter === 'Q' ? 4 : 12)) return 0;
    push(letter === 'Q' ? 'Q#' : 'T#', value, start, DOTTED.lastIndex);
    return DOTTED.lastIndex;
  }

  function mixed(raw: string, start: number, stop: number): number {
    const month = MONTH_SHORT.exec(raw);
    const quarter = QUARTER_SHORT.exec(raw);
    const clock = CLOCK_PARTS.exec(raw) ?? CLOCK.exec(raw);
    const number = ocrValue(raw);
    if (month) push('T#', Number(month[1]), start, stop);
    else if (quarter?.[1]) push('Q#', ROMAN[quarter[1]] ?? Number(quarter[1]), start, stop);
    else if (clock)
      push('clock', Number(clock[1]) * 60 + Number(clock[2] ?? 0), start, stop, { ocr: clock[2] ? 1 : 0 });
    else if (number >= 0) push('#', number, start, stop, { ocr: number });
    else {
      const cut = cutAt(raw);
      if (cut > 0) return word(start, start + cut, raw.charCodeAt(0) < 58 ? cut : 0, raw.charCodeAt(0) < 58 ? 0 : cut);
      push('?', -1, start, stop);
    }
    return stop;
  }
}
