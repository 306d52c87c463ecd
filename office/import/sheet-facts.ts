import { posix } from 'node:path';
import { attribute, child, elements, parseXml, type XmlNode } from '../../notices/formats/xml.ts';
import { openZip, type Zip } from '../../notices/formats/zip.ts';

/** What a sheet of a workbook says beside its values; rows and columns count from 0. */
export interface SheetFacts {
  readonly name: string;
  readonly hidden: boolean;
  /** The workbook counts its days from 1904. */
  readonly since1904: boolean;
  /** Cells joined to one, its edges included. */
  readonly merges: readonly Rectangle[];
  readonly hiddenRows: readonly number[];
  /** Up to the last cell. */
  readonly hiddenColumns: readonly number[];
  /** Cells that have no value: a formula nobody has computed, or one that failed. By `row:column`, as Excel shows them. */
  readonly broken: ReadonlyMap<string, string>;
  /** Rows and columns up to the last cell. */
  readonly size: { readonly rows: number; readonly columns: number };
}

export interface Rectangle {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

const MOST_BYTES = 300_000_000;

/**
 * The sheets of a workbook (.xlsx), in their order.
 * @throws Error where the file is none or is damaged
 */
export async function sheetFacts(bytes: Uint8Array): Promise<SheetFacts[]> {
  const zip = await openZip(bytes, MOST_BYTES);
  const book = await part(zip, 'xl/workbook.xml');
  const targets = new Map(
    elements(await part(zip, 'xl/_rels/workbook.xml.rels')).map((r) => [attribute(r, 'Id'), attribute(r, 'Target')]),
  );
  const since1904 = ['1', 'true'].includes(attribute(child(book, 'workbookPr') ?? book, 'date1904') ?? '');
  const facts: SheetFacts[] = [];
  for (const sheet of elements(child(book, 'sheets') ?? book).filter((s) => s.name === 'sheet')) {
    const target = targets.get(attribute(sheet, 'id'));
    if (target === undefined) continue;
    const hidden = ['hidden', 'veryHidden'].includes(attribute(sheet, 'state') ?? '');
    const own = factsOf(await part(zip, pathOf(target)));
    facts.push({ name: attribute(sheet, 'name') ?? '', hidden, since1904, ...own });
  }
  return facts;
}

function pathOf(target: string): string {
  return target.startsWith('/') ? target.slice(1) : posix.join('xl', target);
}

async function part(zip: Zip, name: string): Promise<XmlNode> {
  const bytes = await zip.read(name);
  if (!bytes) throw new Error(`no ${name}`);
  return parseXml(new TextDecoder().decode(bytes));
}

function factsOf(sheet: XmlNode): Omit<SheetFacts, 'name' | 'hidden' | 'since1904'> {
  const hiddenRows: number[] = [];
  const broken = new Map<string, string>();
  const size = { rows: 0, columns: 0 };
  let r = -1;
  for (const row of elements(child(sheet, 'sheetData') ?? sheet)) {
    if (row.name !== 'row') continue;
    r = Number(attribute(row, 'r') ?? r + 2) - 1;
    if (['1', 'true'].includes(attribute(row, 'hidden') ?? '')) hiddenRows.push(r);
    let c = -1;
    for (const cell of elements(row)) {
      c = placeOf(attribute(cell, 'r') ?? '')?.column ?? c + 1;
      const why = brokenCell(cell);
      if (why !== undefined) broken.set(`${r}:${c}`, why);
      size.columns = Math.max(size.columns, c + 1);
    }
    size.rows = Math.max(size.rows, r + 1);
  }
  const merges = elements(child(sheet, 'mergeCells') ?? NOTHING)
    .map((m) => rectangleOf(attribute(m, 'ref') ?? ''))
    .filter((m) => m !== undefined);
  return { merges, hiddenRows, hiddenColumns: hiddenColumns(sheet, size.columns), broken, size };
}

function hiddenColumns(sheet: XmlNode, columns: number): number[] {
  const out: number[] = [];
  for (const col of elements(child(sheet, 'cols') ?? NOTHING)) {
    if (!['1', 'true'].includes(attribute(col, 'hidden') ?? '')) continue;
    const [min, max] = [Number(attribute(col, 'min')), Number(attribute(col, 'max'))];
    // To the last column of all, where nothing stands.
    for (let c = min - 1; c < Math.min(max, columns); c++) out.push(c);
  }
  return out;
}

const NOTHING: XmlNode = { name: '', raw: '', children: [] };

/** 0 → "A", 27 → "AB". */
export function lettersOfColumn(column: number): string {
  const before = Math.floor(column / 26);
  return `${before > 0 ? lettersOfColumn(before - 1) : ''}${String.fromCharCode(65 + (column % 26))}`;
}

function brokenCell(cell: XmlNode): string | undefined {
  const value = textOf(child(cell, 'v'));
  if (attribute(cell, 't') === 'e') return value === '' ? '#N/A' : value;
  const formula = child(cell, 'f');
  return formula && value === '' && attribute(cell, 't') !== 'str' ? `=${textOf(formula)}` : undefined;
}

function textOf(node: XmlNode | undefined): string {
  return (node?.children ?? []).filter((c) => typeof c === 'string').join('');
}

/** "B12" → row 11, column 1. */
function placeOf(ref: string): { row: number; column: number } | undefined {
  const m = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(ref);
  if (!m) return undefined;
  const column = [...(m[1] ?? '')].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0);
  return { row: Number(m[2]) - 1, column: column - 1 };
}

function rectangleOf(ref: string): Rectangle | undefined {
  const [from, to] = ref.split(':').map(placeOf);
  return from && to ? { top: from.row, left: from.column, bottom: to.row, right: to.column } : undefined;
}
