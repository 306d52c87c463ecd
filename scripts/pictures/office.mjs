/* The pages in which the office works, as they stand that morning, on a small laptop and on a phone. */
import { signInMail } from '../../dist/office/people/index.js';
import { invite, ticketPath } from '../../dist/office/staff/index.js';
import { keepPicture } from './browser.mjs';

const SIZES = { 'may-tinh': { width: 1366, height: 800 }, 'dien-thoai': { width: 390, height: 844 } };
const NNMT = 'so-nong-nghiep-moi-truong';

/** Address below the office's pages, and the name of its picture. */
function pagesOf({ views }) {
  const item = Buffer.from(views.get('II.1').directive.id).toString('base64url');
  return [
    ['', 'cho-xu-ly'],
    ['/van-ban', 'van-ban-den'],
    ['/nhiem-vu', 'nhiem-vu'],
    [`/nhiem-vu/${item}`, 'mot-nhiem-vu'],
    ['/bao-cao?so-voi=21/03/2025', 'bao-cao'],
    ['/bao-cao/danh-gia?ky=03/2025', 'danh-gia'],
    ['/danh-ba', 'danh-ba'],
    [`/danh-ba/don-vi/${NNMT}`, 'don-vi'],
    ['/quy-tac', 'quy-tac'],
    ['/quy-tac/tieu-chuan', 'mot-quy-tac'],
    ['/dien-thu', 'dien-thu'],
    ['/dien-thu/ket-qua', 'dien-thu-ket-qua'],
  ];
}

/** What an administrator alone opens, and needs no service behind it. */
const ADMINISTRATORS = [['/tai-khoan', 'tai-khoan']];

/** People of the directory, and the pages they have of their own. */
const PEOPLE = [
  { agency: ({ offices }) => offices.issuer, of: 'head', pages: () => [['', 'lanh-dao']] },
  {
    agency: () => NNMT,
    of: 'contact',
    pages: ({ views }) => [
      ['', 'don-vi-nhiem-vu'],
      [`/viec/${Buffer.from(views.get('I.6').directive.id).toString('base64url')}`, 'don-vi-mot-nhiem-vu'],
    ],
  },
];

export async function drawOffice(session, browser, { localUrl }) {
  const { sandbox, clock } = session;
  await drawPeople(session, browser, localUrl);
  const members = [
    { name: 'Phạm Hồng Loan', role: 'secretary', pages: pagesOf(session) },
    { name: 'Lý Đức Việt', role: 'administrator', pages: ADMINISTRATORS },
  ];
  for (const { pages, ...member } of members) {
    const secret = await invite(sandbox.register, member, clock.now);
    const context = await browser.newContext({ javaScriptEnabled: false, locale: 'vi-VN' });
    const page = await context.newPage();
    await page.goto(`${localUrl}${ticketPath(secret)}`);
    await page.getByRole('button', { name: 'Vào làm việc' }).click();
    if (member.role === 'secretary') await playOne(page, `${localUrl}/vp/dien-thu`);
    for (const [path, name] of pages) await draw(page, `${localUrl}/vp${path}`, `van-phong-${name}`);
    await context.close();
  }
}

/** A year on the sample notice, whose people are late: what its page shows. */
async function playOne(page, url) {
  await page.goto(url);
  await page.getByRole('button', { name: 'Bắt đầu diễn thử' }).click();
  await page.getByText('Đúng như bản xem trước').waitFor({ timeout: 300_000 });
}

async function drawPeople(session, browser, localUrl) {
  const { sandbox, clock } = session;
  const directory = await sandbox.register.directory.current();
  const holder = (agency, of) => {
    const held = directory.positions.find((one) => one.agency === agency && one.function === of);
    return directory.people.find(({ id }) => id === held?.person);
  };
  const signIn = await browser.newContext({ javaScriptEnabled: false, locale: 'vi-VN' });
  const page = await signIn.newPage();
  await draw(page, `${localUrl}/toi/dang-nhap`, 'dang-nhap');
  await draw(page, `${localUrl}/dang-nhap`, 'van-phong-dang-nhap');
  await signIn.close();
  for (const { agency, of, pages } of PEOPLE) {
    const { email } = holder(agency(directory), of);
    const mail = await signInMail(sandbox.register, email, localUrl, clock.now);
    const context = await browser.newContext({ javaScriptEnabled: false, locale: 'vi-VN' });
    const page = await context.newPage();
    await page.goto(/http\S+\/toi\/vao\/\S+/.exec(mail.text)[0]);
    await page.getByRole('button', { name: 'Vào làm việc' }).click();
    for (const [path, name] of pages(session)) await draw(page, `${localUrl}/toi${path}`, name);
    await context.close();
  }
}

async function draw(page, url, name) {
  for (const [size, viewport] of Object.entries(SIZES)) {
    await page.setViewportSize(viewport);
    await page.goto(url);
    // A list goes on; what it looks like shows at its head.
    await keepPicture(page, `${name}-${size}`, { clip: { x: 0, y: 0, ...viewport } });
  }
}
