import { readPage } from '../formats/pdf-page.ts';
import { drawPage, openToDraw } from './page-picture.ts';
import { asJpeg } from './picture-file.ts';
import { Recogniser } from './recogniser.ts';
import { seePage } from './see-page.ts';
import type { PageAnswer, PageAsked } from './types.ts';

let recogniser: Promise<Recogniser> | undefined;

/** The work of the process in which the pages of a document are looked at, one page a piece. */
export default async function lookAt({ bytes, n, isPicture }: PageAsked): Promise<PageAnswer> {
  const document = await openToDraw(bytes);
  try {
    if (!isPicture) return { layer: await readPage(document, n) };
    const { picture, scale } = await drawPage(document, n);
    recogniser ??= Recogniser.start();
    const seen = await seePage(picture, scale, await recogniser);
    return { seen, jpeg: await asJpeg(picture, seen.quarters, scale) };
  } finally {
    await document.destroy();
  }
}
