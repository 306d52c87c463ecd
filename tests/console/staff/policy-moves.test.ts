import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { invite, ticketPath } from '../../../office/staff/index.ts';
import type { DirectiveRecord } from '../../../register/index.ts';
import { sketchNotice } from '../../support/notice.ts';
import { get } from '../support/http.ts';
import { ISSUED, openOffice, type TestOffice } from '../support/office.ts';

/* Policies are compared in the browser, and what runs is given another: policies that ship, so nothing is proved anew. */

const notice = sketchNotice('12/TB-VP', ISSUED, [
  { id: 'II.1', lead: 'Sở Nội vụ', due: '2025-03-31' },
  { id: 'II.2', lead: 'Sở Y tế', due: '2025-04-15' },
]);

let office: TestOffice;
let directives: readonly DirectiveRecord[];
let cookie: string;
beforeAll(async () => {
  office = await openOffice([notice]);
  directives = await office.issue(notice);
  const secret = await invite(office.register, { name: 'Phạm Hồng Loan', role: 'administrator' }, office.now);
  const answer = await fetch(url(ticketPath(secret)), { method: 'POST', redirect: 'manual' });
  cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
});
afterAll(() => office.close());

const url = (path: string) => `${office.pages.localUrl}${path}`;
/** Opened again, as the page does by itself, while what it waits for is not there. */
async function pageOnce(path: string, isThere: (html: string) => boolean): Promise<string> {
  for (;;) {
    const { html } = await get(url(path), { cookie });
    if (isThere(html)) return html;
    office.freshRates();
    await delay(50);
  }
}
const policiesNow = async () => {
  const found = await Promise.all(directives.map(({ id }) => office.register.directives.find(id)));
  return found.map((one) => one?.policy.id);
};
const migrate = (fields: Record<string, string>) =>
  fetch(url('/vp/quy-tac/hoa-toc/chuyen'), {
    method: 'POST',
    headers: { cookie },
    body: new URLSearchParams(fields),
    redirect: 'manual',
  });

test('one that falls behind is told by its shortest story, as two pictures and a table', async () => {
  const html = await pageOnce('/vp/so-sanh?a=tieu-chuan&b=hoa-toc', (page) => !page.includes('Đang so trên mọi ngày'));
  expect(html).toContain('SAI: “hoa-toc” yếu hơn “tieu-chuan”');
  expect(html.match(/class="life"/g)).toHaveLength(2);
  expect(html).toContain('◄ ít hơn từ ngày này');
  const same = await pageOnce('/vp/so-sanh?a=hoa-toc&b=hoa-toc', (page) => !page.includes('Đang so trên mọi ngày'));
  expect(same).toContain('Hai quy tắc như nhau');
});

test('what runs is given another policy: seen before, asked why, a result for each after', async () => {
  const seen = await pageOnce(
    '/vp/quy-tac/hoa-toc/chuyen?tu=tieu-chuan',
    (page) => !page.includes('Đang so trên mọi ngày'),
  );
  expect(seen).toContain('2 nhiệm vụ đang chạy sẽ đổi.');
  expect(seen).toContain('“bản mới” yếu hơn “đang theo”');
  expect(seen).toContain('2 trong 2 nhiệm vụ có bước dời.');
  const blank = await migrate({ tu: 'tieu-chuan', 'ly-do': ' ' });
  expect([blank.status, await blank.text()]).toEqual([422, expect.stringContaining('Ghi lý do chuyển')]);
  expect(await policiesNow()).toEqual(['tieu-chuan', 'tieu-chuan']);

  expect((await migrate({ tu: 'tieu-chuan', 'ly-do': 'Theo sát hơn' })).status).toBe(303);
  const done = await pageOnce('/vp/quy-tac/hoa-toc/dang-chuyen', (page) => !page.includes('Đang chuyển'));
  expect(done).toContain('Đã chuyển 2 trên 2 nhiệm vụ.');
  expect(done.match(/>đã chuyển</g)).toHaveLength(2);
  expect(await policiesNow()).toEqual(['hoa-toc', 'hoa-toc']);
  const view = await office.register.directives.show(directives[0]?.id ?? '');
  expect(JSON.stringify(view?.events.at(-1)?.act)).toContain('Theo sát hơn');
  expect(office.troubles).toEqual([]);
});
