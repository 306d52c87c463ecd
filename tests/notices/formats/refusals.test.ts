/** @slow reads Word and PDF files, each in a process of its own */

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Paragraph } from 'docx';
import fc from 'fast-check';
import JSZip from 'jszip';
import { UserError } from '../../../dsl/user-error.ts';
import { textOfDocument } from '../../../notices/formats/index.ts';
import { readNoticeFile } from '../../../notices/index.ts';
import { cases } from '../../support/depth.ts';
import { asDocx, asPdf, calendar, NOTICE, pack, pdf } from './support.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dondoc-refusals-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function refusal(name: string, bytes: Uint8Array | string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  const error = await readNoticeFile(path, { calendar }).then(
    () => null,
    (e: unknown) => e,
  );
  expect(error).toBeInstanceOf(UserError);
  const message = error instanceof UserError ? error.message : '';
  expect(message).not.toContain('\n');
  expect(message.startsWith(path)).toBe(true);
  return message.slice(path.length);
}

/** A grey picture as PNG. */
function picture(): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const out = Buffer.alloc(body.length + 8);
    out.writeUInt32BE(data.length, 0);
    body.copy(out, 4);
    return out;
  };
  const head = Buffer.from([0, 0, 0, 8, 0, 0, 0, 8, 8, 0, 0, 0, 0]);
  const pixels = Buffer.alloc(72, 0x80);
  for (let i = 0; i < 72; i += 9) pixels[i] = 0;
  const mark = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([mark, chunk('IHDR', head), chunk('IDAT', deflateSync(pixels)), chunk('IEND', Buffer.alloc(0))]);
}

/** A page of few dots: looking for letters takes as long as it is large. */
const SMALL = { size: [300, 200], margin: 20 };

const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);

async function zipOf(parts: Record<string, string>): Promise<Buffer> {
  const zip = new JSZip();
  for (const [name, text] of Object.entries(parts)) zip.file(name, text);
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
}

describe('a document that cannot be read is refused in one line', () => {
  test.each<[string, string, () => Promise<Uint8Array>, string]>([
    [
      'a picture',
      'anh.pdf',
      () => pdf((d) => d.image(picture(), 0, 0, { width: 200 }), SMALL),
      'trang quét 1 mờ hoặc nhiễu',
    ],
    [
      'a page that is a scan',
      'lan.pdf',
      () => asPdf(NOTICE, (d) => d.addPage(SMALL).image(picture(), 0, 0, { width: 200 })),
      'trang quét 2 mờ hoặc nhiễu',
    ],
    ['an empty page', 'rong.pdf', () => pdf(() => undefined, SMALL), 'không có chữ nào'],
    [
      'a locked PDF',
      'khoa.pdf',
      () => pdf((d) => d.text('Số: 1'), { userPassword: 'x', ownerPassword: 'y' }),
      'đặt mật khẩu',
    ],
    [
      'letters that a font maps to wrong ones',
      'loi-phong.pdf',
      () => pdf((d) => d.text('S0 T6 Xqwr bnhk ckj zxw rrt kkl mmn '.repeat(8)), SMALL),
      'trang quét 1 mờ hoặc nhiễu',
    ],
    ['a PDF cut short', 'cut.pdf', async () => Buffer.from('%PDF-1.7\n1 0 obj\n<<'), 'PDF bị hỏng'],
    ['text called .pdf', 'chu.pdf', async () => Buffer.from('Số: 12/TB'), 'PDF bị hỏng'],
    ['a .docx cut short', 'cut.docx', async () => (await asDocx(NOTICE)).subarray(0, 3000), '.docx bị hỏng'],
    ['text called .docx', 'chu.docx', async () => Buffer.from('Số: 12/TB'), '.docx bị hỏng'],
    ['another kind of zip', 'bang.docx', () => zipOf({ 'xl/workbook.xml': '<a/>' }), 'không phải tệp Word'],
    ['bad XML', 'xml.docx', () => zipOf({ 'word/document.xml': '<w:document><w:body></w:document>' }), '.docx bị hỏng'],
    [
      'entities that expand',
      'laugh.docx',
      () => zipOf({ 'word/document.xml': '<!DOCTYPE a [<!ENTITY b "bbbb">]><w:document><w:body/></w:document>' }),
      '.docx bị hỏng',
    ],
    [
      'elements nested without end',
      'deep.docx',
      () => zipOf({ 'word/document.xml': `<d><body>${'<a>'.repeat(100_000)}</body></d>` }),
      '.docx bị hỏng',
    ],
    [
      'a zip bomb',
      'bom.docx',
      () => zipOf({ 'word/document.xml': `<d><body>${' '.repeat(48 * 1024 * 1024)}</body></d>` }),
      'giải nén của tệp .docx vượt 40 MB',
    ],
    [
      'elements without number',
      'nhieu.docx',
      () => zipOf({ 'word/document.xml': `<d><body>${'<a/>'.repeat(3_000_000)}</body></d>` }),
      'giải nén của tệp .docx vượt 40 MB',
    ],
    ['nothing but pictures', 'anh.docx', () => pack([new Paragraph('')]), 'không có chữ nào'],
    ['old Word called .docx', 'cu.docx', async () => OLE, 'Word đời cũ'],
    [
      'a locked .docx',
      'khoa.docx',
      async () => Buffer.concat([OLE, Buffer.from('EncryptedPackage', 'utf16le')]),
      'tệp Word đặt mật khẩu',
    ],
    ['a damaged .doc', 'cu.doc', async () => OLE, 'chọn “Lưu thành” (Save As) dạng .docx'],
    ['a picture', 'anh.jpg', async () => Buffer.from('x'), 'quét nhận dạng chữ (OCR)'],
    ['a macro document', 'macro.docm', () => asDocx(NOTICE), 'chưa đọc được dạng .docm'],
    ['empty', 'rong.docx', async () => Buffer.alloc(0), 'tệp rỗng'],
    [
      'letters of an old font',
      'tcvn3.docx',
      () => pack([new Paragraph('C¨n cø nhiÖm vô ®­îc giao, tØnh yªu cÇu c¸c së b¸o c¸o kÕt qu¶ thùc hiÖn n¨m 2025')]),
      'TCVN3',
    ],
    ['secret', 'mat.docx', () => asDocx({ ...NOTICE, body: ['MẬT', ...NOTICE.body] }), 'đóng dấu MẬT'],
  ])('%s', async (_, name, bytes, words) => {
    expect(await refusal(name, await bytes())).toContain(words);
  });
});

test('bytes changed at random give a text or a refusal, nothing else', async () => {
  const files = [await asDocx(NOTICE), await asPdf(NOTICE)];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...files),
      fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 40 }),
      async (file, changes) => {
        const bytes = Buffer.from(file);
        for (const [at, value] of changes) bytes[8 + (at % (bytes.length - 8))] = value;
        const result = await textOfDocument(bytes, 'x.pdf').catch((e: unknown) => e);
        expect(typeof result === 'string' || result instanceof UserError).toBe(true);
      },
    ),
    { numRuns: cases(10, 500) },
  );
});
