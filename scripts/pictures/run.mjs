/*
 * Pictures for docs/thu-mau.md and docs/trang-mau.md: sample notices played on the real Temporal, their mails and the
 * pages behind their links drawn by a real browser as a desktop and a phone show them. After `npm run build`:
 *
 *   npm run pictures
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startConsole } from '../../dist/console/index.js';
import { civilServants } from '../../dist/dsl/time/civil-servants.js';
import { loadDirectory } from '../../dist/register/index.js';
import { withStage } from '../../dist/rehearsal/theatre.js';
import { openBrowser } from './browser.mjs';
import { drawDigests } from './digests.mjs';
import { drawMails } from './mails.mjs';
import { drawPages } from './pages.mjs';
import { playSession } from './session.mjs';

const directory = loadDirectory('register/samples/danh-ba-mau.yaml');
const folder = await mkdtemp(join(tmpdir(), 'dondoc-pictures-'));
const browser = await openBrowser();
try {
  await withStage({ calendar: civilServants, directory }, async (stage) => {
    const clock = { now: 0 };
    const pages = await startConsole({
      ...{ register: stage.register, client: stage.client, calendar: civilServants, trustProxy: false },
      ...{ publicUrl: undefined, host: '127.0.0.1', port: 0, now: () => clock.now },
      ...{ keyFile: join(folder, 'link-keys.json'), evidenceFolder: join(folder, 'evidence') },
      onTrouble: (error) => process.stderr.write(`${error}\n`),
    });
    stage.register.links.carry(pages.linker);
    const session = await playSession(stage, clock);
    await drawDigests(session, browser);
    await drawPages(session, browser, pages);
    await drawMails(stage, browser);
    await pages.close();
  });
} finally {
  await browser.close();
  await rm(folder, { recursive: true, force: true });
}
