/** @slow reads Word and PDF files, each in a process of its own */

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { UserError } from '../../dsl/user-error.ts';
import { readDatedFile, readNoticeFile } from '../../notices/index.ts';
import { calendar, notice } from './support.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dondoc-notices-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const BODY = notice('1. Sở Nội vụ báo cáo UBND tỉnh trước ngày 15/3/2025.');

async function refusal(name: string, bytes: string | Uint8Array | null): Promise<string> {
  const path = join(folder, name);
  if (bytes !== null) await writeFile(path, bytes);
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

/** Windows-1258 writes the tone after its vowel. */
const WINDOWS_1258 = 'Cãn cýì nhiêòm vuò ðýõòc giao, tiÒnh yêu câÌu báo cáo kêìt quaÒ nãm 2025';
const TCVN3 = 'C¨n cø nhiÖm vô ®­îc giao, tØnh yªu cÇu c¸c së b¸o c¸o kÕt qu¶ thùc hiÖn n¨m 2025';
const VNI = 'Caên cöù nhieäm vuï ñöôïc giao, tænh yeâu caàu caùc sôû baùo caùo keát quaû naêm 2025';
const VPS = 'ÇÜ®c giao trong næm 2025, næm 2026, Çãng ký';

describe('a file that cannot be read is refused in one line', () => {
  test.each<[string, string, string | Uint8Array | null, string]>([
    ['missing', 'khong-co.txt', null, 'không có tệp này'],
    ['empty', 'rong.txt', '', 'tệp rỗng'],
    ['blank', 'trang.txt', ' \n\n \t', 'tệp rỗng'],
    ['binary', 'anh.txt', new Uint8Array([0, 1, 2, 3, 0, 255, 254, 7, 0, 9, 1, 1]), 'không phải tệp văn bản'],
    ['a zip called .txt', 'nen.txt', new Uint8Array([0x50, 0x4b, 3, 4, 20, 0]), 'không phải tệp văn bản'],
    ['too large', 'lon.txt', 'a'.repeat(10_000_000), 'lớn hơn giới hạn 8 MB'],
    ['a .docx cut short', 'tb.docx', 'PK', 'tệp .docx bị hỏng'],
    ['a .pdf cut short', 'tb.pdf', '%PDF-1.7', 'tệp PDF bị hỏng'],
    ['windows-1258', '1258.txt', Buffer.from(WINDOWS_1258, 'latin1'), 'bảng mã windows-1258'],
    ['TCVN3', 'abc.txt', Buffer.from(TCVN3, 'latin1'), 'bảng mã TCVN3 (ABC)'],
    ['VNI', 'vni.txt', Buffer.from(VNI, 'latin1'), 'bảng mã VNI'],
    ['VPS', 'vps.txt', Buffer.from(VPS, 'latin1'), 'bảng mã VPS'],
    ['TCVN3 saved as UTF-8', 'abc8.txt', TCVN3, 'TCVN3 (ABC), gõ bằng phông chữ cũ'],
    ['VNI saved as UTF-8', 'vni8.txt', VNI, 'VNI, gõ bằng phông chữ cũ'],
    ['UTF-16 without its mark', 'u16.txt', Buffer.from(BODY, 'utf16le'), 'UTF-16 LE không có dấu BOM'],
    ['neither', 'la.txt', new Uint8Array([97, 98, 99, 10, 0xff, 0xc3, 97]), 'không phải UTF-8 (byte thứ 5)'],
    ['secret', 'mat.txt', BODY.replace('THÔNG BÁO', 'MẬT\n\nTHÔNG BÁO'), 'đóng dấu MẬT'],
    ['beside a heading', 'mat-1.txt', BODY.replace(/^.*CỘNG HÒA.*$/mu, '$&          MẬT'), '117/2025/QH15'],
    ['in the number', 'mat-2.txt', BODY.replace('12/TB-UBND', '12-M/TB-UBND'), 'đóng dấu MẬT'],
    ['behind the number', 'mat-3.txt', BODY.replace('12/TB-UBND', '12/TB-UBND (TỐI MẬT)'), 'đóng dấu TỐI MẬT'],
    ['in short behind the number', 'mat-5.txt', BODY.replace('12/TB-UBND', '12/TB-UBND (TM)'), 'đóng dấu TỐI MẬT'],
    ['letters apart', 'mat-6.txt', BODY.replace('THÔNG BÁO', 'T Ố I  M Ậ T\n\nTHÔNG BÁO'), 'đóng dấu TỐI MẬT'],
    ['as a declared level', 'mat-4.txt', BODY.replace('THÔNG BÁO', 'Độ mật: Tối mật\n\nTHÔNG BÁO'), 'đóng dấu TỐI MẬT'],
    ['top secret', 'tuyet-mat.txt', BODY.replace('THÔNG BÁO', 'TUYỆT MẬT\n\nTHÔNG BÁO'), 'đóng dấu TUYỆT MẬT'],
  ])('%s', async (_, name, bytes, words) => {
    expect(await refusal(name, bytes)).toContain(words);
  });

  test('a folder', async () => {
    await expect(readNoticeFile(folder, { calendar })).rejects.toThrow('là thư mục');
  });
});

describe('what is read all the same', () => {
  test.each<[string, Uint8Array]>([
    ['UTF-8 with a mark', Buffer.from(`\ufeff${BODY}`, 'utf8')],
    ['UTF-16 LE with its mark', Buffer.from(`\ufeff${BODY}`, 'utf16le')],
    ['UTF-16 BE with its mark', Buffer.from(`\ufeff${BODY}`, 'utf16le').swap16()],
    ['Windows line ends', Buffer.from(BODY.replaceAll('\n', '\r\n'), 'utf8')],
    ['letters taken apart (NFD)', Buffer.from(BODY.normalize('NFD'), 'utf8')],
  ])('%s', async (_, bytes) => {
    const path = join(folder, 'doc-duoc.txt');
    await writeFile(path, bytes);
    const { text, notices } = await readNoticeFile(path, { calendar });
    const [d] = notices[0]?.directives ?? [];
    expect(notices[0]).toMatchObject({ number: '12/TB-UBND', issued: '2025-02-24' });
    expect(d?.lead[0]?.name).toBe('Sở Nội vụ');
    expect(d?.deadlines[0]?.due).toBe('2025-03-14');
    expect(text.slice(...(d?.span ?? [0, 0]))).toBe(d?.text);
  });

  test('a text without a day, what needs the day left open and said; nothing is issued from it', async () => {
    const path = join(folder, 'khong-ngay.txt');
    await writeFile(
      path,
      '1. Sở Nội vụ báo cáo kết quả trước ngày 20/5/2025.\n2. Sở Y tế báo cáo trước ngày 20/5.\n3. Sở Xây dựng báo cáo trong 10 ngày.\n4. Sở Tài chính báo cáo trước ngày 25 hằng tháng.\n',
    );
    const [notice] = (await readNoticeFile(path, { calendar })).notices;
    expect(notice).toMatchObject({ issued: null, anchor: null });
    expect(notice?.warnings.join()).toContain('không ghi ngày');
    expect(notice?.directives.map((d) => d.deadlines[0]?.due)).toEqual(['2025-05-19', null, null, null]);
    expect(notice?.directives.map((d) => d.warnings.some((w) => w.includes('không ghi ngày')))).toEqual(
      [false, true, true, true], // what only needs a year needs the day
    );
    expect(notice?.directives[3]?.deadlines[0]?.recurrence).toBeDefined();
    await expect(readDatedFile(path, { calendar })).rejects.toThrow('thêm --issued');
  });

  test('--issued gives an undated text its anchor and overrides a written date', async () => {
    const path = join(folder, 'ngay.txt');
    await writeFile(path, '1. Sở Nội vụ báo cáo kết quả trước ngày 20/5.');
    const { notices } = await readNoticeFile(path, { calendar, issued: '2025-04-01' });
    expect(notices[0]).toMatchObject({ issued: '2025-04-01', anchor: '2025-04-01' });
    expect(notices[0]?.directives[0]?.deadlines[0]?.due).toBe('2025-05-19');
    await writeFile(path, BODY);
    expect((await readNoticeFile(path, { calendar, issued: '2025-03-01' })).notices[0]?.anchor).toBe('2025-03-01');
  });
});
