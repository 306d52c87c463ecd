import { readPage } from '../formats/pdf-page.ts';
import { drawPage, openToDraw, type PdfDocument } from './page-picture.ts';
import { asJpeg } from './picture-file.ts';
import { Recogniser } from './recogniser.ts';
import { seePage } from './see-page.ts';
import type { PageAnswer, PageAsked } from './types.ts';

let recogniser: Promise<Recogniser> | undefined;
/** The document that was looked at last: its pages come one after the other. */
let opened: { readonly key: string; readonly document: Promise<PdfDocument> } | undefined;

/** The work of the process in which the pages of a document are looked at, one page a piece. */
export default async function lookAt({ key, bytes, n, isPicture }: PageAsked): Promise<PageAnswer> {
  const document = await documentOf(key, bytes);
  if (!isPicture) return { layer: await readPage(document, n) };
  const { picture, scale } = await drawPage(document, n);
  recogniser ??= Recogniser.start();
  const seen = await seePage(picture, scale, await recogniser);
  return { seen, jpeg: await asJpeg(picture, seen.quarters, scale) };
}

async function documentOf(key: string, bytes: Uint8Array): Promise<PdfDocument> {
  if (opened?.key === key) return opened.document;
  const before = opened;
  opened = { key, document: openToDraw(bytes) };
  await before?.document.then((d) => d.destroy()).catch(() => {});
  return opened.document;
}
