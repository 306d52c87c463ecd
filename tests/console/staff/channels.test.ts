import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { invite, ticketPath } from '../../../office/staff/index.ts';
import { get } from '../support/http.ts';
import { openOffice, type TestOffice } from '../support/office.ts';

/* An administrator stops a channel in the browser, on the real Temporal, and lets it send again. */

let office: TestOffice;
let cookie: string;
beforeAll(async () => {
  office = await openOffice([]);
  const secret = await invite(office.register, { name: 'Phạm Hồng Loan', role: 'administrator' }, office.now);
  const answer = await send(ticketPath(secret));
  cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
});
afterAll(() => office.close());

const url = (path: string) => `${office.pages.localUrl}${path}`;
const send = (path: string, fields: Record<string, string> = {}) =>
  fetch(url(path), {
    method: 'POST',
    headers: cookie ? { cookie } : {},
    body: new URLSearchParams(fields),
    redirect: 'manual',
  });
const page = async (path = '/vp/kenh') => (await get(url(path), { cookie })).html;

test('a channel is stopped with a reason and by name, stays so, and sends again', async () => {
  expect((await get(url('/vp/cai-dat'), { cookie })).html).toContain('/vp/kenh');
  expect(await page()).toContain('chưa có nơi gửi, thông báo được giữ lại');

  const blank = await send('/vp/kenh/email/dung', { 'ly-do': ' ' });
  expect([blank.status, await blank.text()]).toEqual([422, expect.stringContaining('Ghi vì sao tạm dừng')]);

  const stopped = await send('/vp/kenh/email/dung', { 'ly-do': 'máy chủ thư bảo trì' });
  expect(stopped.status).toBe(303);
  expect(await page(stopped.headers.get('location') ?? '')).toContain('Đã tạm dừng kênh thư điện tử.');
  expect(await page()).toContain('tạm dừng: máy chủ thư bảo trì (Phạm Hồng Loan)');
  // The same twice does nothing more.
  expect((await send('/vp/kenh/email/dung', { 'ly-do': 'máy chủ thư bảo trì' })).status).toBe(303);

  expect((await send('/vp/kenh/email/gui-tiep')).status).toBe(303);
  expect(await page()).not.toContain('tạm dừng: ');
  expect((await send('/vp/kenh/fax/dung', { 'ly-do': 'x' })).status).toBe(404);
  expect(office.troubles).toEqual([]);
});
