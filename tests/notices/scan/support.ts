import { createRequire } from 'node:module';
import { createCanvas, GlobalFonts, loadImage } from '@napi-rs/canvas';
import { greyOf, type Raster } from '../../../notices/scan/raster.ts';
import { pdf } from '../formats/support.ts';

const require = createRequire(import.meta.url);
GlobalFonts.registerFromPath(require.resolve('dejavu-fonts-ttf/ttf/DejaVuSerif.ttf'), 'Notice');

/** A line of a page: its words, where they begin, in points. */
export type PageLine = readonly [text: string, x: number, y: number];

export const DPI = 200;
const WIDTH_PT = 595;
/** White below the last line, in points. */
const MARGIN_PT = 60;

export interface Spoilt {
  /** Turned by so many degrees on the glass, and by quarter turns. */
  readonly degrees?: number;
  readonly quarters?: number;
  /** How much of the ink is left, 0 to 1. */
  readonly ink?: number;
  /** How grey the paper is, 0 to 1. */
  readonly grey?: number;
  /** Drawn this small, then blown up. */
  readonly coarse?: number;
}

/** A page as a scanner hands it over, no longer than its lines: white takes as long to look at as letters. */
export function scannedPage(lines: readonly PageLine[], spoilt: Spoilt = {}): Buffer {
  const { degrees = 0, quarters = 0, ink = 1, grey = 0, coarse = 1 } = spoilt;
  const scale = (DPI / 72) * coarse;
  const [width, height] = [Math.round(WIDTH_PT * scale), Math.round(heightOf(lines) * scale)];
  const page = createCanvas(width, height);
  const context = page.getContext('2d');
  const paper = Math.round(255 * (1 - grey));
  context.fillStyle = `rgb(${paper},${paper},${paper})`;
  context.fillRect(0, 0, width, height);
  context.translate(width / 2, height / 2);
  context.rotate((degrees * Math.PI) / 180);
  context.translate(-width / 2, -height / 2);
  const shade = Math.round(paper * (1 - ink));
  context.fillStyle = `rgb(${shade},${shade},${shade})`;
  context.font = `${12.5 * scale}px Notice`;
  for (const [text, x, y] of lines) context.fillText(text, x * scale, y * scale);
  const [w, h] = quarters % 2 === 0 ? [width, height] : [height, width];
  const out = createCanvas(Math.round(w / coarse), Math.round(h / coarse));
  const turned = out.getContext('2d');
  turned.translate(out.width / 2, out.height / 2);
  turned.rotate((quarters * Math.PI) / 2);
  turned.scale(1 / coarse, 1 / coarse);
  turned.drawImage(page, -width / 2, -height / 2);
  return out.toBuffer('image/jpeg', 70);
}

function heightOf(lines: readonly PageLine[]): number {
  return Math.max(...lines.map(([, , y]) => y)) + MARGIN_PT;
}

/** A PDF that holds nothing but this picture, on a page of its size. */
export async function scanOf(picture: Buffer): Promise<Buffer> {
  const { width, height } = await loadImage(picture);
  const size: [number, number] = [(width * 72) / DPI, (height * 72) / DPI];
  return pdf((d) => d.image(picture, 0, 0, { width: size[0] }), { size });
}

/** Strokes in ink on a white page. */
export function drawn(width: number, height: number, boxes: readonly (readonly number[])[]): Raster {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.fillStyle = '#000';
  for (const [x = 0, y = 0, w = 0, h = 0] of boxes) context.fillRect(x, y, w, h);
  return greyOf(context.getImageData(0, 0, width, height).data, width, height);
}

export const NOTICE: readonly PageLine[] = [
  ['ỦY BAN NHÂN DÂN', 90, 60],
  ['TỈNH HẢI SƠN', 105, 78],
  ['Số: 12/TB-UBND', 98, 100],
  ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 285, 60],
  ['Độc lập - Tự do - Hạnh phúc', 325, 78],
  ['Hải Sơn, ngày 24 tháng 02 năm 2025', 310, 100],
  ['THÔNG BÁO', 260, 150],
  ['II. NHIỆM VỤ TRONG THỜI GIAN TỚI', 90, 190],
  ['1. Sở Nông nghiệp và Môi trường rà soát quy hoạch sử dụng đất,', 100, 220],
  ['báo cáo UBND tỉnh trước ngày 15/3/2025.', 85, 240],
  ['2. Giao Sở Y tế hoàn thành việc sắp xếp các trạm y tế, chậm nhất', 100, 268],
  ['ngày 30/5/2025.', 85, 288],
  ['CHỦ TỊCH', 380, 340],
  ['Nguyễn Văn An', 370, 420],
];
