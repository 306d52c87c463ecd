import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { invite, type StaffRole, ticketPath } from '../../../office/staff/index.ts';
import { sketchNotice } from '../../support/notice.ts';
import { get } from '../support/http.ts';
import { ISSUED, openOffice, type TestOffice } from '../support/office.ts';
import { SMALL } from '../support/small-policy.ts';

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
let admin: string;
beforeAll(async () => {
  office = await openOffice([notice]);
  folder = join(office.folder, 'policies');
  await mkdir(folder);
  await writeFile(join(folder, 'lang-le.yaml'), QUIET);
  await writeFile(join(folder, 'gon.yaml'), SMALL);
  await writeFile(join(folder, 'hong.yaml'), 'id: hong\nname: Hỏng\nassign: { to: laed }\n');
  await office.issue(notice);
  cookie = await enter('viewer');
  admin = await enter('administrator');
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

/** The fields of the form of a page, as a browser would send them. */
async function formOf(id: string): Promise<URLSearchParams> {
  const { html } = await get(url(`/vp/quy-tac/${id}/sua`), { cookie: admin });
  const form = new URLSearchParams();
  const text = (value: string) => value.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
  for (const [input] of html.matchAll(/<input [^>]*>/g)) {
    const [, name = ''] = /name="([^"]*)"/.exec(input) ?? [];
    const [, value = ''] = /value="([^"]*)"/.exec(input) ?? [];
    if (!input.includes('type="checkbox"') || / checked/.test(input)) form.set(name, text(value));
  }
  for (const [, name = '', options = ''] of html.matchAll(/<select [^>]*name="([^"]*)"[^>]*>(.*?)<\/select>/gs))
    form.set(name, /value="([^"]*)" selected/.exec(options)?.[1] ?? '');
  return form;
}
const send = async (path: string, body: URLSearchParams, as = admin) => {
  const answer = await fetch(url(path), { method: 'POST', headers: { cookie: as }, body, redirect: 'manual' });
  return { status: answer.status, html: await answer.text(), location: answer.headers.get('location') };
};
const fileText = (name: string) => readFile(join(folder, name), 'utf8');

test('an administrator copies a policy, changes a rung, and it is written as YAML', async () => {
  const made = await send('/vp/quy-tac', new URLSearchParams({ ma: 'khan-cap', ten: 'Khẩn cấp', theo: 'gon' }));
  expect([made.status, made.location]).toEqual([303, '/vp/quy-tac/khan-cap/sua?da=chep']);
  const form = await formOf('khan-cap');
  form.set('nhac-0-so', '16');
  form.set('lam', 'xem');
  const seen = await send('/vp/quy-tac/khan-cap/sua', form);
  expect(seen.html).toContain('trước hạn 16 ngày');
  expect(await fileText('khan-cap.yaml')).not.toContain(' days: 16');
  form.set('lam', 'ghi');
  const saved = await send('/vp/quy-tac/khan-cap/sua', form);
  expect([saved.status, saved.location]).toEqual([303, '/vp/quy-tac/khan-cap?da=ghi']);
  expect(await fileText('khan-cap.yaml')).toContain(' days: 16');
  // The page was opened before the file changed: whoever writes now would undo that.
  const stale = await send('/vp/quy-tac/khan-cap/sua', form);
  expect([stale.status, stale.html]).toEqual([422, expect.stringContaining('tệp đã đổi từ lúc mở trang')]);
});

test('what is typed wrong is told with the way to its field, and what is refuted is not written', async () => {
  const before = await fileText('khan-cap.yaml');
  const form = await formOf('khan-cap');
  form.set('nhac-0-so', 'ba');
  form.set('lam', 'ghi');
  const wrong = await send('/vp/quy-tac/khan-cap/sua', form);
  expect(wrong.status).toBe(422);
  expect(wrong.html).toContain('<a href="#nhac-0-so">remind bậc 1');
  expect(wrong.html).toContain('value="ba"');
  const quiet = await formOf('lang-le');
  quiet.set('ten', 'Lặng lẽ hơn');
  quiet.set('lam', 'ghi');
  const refused = await send('/vp/quy-tac/lang-le/sua', quiet);
  expect([refused.status, refused.html]).toEqual([422, expect.stringContaining('kiểm chứng thấy quy tắc này sai')]);
  expect(refused.html).toContain('Phản ví dụ');
  expect(await fileText('lang-le.yaml')).toBe(QUIET);
  expect(await fileText('khan-cap.yaml')).toBe(before);
});

test('a rung is added and taken away without anything being written; the text can be written instead', async () => {
  const form = await formOf('khan-cap');
  const rungs = (html: string) => html.match(/id="bao-\d+"/g)?.length ?? 0;
  form.set('lam', 'xem');
  const before = rungs((await send('/vp/quy-tac/khan-cap/sua', form)).html);
  form.set('lam', 'add escalate');
  expect(rungs((await send('/vp/quy-tac/khan-cap/sua', form)).html)).toBe(before + 1);
  form.set('lam', 'drop escalate 0');
  const dropped = await send('/vp/quy-tac/khan-cap/sua', form);
  expect(rungs(dropped.html)).toBe(before - 1);
  expect(dropped.html).not.toContain('Điều đã chứng minh');
  form.set('lam', 'xem');
  expect((await send('/vp/quy-tac/khan-cap/sua', form)).html).toMatch(/So với bản đang ghi/);

  const text = await fileText('khan-cap.yaml');
  const ban = form.get('ban') ?? '';
  const other = new URLSearchParams({ ban, 'van-ban': text.replace('id: khan-cap', 'id: khac'), lam: 'ghi' });
  expect((await send('/vp/quy-tac/khan-cap/sua', other)).html).toContain('phải giữ là “khan-cap”');
  const named = new URLSearchParams({
    ban,
    'van-ban': `# ghi chú\r\n${text.replace('Khẩn cấp', 'Rất khẩn')}`,
    lam: 'ghi',
  });
  expect((await send('/vp/quy-tac/khan-cap/sua', named)).status).toBe(303);
  expect(await fileText('khan-cap.yaml')).toMatch(/^# ghi chú\n.*Rất khẩn/s);
});

test('conditions are written in the form, people by name are shown in it, and both come back as they were', async () => {
  const policy = SMALL.replace(/^id: .*$/m, 'id: dieu-kien')
    .replace(/^assign:.*$/m, 'assign: { to: lead, copy: [clerk, person(vu-minh-lan)] }')
    .replace(
      /^escalate:$/m,
      `escalate:
  - { to: person(vu-minh-lan), when: { after: { days: 9 } }, onlyWhen: { urgency: khẩn, field: 'điện "sạch"' } }`,
    );
  await writeFile(join(folder, 'dieu-kien.yaml'), policy);
  const shown = await get(url('/vp/quy-tac/dieu-kien/sua'), { cookie: admin });
  expect(shown.html).toMatch(/name="bao-0-chi-linh-vuc" value="điện &quot;sạch&quot;"/);
  expect(shown.html).toContain('Người nêu tên (vu-minh-lan)');
  const form = await formOf('dieu-kien');
  form.set('lam', 'xem');
  const looked = await send('/vp/quy-tac/dieu-kien/sua', form);
  expect([looked.status, looked.html]).toEqual([200, expect.stringContaining('Không khác gì bản đang ghi.')]);
  for (const [name, value] of Object.entries({ 'khan-2': '1', 'ban-hanh': 'UBND tỉnh; HĐND tỉnh' }))
    form.set(`bao-0-chi-${name}`, value);
  form.set('bao-0-tru-giao', 'group');
  const { html } = await send('/vp/quy-tac/dieu-kien/sua', form);
  expect(html).toContain('urgency: [ khẩn, hoả tốc ]');
  expect(html).toContain('issuer: [ ubnd tỉnh, hđnd tỉnh ]');
  expect(html).toContain('unless: { given: group }');
  // Only silence may ask for a deadline: the line leads to the conditions.
  form.set('bao-0-chi-han', 'dated');
  expect((await send('/vp/quy-tac/dieu-kien/sua', form)).html).toContain(
    'điều kiện deadline chỉ dùng với whenSilentFor',
  );
});

test('what the form does not touch stays as somebody wrote it, notes and all', async () => {
  const noted = `# Họp giao ban 03/3.\n${SMALL.replace('id: gon', 'id: co-ghi-chu   # mã').replace(
    '  - { to: supervisor',
    '  # vì hay quên\n  - {to: supervisor',
  )}`;
  await writeFile(join(folder, 'co-ghi-chu.yaml'), noted);
  const form = await formOf('co-ghi-chu');
  form.set('nhac-0-so', '16');
  form.set('lam', 'ghi');
  expect((await send('/vp/quy-tac/co-ghi-chu/sua', form)).status).toBe(303);
  expect(await fileText('co-ghi-chu.yaml')).toBe(noted.replace('days: 15', 'days: 16'));
});

test('ids that are none, that are taken or ship, and forms of nothing are refused; nobody else writes', async () => {
  for (const [ma, why] of [
    ['', 'Ghi mã'],
    ['../x', 'Ghi mã'],
    ['khan-cap', 'khan-cap'],
    ['hoa-toc', 'quy tắc có sẵn'],
  ] as const) {
    const { status, html } = await send('/vp/quy-tac', new URLSearchParams({ ma, ten: 'X', theo: 'tieu-chuan' }));
    expect({ ma, status, html }).toEqual({ ma, status: 422, html: expect.stringContaining(why) });
    expect(html).not.toContain(office.folder);
  }
  expect((await send('/vp/quy-tac/hoa-toc/sua', new URLSearchParams())).status).toBe(404);
  expect((await send('/vp/quy-tac/khan-cap/sua', new URLSearchParams({ lam: 'ghi' }))).status).toBe(422);
  for (const role of ['viewer', 'secretary'] as const) {
    const as = await enter(role);
    expect((await send('/vp/quy-tac', new URLSearchParams({ ma: 'm', theo: 'hoa-toc' }), as)).status).toBe(403);
    expect((await get(url('/vp/quy-tac'), { cookie: as })).html).not.toContain('Viết quy tắc mới');
    expect((await get(url('/vp/quy-tac/khan-cap'), { cookie: as })).html).not.toContain('/sua"');
  }
  expect(office.troubles).toEqual([]);
});
