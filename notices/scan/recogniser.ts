import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Worker } from 'tesseract.js';
import { asPgm, type Raster } from './raster.ts';
import type { SeenLine } from './types.ts';

/** The size of letters, of the room a line takes from its tone marks to its tails. */
const LETTER_SHARE = 0.8;

const require = createRequire(import.meta.url);

/** Letters and their tone marks in the pictures of pages, by Tesseract with its Vietnamese data, both out of packages. */
export class Recogniser {
  private constructor(private readonly worker: Worker) {}

  static async start(): Promise<Recogniser> {
    const { createWorker, OEM } = (await import('tesseract.js')).default;
    const data = dirname(require.resolve('@tesseract.js-data/vie/package.json'));
    // Everything lies beside the program: nothing is looked for elsewhere, nothing is kept.
    const worker = await createWorker('vie', OEM.LSTM_ONLY, {
      langPath: join(data, '4.0.0_best_int'),
      gzip: true,
      cacheMethod: 'none',
    });
    await worker.setParameters({ user_defined_dpi: '300', preserve_interword_spaces: '0' });
    return new Recogniser(worker);
  }

  /** @param scale dots a point */
  async read(picture: Raster, scale: number): Promise<SeenLine[]> {
    const { data } = await this.worker.recognize(asPgm(picture), {}, { blocks: true, text: false });
    const lines = (data.blocks ?? []).flatMap((b) => b.paragraphs.flatMap((p) => p.lines));
    return lines.map(({ baseline, rowAttributes, bbox, words }) => {
      const slope = (baseline.y1 - baseline.y0) / Math.max(1, baseline.x1 - baseline.x0);
      const seen = words.map(({ text, confidence, bbox: { x0, x1 } }, k) => ({
        text,
        confidence,
        x0: x0 / scale,
        x1: x1 / scale,
        y: (baseline.y0 + slope * ((x0 + x1) / 2 - baseline.x0)) / scale,
        size: (LETTER_SHARE * rowAttributes.rowHeight) / scale,
        follows: k > 0,
      }));
      return { top: bbox.y0 / scale, bottom: bbox.y1 / scale, words: seen };
    });
  }

  async end(): Promise<void> {
    await this.worker.terminate();
  }
}
