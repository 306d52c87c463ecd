/* The pages in which the office works, as they stand that morning, on a small laptop and on a phone. */
import { invite, ticketPath } from '../../dist/office/staff/index.js';
import { keepPicture } from './browser.mjs';

const SIZES = { 'may-tinh': { width: 1366, height: 800 }, 'dien-thoai': { width: 390, height: 844 } };
const NNMT = 'so-nong-nghiep-moi-truong';

/** Address below the office's pages, and the name of its picture. */
function pagesOf({ views }) {
  const item = Buffer.from(views.get('II.1').directive.id).toString('base64url');
  return [
    ['', 'cho-xu-ly'],
    ['/nhiem-vu', 'nhiem-vu'],
    [`/nhiem-vu/${item}`, 'mot-nhiem-vu'],
    ['/bao-cao', 'bao-cao'],
    ['/danh-ba', 'danh-ba'],
    [`/danh-ba/don-vi/${NNMT}`, 'don-vi'],
  ];
}

export async function drawOffice(session, browser, { localUrl }) {
  const { sandbox, clock } = session;
  const member = { name: 'Phạm Hồng Loan', role: 'secretary' };
  const secret = await invite(sandbox.register, member, clock.now);
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'vi-VN' });
  const page = await context.newPage();
  await page.goto(`${localUrl}${ticketPath(secret)}`);
  await page.getByRole('button', { name: 'Vào làm việc' }).click();
  for (const [path, name] of pagesOf(session)) {
    for (const [size, viewport] of Object.entries(SIZES)) {
      await page.setViewportSize(viewport);
      await page.goto(`${localUrl}/vp${path}`);
      // A list goes on; what it looks like shows at its head.
      await keepPicture(page, `van-phong-${name}-${size}`, { clip: { x: 0, y: 0, ...viewport } });
    }
  }
  await context.close();
}
