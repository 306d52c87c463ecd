import { getResolvedPDFJS } from 'unpdf';

/** A run of text on a page: left edge, right edge and baseline in points from the page's top left corner. */
export interface Run {
  readonly x0: number;
  readonly x1: number;
  readonly y: number;
  /** Height of the letters in points. */
  readonly size: number;
  readonly text: string;
}

/** A straight line drawn on a page, or the edge of a box: horizontal where y0 = y1. */
export interface Rule {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

export interface Page {
  readonly width: number;
  readonly height: number;
  readonly runs: readonly Run[];
  readonly rules: readonly Rule[];
  readonly hasImage: boolean;
}

type Matrix = readonly [number, number, number, number, number, number];
type PdfDocument = Awaited<ReturnType<typeof import('unpdf').getDocumentProxy>>;
type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>;

const MOST_RULES = 20_000;
/** A box thinner than this is a line. */
const THIN_PT = 3;

/** What page `n` (from 1) of a document shows. */
export async function readPage(document: PdfDocument, n: number): Promise<Page> {
  const page = await document.getPage(n);
  const view = page.getViewport({ scale: 1 });
  const toPage = asMatrix(view.transform);
  const runs = await runsOf(page, toPage);
  const drawn = await drawingOf(page, toPage);
  page.cleanup();
  return { width: view.width, height: view.height, runs, ...drawn };
}

async function runsOf(page: PdfPage, toPage: Matrix): Promise<Run[]> {
  const content = await page.getTextContent();
  const runs: Run[] = [];
  for (const item of content.items) {
    if (!('str' in item) || item.str.trim() === '') continue;
    const m = times(toPage, asMatrix(item.transform));
    const size = Math.hypot(m[2], m[3]);
    // Text set at an angle (stamps, watermarks) belongs to no line.
    if (size < 1 || Math.abs(m[1]) > 0.15 * Math.hypot(m[0], m[1]) || m[0] <= 0) continue;
    runs.push(...splitAtBlanks({ x0: m[4], x1: m[4] + item.width, y: m[5], size, text: item.str }));
  }
  return runs;
}

/** Letterheads are sometimes set side by side with many blanks in one string. */
function splitAtBlanks(run: Run): Run[] {
  if (!/\s{4,}/.test(run.text)) return [run];
  const perLetter = (run.x1 - run.x0) / run.text.length;
  return [...run.text.matchAll(/\S+(?:\s{1,3}\S+)*/g)].map((m) => ({
    ...run,
    x0: run.x0 + m.index * perLetter,
    x1: run.x0 + (m.index + m[0].length) * perLetter,
    text: m[0],
  }));
}

/** The lines drawn on a page, and whether a picture is. */
async function drawingOf(page: PdfPage, toPage: Matrix): Promise<{ rules: Rule[]; hasImage: boolean }> {
  mendOldNode();
  const { OPS } = await getResolvedPDFJS();
  const images: readonly number[] = [OPS.paintImageXObject, OPS.paintInlineImageXObject, OPS.paintImageMaskXObject];
  const rules: Rule[] = [];
  let hasImage = false;
  let matrix = toPage;
  const saved: Matrix[] = [];
  const list = await page.getOperatorList();
  list.fnArray.forEach((operator, i) => {
    const values: unknown = list.argsArray[i];
    if (images.includes(operator)) hasImage = true;
    else if (operator === OPS.save || operator === OPS.paintFormXObjectBegin) {
      saved.push(matrix);
      const form = operator === OPS.save || !Array.isArray(values) ? null : numbers(values[0]);
      if (form && form.length === 6) matrix = times(matrix, asMatrix(form));
    } else if (operator === OPS.restore || operator === OPS.paintFormXObjectEnd) matrix = saved.pop() ?? toPage;
    else if (operator === OPS.transform) matrix = times(matrix, asMatrix(numbers(values)));
    else if (operator === OPS.constructPath && Array.isArray(values) && rules.length < MOST_RULES) {
      // Clips paint nothing; of what is only filled (shading, the page's ground), thin boxes are lines.
      if (values[0] === OPS.endPath) return;
      const filled = values[0] === OPS.fill || values[0] === OPS.eoFill;
      const inner: unknown = values[1];
      const path = Array.isArray(inner) ? numbers(inner[0]) : [];
      for (const rule of straightLines(path, matrix, filled)) rules.push(rule);
    }
  });
  return { rules, hasImage };
}

/** The horizontal and vertical lines of a path: pdf.js writes 0 x y (move), 1 x y (line), 2 … (curve), 4 (close). */
function straightLines(path: readonly number[], matrix: Matrix, filled: boolean): Rule[] {
  const out: Rule[] = [];
  const points: [number, number][] = [];
  let curved = false;
  const end = (): void => {
    if (!curved) out.push(...edges(points, filled));
    points.length = 0;
    curved = false;
  };
  for (let i = 0; i < path.length; ) {
    const step = path[i];
    if (step === 0 || step === 1) {
      if (step === 0) end();
      points.push(apply(matrix, path[i + 1] ?? 0, path[i + 2] ?? 0));
      i += 3;
    } else if (step === 4) {
      const [first] = points;
      if (first) points.push(first);
      i += 1;
    } else {
      curved = true;
      i += step === 2 ? 7 : 5;
    }
  }
  end();
  return out;
}

/** A thin box is one line; of other outlines each upright or level edge is. */
function edges(points: readonly [number, number][], filled: boolean): Rule[] {
  const xs = points.map((p) => p[0]);
  const ys = points.map((p) => p[1]);
  const [x0, x1, y0, y1] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  if (points.length > 200 || points.length < 2) return [];
  if (y1 - y0 <= THIN_PT && x1 - x0 > THIN_PT) return [{ x0, x1, y0: (y0 + y1) / 2, y1: (y0 + y1) / 2 }];
  if (x1 - x0 <= THIN_PT && y1 - y0 > THIN_PT) return [{ y0, y1, x0: (x0 + x1) / 2, x1: (x0 + x1) / 2 }];
  if (filled) return [];
  return points.slice(1).flatMap(([x, y], i): Rule[] => {
    const [fromX, fromY] = points[i] ?? [x, y];
    if (Math.abs(y - fromY) < 0.5 && Math.abs(x - fromX) > THIN_PT)
      return [{ x0: Math.min(x, fromX), x1: Math.max(x, fromX), y0: y, y1: y }];
    if (Math.abs(x - fromX) < 0.5 && Math.abs(y - fromY) > THIN_PT)
      return [{ x0: x, x1: x, y0: Math.min(y, fromY), y1: Math.max(y, fromY) }];
    return [];
  });
}

function numbers(value: unknown): number[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).map(Number);
}

function asMatrix(m: readonly unknown[]): Matrix {
  const [a, b, c, d, e, f] = m.map(Number);
  return [a ?? 1, b ?? 0, c ?? 0, d ?? 1, e ?? 0, f ?? 0];
}

function times(m: Matrix, n: Matrix): Matrix {
  return [
    m[0] * n[0] + m[2] * n[1],
    m[1] * n[0] + m[3] * n[1],
    m[0] * n[2] + m[2] * n[3],
    m[1] * n[2] + m[3] * n[3],
    m[0] * n[4] + m[2] * n[5] + m[4],
    m[1] * n[4] + m[3] * n[5] + m[5],
  ];
}

function apply(m: Matrix, x: number, y: number): [number, number] {
  return [m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]];
}

/** pdf.js hands paths over by a method that Node has from 21 on (ES2024); Node 20 gets one that copies. */
function mendOldNode(): void {
  if ('transferToFixedLength' in ArrayBuffer.prototype) return;
  Object.defineProperty(ArrayBuffer.prototype, 'transferToFixedLength', {
    configurable: true,
    writable: true,
    value: function transferToFixedLength(this: ArrayBuffer, length = this.byteLength): ArrayBuffer {
      const out = new ArrayBuffer(length);
      new Uint8Array(out).set(new Uint8Array(this).subarray(0, length));
      return out;
    },
  });
}
