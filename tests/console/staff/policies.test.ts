import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { invite, type StaffRole, ticketPath } from '../../../office/staff/index.ts';
import { sketchNotice } from '../../support/notice.ts';
import { get } from '../support/http.ts';
import { ISSUED, openOffice, type TestOffice } from '../support/office.ts';

/* Policies in the browser: read, with what is proved of them and how many directives follow them. */

const notice = sketchNotice('12/TB-VP', ISSUED, [{ id: 'II.1', lead: 'Sở Nội vụ', due: '2025-03-31' }]);

/** Nobody above the lead is ever told: refuted. */
const QUIET = `
id: lang-le
name: Lặng lẽ
assign: { to: lead }
remind:
  - { to: lead, when: { before: { workingDays: 2 } } }
close: { submittedBy: lead, approvedBy: secretariat }
`;

let office: TestOffice;
let folder: string;
let cookie: string;
beforeAll(async () => {
  office = await openOffice([notice]);
  folder = join(office.folder, 'policies');
  await mkdir(folder);
  await writeFile(join(folder, 'lang-le.yaml'), QUIET);
  await writeFile(join(folder, 'hong.yaml'), 'id: hong\nname: Hỏng\nassign: { to: laed }\n');
  await office.issue(notice);
  cookie = await enter('viewer');
});
afterAll(() => office.close());

const url = (path: string) => `${office.pages.localUrl}${path}`;
async function enter(role: StaffRole): Promise<string> {
  const secret = await invite(office.register, { name: 'Phạm Hồng Loan', role }, office.now);
  const answer = await fetch(url(ticketPath(secret)), { method: 'POST', redirect: 'manual' });
  return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}
const page = async (path: string) => (await get(url(path), { cookie })).html;
/** Opened again, as the page does by itself, until what is worked out beside it is there. */
async function settledPage(path: string): Promise<string> {
  for (;;) {
    const html = await page(path);
    if (!html.includes('Đang xét mọi trường hợp')) return html;
    office.freshRates();
    await delay(50);
  }
}

test('the list has what ships and what the office wrote, and a broken file is one line without its folder', async () => {
  const html = await page('/vp/quy-tac');
  expect(html).toContain('Hỏa tốc');
  expect(html).toContain('đúng cả');
  expect(html).toContain('của cơ quan (lang-le.yaml)');
  expect(html).toMatch(/tieu-chuan.*?1 nhiệm vụ/s);
  expect(html).toContain('hong.yaml:3: assign, to: phải là một vai');
  expect(html).not.toContain(office.folder);
});

test('a policy is told in words with its sources, drawn for the days that are asked for, and goes as .docx', async () => {
  const html = await page('/vp/quy-tac/hoa-toc?giao=03/03/2025&han=31/03/2025');
  expect(html).toContain('Các bước, bằng lời');
  expect(html).toMatch(/NĐ|Nghị định|Quyết định|QĐ/);
  expect(html).toContain('hạn 31/03/2025');
  expect(html).toContain('<svg');
  expect(html).not.toContain('<style>');
  expect(await page('/vp/quy-tac/hoa-toc?giao=hôm nao')).toContain('“hôm nao” không phải là một ngày');
  expect(await page('/vp/quy-tac/hoa-toc?han=không')).toContain('không có hạn');
  const file = await get(url('/vp/quy-tac/hoa-toc/quy-tac.docx'), { cookie });
  expect([file.status, file.headers.get('content-disposition')]).toEqual([
    200,
    expect.stringContaining('hoa-toc.docx'),
  ]);
});

test('what the checker refutes is a story with a picture, and the list knows it then', async () => {
  const html = await settledPage('/vp/quy-tac/lang-le');
  expect(html).toContain('Phản ví dụ: Nhiệm vụ quá hạn đến người đứng đầu');
  expect(html).toContain('ban hành nhiệm vụ');
  expect(html).toContain('SAI: ');
  expect(await page('/vp/quy-tac')).toMatch(/SAI \d điều/);
  expect(html).toContain('Chưa có ca nào');
});

test('cases and the rungs that were seen stand on the page; a policy there is not is none', async () => {
  const html = await page('/vp/quy-tac/tieu-chuan');
  expect(html).toMatch(/(\d+)\/\1 ca đúng như mong đợi/);
  expect(html).toContain('Trong sổ một năm qua');
  for (const id of ['khong-co', '..%2F..%2Fetc%2Fpasswd', 'lang-le.yaml', 'hong'])
    expect({ id, status: (await get(url(`/vp/quy-tac/${id}`), { cookie })).status }).toEqual({ id, status: 404 });
  expect(office.troubles).toEqual([]);
});
