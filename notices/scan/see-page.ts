import { drawnRules } from './drawn-rules.ts';
import { factsOf, isReadable } from './gate.ts';
import { onWhitePaper } from './paper.ts';
import { type Raster, rotated, shrunk, turned } from './raster.ts';
import type { Recogniser } from './recogniser.ts';
import { lookedAtAgain } from './second-look.ts';
import { lieOf } from './skew.ts';
import { withoutSpecks } from './specks.ts';
import type { SeenPage, SeenWord } from './types.ts';

/** A skew that recognition does not mind, in degrees. */
const LEVEL_ENOUGH = 0.1;
/** Less ink than a line of text has: a back side. */
const BLANK_INK = 0.0005;
/** Where the picture is made so small that noise is levelled out, faint letters are darker than paper still. */
const LOOKED_AT = 0.25;
const FAINT = 228;

/**
 * What stands on a picture of a page: paper whitened, turned upright, made level, spots taken out, then recognised. A
 * page that cannot be read so is tried once more head over.
 *
 * @param scale dots a point
 */
export async function seePage(picture: Raster, scale: number, recogniser: Recogniser): Promise<SeenPage> {
  const white = onWhitePaper(picture);
  const [lie, onSide] = [lieOf(white), lieOf(turned(white, 1))];
  const quarters = onSide.clearness > lie.clearness ? 1 : 0;
  const first = await seen(white, quarters, scale, recogniser);
  if (first.ink < BLANK_INK || isReadable(factsOf(first))) return first;
  const second = await seen(white, quarters + 2, scale, recogniser);
  return factsOf(second).confidence > factsOf(first).confidence ? second : first;
}

async function seen(white: Raster, quarters: number, scale: number, recogniser: Recogniser): Promise<SeenPage> {
  const upright = turned(white, quarters);
  const { degrees } = lieOf(upright);
  const level = Math.abs(degrees) < LEVEL_ENOUGH ? upright : rotated(upright, degrees);
  const clean = withoutSpecks(level);
  const ink = inkOf(clean);
  return {
    width: clean.width / scale,
    height: clean.height / scale,
    words: ink < BLANK_INK ? [] : await wordsOf(clean, scale, recogniser),
    rules: drawnRules(clean, scale),
    quarters,
    degrees,
    ink,
  };
}

/** The part of a page that is not paper, faint letters too. */
function inkOf(page: Raster): number {
  const { data } = shrunk(page, LOOKED_AT);
  return data.reduce((n, shade) => n + (shade < FAINT ? 1 : 0), 0) / data.length;
}

async function wordsOf(page: Raster, scale: number, recogniser: Recogniser): Promise<SeenWord[]> {
  const lines = await recogniser.read(page, scale);
  return (await lookedAtAgain(page, scale, lines, recogniser)).flatMap((line) => [...line.words]);
}
