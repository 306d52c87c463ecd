/*
 * Widths of letters, in thousandths of the letter size, as DejaVu Sans has them. It is the widest face that a reader is
 * likely to see (what Linux falls back to), so a text never needs more room than is computed here. `tests/console/timeline`
 * holds these figures against the font.
 */

type Widths = readonly (readonly [width: number, letters: string])[];

const REGULAR: Widths = [
  [275, "'"],
  [278, 'ijl'],
  [295, 'IJ'],
  [318, ' ,.·'],
  [337, '/:;\\|'],
  [352, 'f'],
  [361, '-'],
  [390, '()[]'],
  [392, 't'],
  [401, '!'],
  [411, 'r'],
  [460, '"'],
  [500, '*_`–'],
  [518, '“”'],
  [521, 's'],
  [525, 'z'],
  [531, '?'],
  [550, 'c'],
  [557, 'L'],
  [575, 'F'],
  [579, 'k'],
  [592, 'vxy'],
  [603, 'P'],
  [611, 'TY'],
  [615, 'oaeơ'],
  [636, 'EhnuSbdgpqđ$0123456789{}ư'],
  [656, 'K'],
  [686, 'AVXZB'],
  [698, 'RC'],
  [732, 'U'],
  [752, 'NH'],
  [775, 'DGĐ'],
  [787, '&OQ'],
  [838, 'w#+<=>^~→×'],
  [863, 'MƯ'],
  [913, 'Ơ'],
  [950, '%'],
  [974, 'm'],
];

const BOLD: Widths = [
  [306, "'"],
  [343, 'ijl'],
  [348, ' '],
  [365, '/\\|'],
  [380, 'IJ,.·'],
  [400, ':;'],
  [415, '-'],
  [435, 'f'],
  [457, '!()[]'],
  [478, 't'],
  [500, 'r_`–'],
  [523, '"*'],
  [582, '?z'],
  [595, 'cs'],
  [657, 'L“”xvy'],
  [678, 'kaeTEF'],
  [696, 'oơ$0123456789'],
  [716, 'hnu{}bdgpqđư'],
  [725, 'SYZ'],
  [734, 'PC'],
  [775, 'BRXAVK'],
  [838, 'UGDHNĐ#+<=>^~→×Ư'],
  [874, 'OQ&Ơ'],
  [924, 'w'],
  [1002, 'M%'],
  [1042, 'm'],
];

/** Wider than any letter; also for scripts this program does not write. */
const WIDEST = 1110;

function tableOf(widths: Widths): ReadonlyMap<string, number> {
  return new Map(widths.flatMap(([width, letters]) => [...letters].map((letter) => [letter, width] as const)));
}

const TABLES = { regular: tableOf(REGULAR), bold: tableOf(BOLD) };

/** Room a text needs, in the unit of `size`. */
export function textWidth(text: string, size: number, bold = false): number {
  const table = bold ? TABLES.bold : TABLES.regular;
  let sum = 0;
  for (const letter of text.normalize('NFC')) sum += table.get(letter) ?? composedWidth(letter, table);
  return (sum * size) / 1000;
}

/** Marks above and below a letter take no room; the horn of ơ and ư does, and is part of the base here. */
function composedWidth(letter: string, table: ReadonlyMap<string, number>): number {
  const base = letter
    .normalize('NFD')
    .replace(/[\u0300-\u031a\u031c-\u036f]/g, '')
    .normalize('NFC');
  return table.get(base) ?? WIDEST;
}

/** Cut so that it fits, the ellipsis included. */
export function fitText(text: string, room: number, size: number, bold = false): string {
  if (textWidth(text, size, bold) <= room) return text;
  const letters = [...text];
  while (letters.length > 0 && textWidth(`${letters.join('')}…`, size, bold) > room) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}

/** Breaks a text at blanks into lines no wider than `room`; a single word that is wider is cut. */
export function wrapText(text: string, room: number, size: number, bold = false): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    const joined = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && textWidth(joined, size, bold) <= room) lines[lines.length - 1] = joined;
    else lines.push(fitText(word, room, size, bold));
  }
  return lines;
}
