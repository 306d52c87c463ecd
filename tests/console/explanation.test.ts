import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { annexOf, loadFormula } from '../../office/evaluation/index.ts';
import { itemOf } from '../../office/page-address.ts';
import { invite, ticketPath } from '../../office/staff/index.ts';
import type { DirectiveRecord } from '../../register/index.ts';
import { textOf } from '../support/html-text.ts';
import { sketchNotice } from '../support/notice.ts';
import { formOn, get, post, postFiles } from './support/http.ts';
import { ISSUED, openOffice, type TestOffice } from './support/office.ts';
import { Browser } from './support/pages-alone.ts';

/* Giải trình by the pages: asked for in the office, answered with a file by the link of a mail, judged, in the annex. */

const CONTACT = 'Đầu mối Sở Xây dựng';
const notice = sketchNotice('41/TB-VP', ISSUED, [{ id: 'I.1', lead: 'Sở Xây dựng', due: '2025-03-14' }]);
let office: TestOffice;
let late: DirectiveRecord;
let clerk: Browser;

beforeAll(async () => {
  office = await openOffice([notice]);
  [late] = (await office.issue(notice)) as [DirectiveRecord];
  await office.goTo(late, '2025-03-18');
  clerk = new Browser((path) => `${office.pages.localUrl}${path}`);
  await clerk.post(ticketPath(await invite(office.register, { name: 'Lê Hoà', role: 'secretary' }, office.now)));
});
afterAll(() => office.close());

const at = () => `/vp/nhiem-vu/${itemOf(late.id)}`;
const does = async (act: string, fields: Record<string, string>) => {
  const form = formOn({ ...(await clerk.get(at())), headers: new Headers() }, act);
  return (await clerk.post(form.action, { nonce: form.nonce, ...fields })).status;
};
const home = async () => textOf((await clerk.get('/vp')).html);

test('is asked for, answered late with a file, confirmed, and then takes nothing off', async () => {
  expect(await does('ask-explanation', { text: 'Vì sao chưa có kết quả', due: '' })).toBe(422);
  expect(await does('ask-explanation', { text: 'Vì sao chưa có kết quả', due: '2025-03-10' })).toBe(409);
  expect(await does('ask-explanation', { text: 'Vì sao chưa có kết quả', due: '20/03/2025' })).toBe(303);

  const link = await office.linkTo(late.id, CONTACT);
  const asked = await get(link);
  expect(textOf(asked.html)).toContain('Đề nghị gửi giải trình, chậm nhất hết ngày 20/03/2025');
  expect(textOf(asked.html)).toContain('Vì sao chưa có kết quả');
  expect(asked.html).not.toContain('/accept-explanation"');
  // What is asked for first stands open first.
  expect(asked.html.indexOf('/explain"')).toBeLessThan(asked.html.indexOf('/acknowledge"'));

  await office.goTo(late, '2025-03-24');
  expect(await home()).toContain('Quá thời hạn chưa gửi giải trình (1)');
  const head = await office.register.directives.show(late.id);
  expect(head?.messages.filter(({ kind }) => kind === 'unexplained').map(({ role }) => role)).toEqual(
    expect.arrayContaining(['secretariat']),
  );

  const form = formOn(await get(link), 'explain');
  const file = { name: 'giai-trinh.pdf', bytes: new TextEncoder().encode('%PDF-1.7\n%%EOF\n') };
  expect((await post(office.pages.localUrl, form, { text: '' })).status).toBe(422);
  const sent = await postFiles(office.pages.localUrl, formOn(await get(link), 'explain'), 'Đơn vị tư vấn chậm', [file]);
  expect(sent.status).toBe(303);

  expect(await home()).toContain('Giải trình chờ kết luận (1)');
  const page = await clerk.get(at());
  expect(textOf(page.html)).toContain('Nội dung giải trình: “Đơn vị tư vấn chậm”');
  const [, opened = ''] = /href="([^"]+\/tep\/[0-9a-f]{64})"[^>]*>giai-trinh\.pdf/.exec(page.html) ?? [];
  expect((await clerk.get(opened)).status).toBe(200);
  expect((await get(link)).html).not.toContain('/explain"');

  expect(await does('accept-explanation', { note: 'Đúng như vậy' })).toBe(303);
  expect(await home()).not.toContain('giải trình (');
  const { evaluation, document } = await annexOf(
    office.register,
    await loadFormula(join(office.folder, 'danh-gia.yaml')),
    { name: 'quý I/2025', from: '2025-01-01', to: '2025-03-31' },
    office.now,
  );
  expect(evaluation.products[0]?.deductions.map(({ why }) => why)).not.toContain('late');
  const rows = (title: string) =>
    document.tables
      .find((one) => one.title === title)
      ?.rows.flat()
      .join(' | ') ?? '';
  expect(rows('Nguyên nhân khách quan được xác nhận')).toMatch(/Đơn vị tư vấn chậm \| Văn phòng, .*Lê Hoà/);
  expect(rows('Giải trình')).toMatch(
    /20\/03\/2025 \| 24\/03\/2025 \| Đơn vị tư vấn chậm \| Chấp nhận giải trình \| .*Lê Hoà/,
  );
});

test('is taken back by whoever asked; a late result is judged knowing that none can be asked for afterwards', async () => {
  expect(await does('ask-explanation', { text: 'Vì sao vẫn chưa xong', due: '28/03/2025' })).toBe(303);
  const link = await office.linkTo(late.id, CONTACT);
  expect((await get(link)).html).not.toContain('/withdraw-explanation-request"');
  expect((await post(office.pages.localUrl, formOn(await get(link), 'submit-result'), { text: 'Xong' })).status).toBe(
    303,
  );
  expect(textOf((await clerk.get(at())).html)).toContain(
    'Yêu cầu giải trình chưa được trả lời; duyệt xong thì nhiệm vụ kết thúc',
  );

  expect(await does('withdraw-explanation-request', { note: 'Đã rõ' })).toBe(303);
  const page = textOf((await clerk.get(at())).html);
  expect(page).toContain('cần giải trình thì yêu cầu trước khi duyệt');
  expect(page).toContain('rút yêu cầu giải trình');
  expect((await get(link)).html).not.toContain('/explain"');
});
