/* The mails of some steps of the four policies: the sample notices run through their whole lives. */

import { parseFile, readNoticeFiles } from '../../dist/cli/input.js';
import { renderHtml } from '../../dist/delivery/email/html.js';
import { issueInstant } from '../../dist/office/issue-instant.js';
import { shippedRules } from '../../dist/policies/index.js';
import { ActsScript } from '../../dist/rehearsal/acts-file.js';
import { prepareRuns } from '../../dist/rehearsal/task-runs.js';
import { keepMail } from './browser.mjs';

/** Name of the picture, and whose message of which directive it shows. */
const MAILS = [
  ['tieu-chuan-giao', 'II.1', 'assignment', 'lead'],
  ['tieu-chuan-nhac', 'II.2', 'due-reminder', 'lead'],
  ['tieu-chuan-qua-han', 'II.3.b', 'overdue', 'headOf(lead)'],
  ['tieu-chuan-cong-van', 'II.3.b', 'overdue', 'supervisor'],
  ['hoa-toc-giao', '1', 'assignment', 'lead'],
  ['khong-han-im-lang', 'II.4', 'silence-reminder', 'lead'],
  ['bao-cao-dinh-ky-nhac', 'II.6', 'due-reminder', 'lead'],
];

const NOTICES = [
  ['notices/samples/thong-bao-mau.txt', 'rehearsal/samples/kich-ban-mau.yaml'],
  ['notices/samples/cong-dien-mau.txt'],
];

/** One life after the other: what a mail says of those before it must not depend on whose clock runs ahead. */
async function rehearseAll(sandbox, file, acts) {
  const reads = await readNoticeFiles(file);
  const script = ActsScript.of(acts ? await parseFile(acts) : [], acts ?? '');
  const issuedAt = issueInstant(reads[0].notice.anchor);
  const runs = await prepareRuns(sandbox, reads, { rules: shippedRules, issuedAt });
  const messages = [];
  // Of what recurs the first occurrence is enough.
  for (const { runner, task } of runs.filter((run) => run.series === undefined)) {
    await runner.start();
    for (const [i, act] of script.actsFor(task).entries()) await runner.act(act, `hinh-${task.id}-${i}`);
    await runner.finish(issuedAt);
    const view = await sandbox.register.directives.show(task.id);
    messages.push(...view.messages.map((m) => ({ ...m, place: view.directive.localId })));
  }
  return messages;
}

export async function drawMails(sandbox, browser) {
  const messages = [];
  for (const [file, acts] of NOTICES) messages.push(...(await rehearseAll(sandbox, file, acts)));
  for (const [name, place, kind, role] of MAILS) {
    const message = messages.find(
      (m) => m.channel === 'email' && m.place === place && m.kind === kind && m.role === role && m.content !== null,
    );
    if (!message) throw new Error(`${name}: the rehearsal made no such message`);
    await keepMail(browser, name, renderHtml(message.content));
  }
}
