/* The pages behind the links, as they stand that morning: read, acted on, and refused. */
import { instantAt } from '../../dist/dsl/time/day.js';
import { keepPicture, SIZES } from './browser.mjs';

const NNMT = 'so-nong-nghiep-moi-truong';
const PHONE = ['dien-thoai'];

/** The link of the newest message to a role of an agency about a directive, signed as it is when the message leaves. */
function linkOf({ views }, seal, place, role, agency) {
  const mine = views
    .get(place)
    .messages.filter((m) => m.role === role && (agency === undefined || m.agencyId === agency));
  const url = mine.map(seal.signed).at(-1)?.content?.link?.url;
  if (url === undefined) throw new Error(`${place}: no link for ${role}`);
  return url;
}

export async function drawPages(session, browser, { localUrl, seal }) {
  const { clock } = session;
  const lead = linkOf(session, seal, 'I.12', 'lead', NNMT);
  const draw = async (name, url, act, sizes = Object.keys(SIZES)) => {
    for (const size of sizes) {
      const context = await browser.newContext({ viewport: SIZES[size], javaScriptEnabled: false, locale: 'vi-VN' });
      const page = await context.newPage();
      await page.goto(url);
      await act?.(page);
      await keepPicture(page, `trang-${name}-${size}`);
      await context.close();
    }
  };
  await draw('tiep-nhan', lead, undefined, PHONE);
  await draw(
    'xac-nhan',
    lead,
    (page) => page.getByRole('button', { name: 'Xác nhận đã nhận nhiệm vụ' }).click(),
    PHONE,
  );
  await draw('qua-han', linkOf(session, seal, 'I.3', 'lead', NNMT), undefined, ['may-tinh']);
  await draw('khong-nhan', linkOf(session, seal, 'I.7', 'lead', NNMT), refusedExtension, PHONE);
  await draw('thu-truong', linkOf(session, seal, 'I.2', 'headOf(lead)', NNMT));
  await draw('duyet', linkOf(session, seal, 'II.1', 'secretariat'), undefined, ['may-tinh']);
  await draw('sai', `${localUrl}/l/khong.dung`, undefined, PHONE);
  clock.now = instantAt('2026-09-01', 600);
  await draw('het-han', lead, undefined, PHONE);
}

/** Later than the policy allows. */
async function refusedExtension(page) {
  await page.getByText('Đề nghị gia hạn', { exact: true }).first().click();
  await page.getByLabel('Hạn mới').fill('2025-08-31');
  await page.getByLabel('Lý do đề nghị').fill('Chờ số liệu nghiệm thu của các hạt kiểm lâm.');
  await page.getByRole('button', { name: 'Gửi đề nghị gia hạn' }).click();
}
