/** One sector of the container, in bytes. */
const SECTOR = 512;
/** A shorter stream would be kept in small sectors, which these files do not have. */
const LEAST_STREAM = 4096;
const END_OF_CHAIN = -2;
const FREE = -1;
/** Where the text begins in its stream: after the table of contents that says where everything is. */
const TEXT_AT = 2048;

/** A Word 97 file: its words in one piece, in 16 bit letters, with no look of any kind. */
export function oldWord(paragraphs: readonly string[]): Buffer {
  const text = `${paragraphs.join('\r')}\r`;
  const main = Buffer.alloc(Math.max(LEAST_STREAM, TEXT_AT + 2 * text.length));
  main.writeUInt16LE(0xa5ec, 0);
  main.writeUInt16LE(0x00c1, 2);
  // The table of pieces stands in the stream called 1Table.
  main.writeUInt16LE(0x0200, 0x0a);
  main.writeUInt32LE(TEXT_AT, 0x18);
  main.writeUInt32LE(text.length, 0x4c);
  main.writeUInt32LE(0, 0x01a2);
  main.write(text, TEXT_AT, 'utf16le');
  const pieces = Buffer.alloc(LEAST_STREAM);
  pieces.writeUInt8(2, 0);
  pieces.writeUInt32LE(16, 1);
  pieces.writeUInt32LE(0, 5);
  pieces.writeUInt32LE(text.length, 9);
  pieces.writeUInt32LE(TEXT_AT, 15);
  main.writeUInt32LE(21, 0x01a6);
  return container([
    ['WordDocument', main],
    ['1Table', pieces],
  ]);
}

/** A compound file of these streams (MS-CFB, version 3): header, allocation table, directory, then stream by stream. */
function container(streams: readonly (readonly [name: string, bytes: Buffer])[]): Buffer {
  const sectors: Buffer[] = [Buffer.alloc(SECTOR), Buffer.alloc(SECTOR)];
  const chain = [-3, END_OF_CHAIN];
  const directory = sectors[1] ?? Buffer.alloc(SECTOR);
  entry(directory, 0, 'Root Entry', 5, 1, END_OF_CHAIN, 0);
  streams.forEach(([name, bytes], i) => {
    const first = sectors.length;
    for (let at = 0; at < bytes.length; at += SECTOR) {
      const sector = Buffer.alloc(SECTOR);
      bytes.copy(sector, 0, at);
      sectors.push(sector);
      chain.push(at + SECTOR < bytes.length ? sectors.length : END_OF_CHAIN);
    }
    entry(directory, i + 1, name, 2, FREE, first, bytes.length, i + 1 < streams.length ? i + 2 : FREE);
  });
  const table = sectors[0] ?? Buffer.alloc(SECTOR);
  for (let i = 0; i < SECTOR / 4; i++) table.writeInt32LE(chain[i] ?? FREE, 4 * i);
  if (chain.length > SECTOR / 4) throw new RangeError('a file this long needs a second table');
  const header = Buffer.alloc(SECTOR);
  header.write('d0cf11e0a1b11ae1', 0, 'hex');
  for (const [value, at] of [
    [0x3e, 24],
    [3, 26],
    [0xfffe, 28],
    [9, 30],
    [6, 32],
  ] as const)
    header.writeUInt16LE(value, at);
  for (const [value, at] of [
    [1, 44],
    [1, 48],
    [LEAST_STREAM, 56],
    [END_OF_CHAIN, 60],
    [0, 64],
    [END_OF_CHAIN, 68],
    [0, 72],
    [0, 76],
  ] as const)
    header.writeInt32LE(value, at);
  for (let at = 80; at < SECTOR; at += 4) header.writeInt32LE(FREE, at);
  return Buffer.concat([header, ...sectors]);
}

function entry(
  directory: Buffer,
  n: number,
  name: string,
  type: number,
  child: number,
  first: number,
  size: number,
  next = FREE,
): void {
  const at = 128 * n;
  directory.write(name, at, 'utf16le');
  directory.writeUInt16LE(2 * name.length + 2, at + 64);
  directory.writeUInt8(type, at + 66);
  directory.writeUInt8(1, at + 67);
  directory.writeInt32LE(FREE, at + 68);
  directory.writeInt32LE(next, at + 72);
  directory.writeInt32LE(child, at + 76);
  directory.writeInt32LE(first, at + 116);
  directory.writeInt32LE(size, at + 120);
}
