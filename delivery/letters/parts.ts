import { AlignmentType, BorderStyle, LineRuleType, Paragraph, type ParagraphChild, TextRun } from 'docx';
import { oneLine } from '../../texts/messages/index.ts';
import { FONT } from './form.ts';

export function twips(mm: number): number {
  return Math.round((mm * 1440) / 25.4);
}

/** Twentieths of a point, in which Word keeps spacing. */
export function twentieths(points: number): number {
  return Math.round(points * 20);
}

interface Look {
  readonly bold?: boolean;
  readonly italics?: boolean;
}

/** Removes what XML cannot hold: a letter may have been stored by an earlier edition that let it pass. */
export function words(text: string, size: number, look: Look = {}): TextRun {
  return new TextRun({ text: oneLine(text).replace(/[\ufffe\uffff]/g, ''), font: FONT, size: size * 2, ...look });
}

/** A line of a block: centred, no room around it unless told. */
export function centred(children: readonly ParagraphChild[], before = 0): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before: twentieths(before) },
    children: [...children],
  });
}

/** A drawn line of a length, centred in a block of a width (mm): the border of an empty line, not an underline. */
export function rule(length: number, width: number): Paragraph {
  const side = twips(Math.max(0, (width - length) / 2));
  return new Paragraph({
    indent: { left: side, right: side },
    spacing: { line: twentieths(2), lineRule: LineRuleType.EXACT },
    border: { bottom: { style: BorderStyle.SINGLE, size: 6, space: 0, color: '000000' } },
    children: [words('', 1)],
  });
}
