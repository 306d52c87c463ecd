import type { getResolvedPDFJS } from 'unpdf';
import type { PdfPage } from './pdf-drawing.ts';
import { asMatrix, IDENTITY, type Matrix, mapPoint, numbers, times } from './pdf-matrix.ts';

export type Operators = Awaited<ReturnType<typeof getResolvedPDFJS>>['OPS'];

/** One letter as painted: its edges and baseline in points from the page's top left corner. */
export interface Glyph {
  readonly x0: number;
  /** Where the next letter would stand: its width and what letters are spaced by. */
  readonly x1: number;
  readonly y: number;
  readonly size: number;
  readonly text: string;
  /** The font's name as the file gives it. */
  readonly font: string;
  /** Set level, from left to right. */
  readonly level: boolean;
  readonly white: boolean;
}

interface Font {
  readonly name: string;
  /** Widths of a letter are given in parts of the size: a thousandth, but for fonts drawn in the file itself. */
  readonly perUnit: number;
  /** Heights of letters in parts of the size: 1, but for fonts drawn in the file itself. */
  readonly height: number;
  readonly vertical: boolean;
}

const UNKNOWN: Font = { name: '', perUnit: 0.001, height: 1, vertical: false };

/** The text state of a page's operators (ISO 32000-1, 9.3), followed letter by letter. */
export class TextState {
  private font: Font = UNKNOWN;
  private size = 0;
  private charSpacing = 0;
  private wordSpacing = 0;
  private scale = 1;
  private leading = 0;
  private rise = 0;
  private matrix: Matrix = IDENTITY;
  private x = 0;
  private y = 0;
  private lineX = 0;
  private lineY = 0;

  constructor(private readonly page: PdfPage) {}

  copy(): TextState {
    return Object.assign(new TextState(this.page), this);
  }

  /** Takes an operator of the text state; others are none of its business. */
  follow(ops: Operators, operator: number, args: readonly unknown[]): void {
    const value = Number(args[0]);
    switch (operator) {
      case ops.beginText:
        this.place(IDENTITY);
        break;
      case ops.setTextMatrix:
        this.place(asMatrix(numbers(args.length === 1 ? args[0] : args)));
        break;
      case ops.setFont:
        this.font = fontOf(this.page, String(args[0]));
        this.size = Number(args[1]);
        break;
      case ops.setCharSpacing:
        this.charSpacing = value;
        break;
      case ops.setWordSpacing:
        this.wordSpacing = value;
        break;
      case ops.setHScale:
        this.scale = value / 100;
        break;
      case ops.setLeading:
        this.leading = value;
        break;
      case ops.setTextRise:
        this.rise = value;
        break;
      case ops.moveText:
        this.move(value, Number(args[1]));
        break;
      case ops.setLeadingMoveText:
        this.leading = -Number(args[1]);
        this.move(value, Number(args[1]));
        break;
      case ops.nextLine:
        this.move(0, -this.leading);
        break;
      case ops.setGState:
        this.graphicsState(args[0]);
        break;
      default:
    }
  }

  /** Paints the letters of one `showText`. */
  show(items: unknown, ctm: Matrix, white: boolean, out: Glyph[]): void {
    if (!Array.isArray(items)) return;
    const m = times(ctm, this.matrix);
    const size = Math.abs(this.size) * this.font.height * Math.hypot(m[2], m[3]);
    for (const item of items as unknown[]) {
      if (typeof item === 'number') {
        this.x -= (item * this.size * this.scale) / 1000;
        continue;
      }
      if (typeof item !== 'object' || item === null || !('unicode' in item) || !('width' in item)) continue;
      const spacing = this.charSpacing + ('isSpace' in item && item.isSpace === true ? this.wordSpacing : 0);
      const advance = (Number(item.width) * this.font.perUnit * this.size + spacing) * this.scale;
      const [x0, y0] = mapPoint(m, this.x, this.y + this.rise);
      const [x1, y1] = mapPoint(m, this.x + advance, this.y + this.rise);
      const level = !this.font.vertical && x1 >= x0 && Math.abs(y1 - y0) <= 0.15 * Math.hypot(x1 - x0, y1 - y0);
      if (size >= 1) out.push({ x0, x1, y: y0, size, text: String(item.unicode), font: this.font.name, level, white });
      this.x += advance;
    }
  }

  private place(matrix: Matrix): void {
    this.matrix = matrix;
    this.x = this.y = this.lineX = this.lineY = 0;
  }

  private move(x: number, y: number): void {
    this.x = this.lineX += x;
    this.y = this.lineY += y;
  }

  private graphicsState(entries: unknown): void {
    for (const entry of Array.isArray(entries) ? (entries as unknown[]) : []) {
      if (!Array.isArray(entry) || entry[0] !== 'Font' || !Array.isArray(entry[1])) continue;
      this.font = fontOf(this.page, String(entry[1][0]));
      this.size = Number(entry[1][1]);
    }
  }
}

/** The widest step from one letter to the next, in heights of letters. */
const WIDEST_STEP = 1.6;

/** What is set at an angle (stamps, watermarks) and belongs to no line of the page; its own lines apart. */
export function wordsAtAnAngle(letters: readonly Glyph[]): string {
  let text = '';
  let last: Glyph | null = null;
  for (const g of letters) {
    if (!g.level) {
      const goesOn = last && Math.hypot(g.x0 - last.x0, g.y - last.y) <= WIDEST_STEP * Math.max(g.size, last.size);
      text += goesOn ? g.text : `\n${g.text}`;
    }
    last = g.level ? null : g;
  }
  return text
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[\s]*/g, '\n')
    .trim();
}

function fontOf(page: PdfPage, id: string): Font {
  const known: unknown = page.commonObjs.has(id) ? page.commonObjs.get(id) : null;
  if (typeof known !== 'object' || known === null) return UNKNOWN;
  const own = 'isType3Font' in known && known.isType3Font === true && 'fontMatrix' in known;
  const matrix = own ? numbers(known.fontMatrix) : [];
  const box = own && 'bbox' in known ? numbers(known.bbox) : [];
  const perUnit = Math.abs(matrix[0] ?? 0) || UNKNOWN.perUnit;
  const height = ((box[3] ?? 0) - (box[1] ?? 0)) * Math.abs(matrix[3] ?? 0);
  return {
    name: 'name' in known ? String(known.name) : '',
    perUnit,
    height: own && height > 0 ? height : 1,
    vertical: 'vertical' in known && known.vertical === true,
  };
}
