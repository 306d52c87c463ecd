/** Forms of document an office hands in. Nothing that runs: no macros, no pages, no archives. */
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const OLE = [0xd0, 0xcf, 0x11, 0xe0];

const BEGINNINGS: Readonly<Record<string, readonly number[]>> = {
  pdf: [0x25, 0x50, 0x44, 0x46, 0x2d],
  docx: ZIP,
  xlsx: ZIP,
  pptx: ZIP,
  odt: ZIP,
  ods: ZIP,
  doc: OLE,
  xls: OLE,
  jpg: [0xff, 0xd8, 0xff],
  jpeg: [0xff, 0xd8, 0xff],
  png: [0x89, 0x50, 0x4e, 0x47],
};

export const FILE_ENDINGS: readonly string[] = Object.keys(BEGINNINGS);

/** Is the file, by its name and its first bytes, a document of a kind that is taken? */
export function isTakenKind(name: string, bytes: Uint8Array): boolean {
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  const beginning = Object.hasOwn(BEGINNINGS, ending) ? BEGINNINGS[ending] : undefined;
  return beginning?.every((byte, i) => bytes[i] === byte) ?? false;
}
