import { Paragraph, Table, TableBorders, TableCell, TableLayoutType, TableRow, WidthType } from 'docx';
import type { LetterContent } from '../../texts/letters/index.ts';
import { BODY_LINE, FOOT, HEAD, ROOM_TO_SIGN, SIZE } from './form.ts';
import { centred, rule, twips, words } from './parts.ts';
import { balancedLines, emsToMm, MOTTO_EMS, widthOfCapitals } from './text-width.ts';

/** Who issues it beside the nation and the motto; number and subject beside place and date. */
export function letterhead({ governingBody, issuingBody, number, subject, placeAndDate }: LetterContent): Table {
  const lines = issuingBody.flatMap((line) => balancedLines(line, SIZE.body, HEAD.left));
  const widest = Math.max(0, ...lines.map((line) => widthOfCapitals(line, SIZE.body)));
  const names = [
    ...(governingBody === '' ? [] : [centred([words(governingBody, SIZE.body)])]),
    ...lines.map((line) => centred([words(line, SIZE.body, { bold: true })])),
    rule(Math.min(widest, HEAD.left) * BODY_LINE, HEAD.left),
  ];
  const nation = [
    centred([words('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', SIZE.nation, { bold: true })]),
    centred([words('Độc lập - Tự do - Hạnh phúc', SIZE.motto, { bold: true })]),
    rule(emsToMm(MOTTO_EMS, SIZE.motto), HEAD.right),
  ];
  const filed = [centred([words(number, SIZE.number)], 6), centred([words(subject, SIZE.subject)], 6)];
  const dated = [centred([words(placeAndDate, SIZE.date, { italics: true })], 6)];
  return blocks(
    [HEAD.left, HEAD.right],
    [
      [names, nation],
      [filed, dated],
    ],
  );
}

/** Where it goes, beside the authority and title of who signs; the name is left open. */
export function foot({ copies, signature }: LetterContent): Table {
  const list = copies.map((line, i) => {
    const end = i === copies.length - 1 ? '.' : ';';
    return new Paragraph({ children: [words(`- ${line}${end}`, SIZE.copies)] });
  });
  const heading = words('Nơi nhận:', SIZE.copiesHeading, { bold: true, italics: true });
  const signer = signature.map((line) => centred([words(line, SIZE.signature, { bold: true })]));
  const name = centred([words('', SIZE.signature, { bold: true })], ROOM_TO_SIGN);
  return blocks(
    [FOOT.left, FOOT.right],
    [
      [
        [new Paragraph({ children: [heading] }), ...list],
        [...signer, name],
      ],
    ],
  );
}

/** Two columns without lines, of widths in mm; no row is torn apart by the end of a page. */
function blocks(widths: readonly [number, number], rows: readonly (readonly Paragraph[][])[]): Table {
  const [left, right] = widths;
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: twips(left + right), type: WidthType.DXA },
    columnWidths: [twips(left), twips(right)],
    borders: TableBorders.NONE,
    margins: { left: 0, right: 0, top: 0, bottom: 0 },
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          children: cells.map(
            (children, i) =>
              new TableCell({ width: { size: twips(i === 0 ? left : right), type: WidthType.DXA }, children }),
          ),
        }),
    ),
  });
}
