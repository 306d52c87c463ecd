import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Option } from 'commander';
import { UserError } from '../../dsl/user-error.ts';
import type { Timeline } from '../../office/timeline/index.ts';
import { printLine, printNote } from '../output.ts';
import { terminal } from '../terminal.ts';
import { chartLines } from './chart.ts';
import { stepLines } from './steps.ts';

/** The forms in which a command draws a timeline, besides its own. */
export const PICTURES = ['chart', 'svg'] as const;
export type PictureFormat = (typeof PICTURES)[number];

/** Where the picture is written to. */
export const outOption = () =>
  new Option('--out <tệp>', 'với --format svg: ghi vào tệp này; nếu là thư mục, mỗi nhiệm vụ một tệp');

/** Is it a format that draws, and not a table or JSON? */
export function isPicture(format: string): format is PictureFormat {
  return PICTURES.some((p) => p === format);
}

/** `--out` without a picture to put there is a slip. */
export function requireSvgForOut(format: string, out: string | undefined): void {
  if (out !== undefined && format !== 'svg') throw new UserError(`--out ${out}: chỉ dùng cùng với --format svg`);
}

/** One timeline and the id its file is named by. */
export interface Named {
  readonly id: string;
  readonly timeline: Timeline;
}

/** Draws on the terminal or, with `out`, into a file (a folder where there are several). */
export async function printPicture(format: PictureFormat, named: readonly Named[], out?: string): Promise<void> {
  if (format === 'chart') {
    for (const { timeline } of named) printChart(timeline, true);
  } else if (out === undefined) terminal().stdout.write((await drawing())(named.map((n) => n.timeline)));
  else await writePictures(named, out);
}

/** What a pipe gets: it has no width of its own. */
const WIDTH_OF_PIPE = 100;
/** Narrower terminals keep the table alone; the chart is there on request. */
const ROOM_FOR_CHART = 60;

/** The chart as wide as the terminal; `steps` adds the list of what the marks stand for. */
export function printChart(timeline: Timeline, steps: boolean): void {
  const { stdout } = process;
  const width = stdout.columns ?? WIDTH_OF_PIPE;
  const colour = stdout.isTTY === true && stdout.hasColors();
  for (const line of chartLines(timeline, { width, colour })) printLine(line);
  if (steps) for (const line of ['', ...stepLines(timeline, Math.max(width, 40)), '']) printLine(line);
}

/** Is there a person at a terminal wide enough to be shown a chart unasked? */
export function hasRoomForChart(): boolean {
  return terminal().stdout.isTTY === true && terminal().stdout.columns >= ROOM_FOR_CHART;
}

async function writePictures(named: readonly Named[], out: string): Promise<void> {
  const svgOf = await drawing();
  if (!(await isFolder(out))) return write(out, svgOf(named.map((n) => n.timeline)));
  for (const { id, timeline } of named) await write(join(out, `${fileName(id)}.svg`), svgOf([timeline]));
}

/** Loaded only where a picture is asked for. */
async function drawing() {
  return (await import('../../console/timeline/document.tsx')).svgOf;
}

async function isFolder(path: string): Promise<boolean> {
  if (/[/\\]$/.test(path)) return true;
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

/** Ids come from the notice's own numbering: nothing of them may lead out of the folder. */
function fileName(id: string): string {
  return id.replace(/[^\p{L}\p{N}.-]+/gu, '-').replace(/^\.+/, '') || 'nhiem-vu';
}

async function write(path: string, svg: string): Promise<void> {
  await writeFile(path, svg).catch((error: NodeJS.ErrnoException) => {
    const why = error.code === 'ENOENT' ? 'không có thư mục này' : `không ghi được (${error.code})`;
    throw new UserError(`--out ${path}: ${why}`);
  });
  printNote(`Đã ghi ${path}`);
}
