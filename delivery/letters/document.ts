import { AlignmentType, Document, Header, LineRuleType, PageNumber, PageOrientation, Paragraph, TextRun } from 'docx';
import type { LetterContent, LetterParagraph } from '../../texts/letters/index.ts';
import { foot, letterhead } from './blocks.ts';
import { FONT, MARGIN, PAPER, SIZE, TEXT } from './form.ts';
import { centred, twentieths, twips, words } from './parts.ts';

/** Left edges of "Kính gửi" and of its list, in mm. */
const ADDRESS = { heading: 35, list: 53 } as const;

export function documentOf(letter: LetterContent): Document {
  return new Document({
    title: letter.subject,
    creator: letter.issuingBody.join(' '),
    lastModifiedBy: letter.issuingBody.join(' '),
    styles: {
      default: { document: { run: { font: FONT, size: SIZE.text * 2, language: { value: 'vi-VN' } } } },
    },
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: twips(PAPER.width), height: twips(PAPER.height), orientation: PageOrientation.PORTRAIT },
            margin: {
              top: twips(MARGIN.top),
              bottom: twips(MARGIN.bottom),
              left: twips(MARGIN.left),
              right: twips(MARGIN.right),
              header: twips(MARGIN.header),
              footer: twips(MARGIN.header),
            },
          },
        },
        headers: { first: new Header({ children: [new Paragraph({})] }), default: pageNumber() },
        children: [
          letterhead(letter),
          ...addressees(letter.addressees),
          ...letter.paragraphs.map((p, i) => paragraph(p, i === letter.paragraphs.length - 1)),
          gap(),
          foot(letter),
        ],
      },
    ],
  });
}

function pageNumber(): Header {
  const number = new TextRun({ children: [PageNumber.CURRENT], font: FONT, size: SIZE.pageNumber * 2 });
  return new Header({ children: [centred([number])] });
}

/** One addressee stands in the line of "Kính gửi"; several in lines of their own. */
function addressees(names: readonly string[]): Paragraph[] {
  const [only, ...others] = names;
  if (only !== undefined && others.length === 0) {
    const line = words(`Kính gửi: ${only}`, SIZE.addressee);
    return [new Paragraph({ alignment: AlignmentType.CENTER, spacing: around(18, 12), children: [line] })];
  }
  const heading = new Paragraph({
    indent: { left: twips(ADDRESS.heading) },
    spacing: around(18, 0),
    children: [words('Kính gửi:', SIZE.addressee)],
  });
  return [
    heading,
    ...names.map((name, i) => {
      const last = i === names.length - 1;
      return new Paragraph({
        indent: { left: twips(ADDRESS.list) },
        spacing: around(0, last ? 12 : 0),
        children: [words(`- ${name}${last ? '.' : ';'}`, SIZE.addressee)],
      });
    }),
  ];
}

/** The last paragraph stays on the page of the signature: nobody signs an empty page. */
function paragraph({ text, quote }: LetterParagraph, last: boolean): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.JUSTIFIED,
    indent: { firstLine: twips(TEXT.firstLine) },
    spacing: {
      before: twentieths(TEXT.before),
      line: Math.round(240 * TEXT.lines),
      lineRule: LineRuleType.AUTO,
    },
    keepNext: last,
    children: [words(text, SIZE.text, quote === true ? { italics: true } : {})],
  });
}

function gap(): Paragraph {
  return new Paragraph({ keepNext: true, spacing: { line: twentieths(12), lineRule: LineRuleType.EXACT } });
}

function around(before: number, after: number): { readonly before: number; readonly after: number } {
  return { before: twentieths(before), after: twentieths(after) };
}
