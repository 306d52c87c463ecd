import { createIsomorphicCanvasFactory, getDocumentProxy } from 'unpdf';
import { mendOldNode } from '../formats/old-node.ts';
import { greyOf, type Raster } from './raster.ts';

/** Dots an inch: enough for 12 point letters with their tone marks; more costs time and tells no more. */
const DPI = 300;
/** A page larger than A3 is drawn smaller. */
const MOST_DOTS = 18_000_000;

export type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>;

/** Opens a document whose pages can be drawn. @throws Error where it is damaged or locked */
export async function openToDraw(bytes: Uint8Array): Promise<PdfDocument> {
  mendOldNode();
  const factory = await createIsomorphicCanvasFactory(() => import('@napi-rs/canvas'));
  return getDocumentProxy(new Uint8Array(bytes), {
    verbosity: 0,
    useSystemFonts: false,
    stopAtErrors: false,
    isOffscreenCanvasSupported: false,
    CanvasFactory: factory,
  });
}

/** The picture of page `n` (from 1), and how many of its dots make a point. */
export async function drawPage(document: PdfDocument, n: number): Promise<{ picture: Raster; scale: number }> {
  const { createCanvas } = await import('@napi-rs/canvas');
  const page = await document.getPage(n);
  const plain = page.getViewport({ scale: 1 });
  const scale = Math.min(DPI / 72, Math.sqrt(MOST_DOTS / (plain.width * plain.height)));
  const viewport = page.getViewport({ scale });
  const [width, height] = [Math.ceil(viewport.width), Math.ceil(viewport.height)];
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, width, height);
  await page.render({ canvas: canvas as never, canvasContext: context as never, viewport }).promise;
  page.cleanup();
  return { picture: greyOf(context.getImageData(0, 0, width, height).data, width, height), scale };
}
