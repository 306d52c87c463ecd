/*
 * Pictures for docs/thu-mau.md, docs/trang-mau.md and docs/trang-van-phong.md: sample notices run on the real Temporal, their mails and the
 * pages behind their links drawn by a real browser as a desktop and a phone show them. After `npm run build`:
 *
 *   npm run pictures
 *   npm run pictures -- office     only the pages in which the office works
 *   npm run pictures -- links      only those behind the links of mails
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startConsole } from '../../dist/console/index.js';
import { civilServants } from '../../dist/dsl/time/civil-servants.js';
import { loadDirectory } from '../../dist/register/index.js';
import { playYear } from '../../dist/rehearsal/play-year.js';
import { withSandbox } from '../../dist/rehearsal/with-sandbox.js';
import { openBrowser } from './browser.mjs';
import { drawDigests } from './digests.mjs';
import { drawMails } from './mails.mjs';
import { drawOffice } from './office.mjs';
import { drawPages } from './pages.mjs';
import { liveSession } from './session.mjs';

const directory = loadDirectory('register/samples/danh-ba-mau.yaml');
const folder = await mkdtemp(join(tmpdir(), 'dondoc-pictures-'));
const browser = await openBrowser();
try {
  await withSandbox({ calendar: civilServants, directory }, async (sandbox) => {
    const clock = { now: 0 };
    const pages = await startConsole({
      register: sandbox.register,
      client: sandbox.client,
      calendar: civilServants,
      trustProxy: false,
      publicUrl: undefined,
      host: '127.0.0.1',
      port: 0,
      now: () => clock.now,
      keyFile: join(folder, 'link-keys.json'),
      evidenceFolder: join(folder, 'evidence'),
      draftsFolder: join(folder, 'drafts'),
      policiesFolder: join(folder, 'policies'),
      evaluationFile: join(folder, 'danh-gia.yaml'),
      playYear,
      ready: new Set(['email', 'zalo']),
      onTrouble: (error) => process.stderr.write(`${error}\n`),
    });
    sandbox.register.links.carry(pages.linker);
    const session = await liveSession(sandbox, clock);
    const only = process.argv[2];
    if (only !== 'links') await drawOffice(session, browser, pages);
    if (only === undefined) await drawDigests(session, browser);
    if (only !== 'office') await drawPages(session, browser, pages);
    if (only === undefined) await drawMails(sandbox, browser);
    await pages.close();
  });
} finally {
  await browser.close();
  await rm(folder, { recursive: true, force: true });
}
