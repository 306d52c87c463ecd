import { getResolvedPDFJS } from 'unpdf';
import { mendOldNode } from './old-node.ts';
import { type Glyph, type Operators, TextState } from './pdf-letters.ts';
import { asMatrix, type Matrix, mapPoint, numbers, times } from './pdf-matrix.ts';
import { type Rule, straightLines } from './pdf-paths.ts';

type PdfDocument = Awaited<ReturnType<typeof import('unpdf').getDocumentProxy>>;
export type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>;

/** What the operators of a page paint, in points from its top left corner. */
export interface Drawing {
  readonly glyphs: readonly Glyph[];
  /** What the appearance of each annotation paints (fields of a form, stamps of signatures). */
  readonly annotations: readonly Appearance[];
  readonly rules: readonly Rule[];
  /** Boxes filled with another colour than white, as [x0, y0, x1, y1]. */
  readonly grounds: readonly (readonly [number, number, number, number])[];
  readonly hasImage: boolean;
}

export interface Appearance {
  /** Left and right edge of the place the annotation takes on the page. */
  readonly x0: number;
  readonly x1: number;
  readonly glyphs: readonly Glyph[];
}

/** More painted than any page of an office: a page that says so is a bomb. */
export class PageTooLarge extends Error {}

const MOST_RULES = 20_000;
const MOST_GROUNDS = 2_000;
const MOST_OPERATORS = 3_000_000;
const MOST_GLYPHS = 400_000;
/** Smaller ones are letters, dots and lines. */
const LEAST_GROUND_PT = 4;

interface Saved {
  readonly matrix: Matrix;
  readonly fill: string;
  readonly text: TextState;
}

/**
 * Follows a page's operators: where each letter, line and box lands. Letters are followed one by one because what
 * offices print is told by where letters stand: doubled to look bold, spread out, struck through.
 *
 * @throws PageTooLarge
 */
export async function readDrawing(page: PdfPage, toPage: Matrix): Promise<Drawing> {
  mendOldNode();
  const { OPS } = await getResolvedPDFJS();
  const list = await page.getOperatorList();
  if (list.fnArray.length > MOST_OPERATORS) throw new PageTooLarge();
  const painter = new Painter(OPS, page, toPage);
  list.fnArray.forEach((operator, i) => {
    painter.follow(operator, list.argsArray[i]);
  });
  return painter;
}

class Painter implements Drawing {
  readonly glyphs: Glyph[] = [];
  readonly annotations: Appearance[] = [];
  readonly rules: Rule[] = [];
  readonly grounds: [number, number, number, number][] = [];
  hasImage = false;
  private matrix: Matrix;
  private fill = BLACK;
  private text: TextState;
  private saved: Saved[] = [];
  private into = this.glyphs;
  private count = 0;

  constructor(
    private readonly ops: Operators,
    private readonly page: PdfPage,
    private readonly toPage: Matrix,
  ) {
    this.matrix = toPage;
    this.text = new TextState(page);
  }

  follow(operator: number, raw: unknown): void {
    const { ops } = this;
    const args: readonly unknown[] = Array.isArray(raw) ? raw : [];
    switch (operator) {
      case ops.paintImageXObject:
      case ops.paintInlineImageXObject:
      case ops.paintImageMaskXObject:
        this.hasImage = true;
        break;
      case ops.save:
      case ops.beginGroup:
        this.save();
        break;
      case ops.restore:
      case ops.endGroup:
      case ops.paintFormXObjectEnd:
        this.restore();
        break;
      case ops.transform:
        this.matrix = times(this.matrix, asMatrix(numbers(raw)));
        break;
      case ops.paintFormXObjectBegin: {
        this.save();
        const form = numbers(args[0]);
        if (form.length === 6) this.matrix = times(this.matrix, asMatrix(form));
        break;
      }
      case ops.beginAnnotation:
        this.begin(times(times(this.toPage, asMatrix(numbers(args[2]))), asMatrix(numbers(args[3]))));
        this.into = [];
        this.annotations.push({ ...sidesOf(numbers(args[1]), this.toPage), glyphs: this.into });
        break;
      case ops.endAnnotation:
        this.begin(this.toPage);
        this.into = this.glyphs;
        break;
      case ops.setFillRGBColor:
        this.fill = typeof args[0] === 'string' ? args[0].toLowerCase() : BLACK;
        break;
      case ops.setFillColorN:
        this.fill = 'pattern';
        break;
      case ops.constructPath:
        // Clips paint nothing; frames of stamps are no table.
        if (args[0] !== ops.endPath && this.into === this.glyphs) this.path(args);
        break;
      case ops.showText:
        this.count += Array.isArray(args[0]) ? args[0].length : 0;
        if (this.count > MOST_GLYPHS) throw new PageTooLarge();
        this.text.show(args[0], this.matrix, this.fill === WHITE, this.into);
        break;
      default:
        this.text.follow(ops, operator, args);
    }
  }

  private save(): void {
    this.saved.push({ matrix: this.matrix, fill: this.fill, text: this.text.copy() });
  }

  private restore(): void {
    const last = this.saved.pop();
    if (last) ({ matrix: this.matrix, fill: this.fill, text: this.text } = last);
  }

  /** The state in which a page's own drawing and each appearance begin. */
  private begin(matrix: Matrix): void {
    this.saved = [];
    this.matrix = matrix;
    this.fill = BLACK;
    this.text = new TextState(this.page);
  }

  /** Of what is only filled (shading, the page's ground), thin boxes are lines. */
  private path(args: readonly unknown[]): void {
    const { ops } = this;
    const filled = args[0] === ops.fill || args[0] === ops.eoFill;
    const path = Array.isArray(args[1]) ? numbers(args[1][0]) : [];
    if (this.rules.length < MOST_RULES) for (const r of straightLines(path, this.matrix, filled)) this.rules.push(r);
    if (this.fill === WHITE || args[0] === ops.stroke || this.grounds.length >= MOST_GROUNDS) return;
    const box = boxOf(numbers(args[2]), this.matrix);
    if (box) this.grounds.push(box);
  }
}

const BLACK = '#000000';
const WHITE = '#ffffff';

function sidesOf([x0 = 0, y0 = 0, x1 = 0, y1 = 0]: readonly number[], toPage: Matrix): { x0: number; x1: number } {
  const xs = [mapPoint(toPage, x0, y0)[0], mapPoint(toPage, x1, y1)[0]];
  return { x0: Math.min(...xs), x1: Math.max(...xs) };
}

function boxOf(bounds: readonly number[], matrix: Matrix): [number, number, number, number] | null {
  const [x0, y0, x1, y1] = bounds;
  if (x0 === undefined || y0 === undefined || x1 === undefined || y1 === undefined) return null;
  const corners = [mapPoint(matrix, x0, y0), mapPoint(matrix, x1, y1)];
  const xs = corners.map((c) => c[0]);
  const ys = corners.map((c) => c[1]);
  const box: [number, number, number, number] = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  return box[2] - box[0] > LEAST_GROUND_PT && box[3] - box[1] > LEAST_GROUND_PT ? box : null;
}
