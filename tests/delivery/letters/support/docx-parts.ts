import JSZip from 'jszip';

/** The parts of a .docx by name, as text. */
export async function partsOf(docx: Buffer): Promise<ReadonlyMap<string, string>> {
  const zip = await JSZip.loadAsync(docx);
  const files = Object.values(zip.files).filter((file) => !file.dir);
  return new Map(await Promise.all(files.map(async (file) => [file.name, await file.async('string')] as const)));
}

export interface ParagraphLook {
  readonly text: string;
  /** In points; every run of the paragraph has it. */
  readonly size: number;
  readonly bold: boolean;
  readonly italics: boolean;
  readonly align: string | undefined;
  /** Twentieths of a point. */
  readonly firstLine: number;
  readonly before: number;
  /** 240 = single. */
  readonly line: number;
}

/** How the paragraphs that hold text look, read from the XML itself. */
export function looksOf(document: string): ParagraphLook[] {
  return [...document.matchAll(/<w:p>(.*?)<\/w:p>/gs)].flatMap(([, xml = '']) => {
    const text = [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, t]) => t).join('');
    if (text === '') return [];
    const value = (pattern: RegExp) => pattern.exec(xml)?.[1];
    return [
      {
        text: text
          .replace(/&lt;/g, '<')
          .replace(/&gt;/g, '>')
          .replace(/&quot;/g, '"')
          .replace(/&amp;/g, '&'),
        size: Number(value(/<w:sz w:val="(\d+)"/)) / 2,
        bold: /<w:b\/>/.test(xml),
        italics: /<w:i\/>/.test(xml),
        align: value(/<w:jc w:val="(\w+)"/),
        firstLine: Number(value(/w:firstLine="(\d+)"/) ?? 0),
        before: Number(value(/<w:spacing[^>]*w:before="(\d+)"/) ?? 0),
        line: Number(value(/<w:spacing[^>]*w:line="(\d+)"/) ?? 240),
      },
    ];
  });
}
