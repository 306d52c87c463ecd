import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { built } from '../support/load.mjs';
import { say, whole } from '../support/measure.mjs';

const [
  { openPostBox },
  { openSandbox },
  { rehearse },
  { randomActs },
  { standInDirectory },
  shipped,
  tasks,
  issuing,
  input,
  calendars,
] = await Promise.all([
  built('rehearsal/post-box.js'),
  built('rehearsal/sandbox.js'),
  built('rehearsal/rehearse.js'),
  built('rehearsal/random-acts.js'),
  built('rehearsal/stand-in-directory.js'),
  built('policies/index.js'),
  built('office/task.js'),
  built('office/issue-instant.js'),
  built('cli/input.js'),
  built('dsl/time/civil-servants.js'),
]);

const DIRECTIVES = 100;
const ISSUED = '2025-02-24';
const LEADS = [
  'Sở Nội vụ',
  'Sở Tài chính',
  'Sở Y tế',
  'Sở Xây dựng',
  'Sở Tư pháp',
  'Sở Công Thương',
  'Sở Nông nghiệp và Môi trường',
];
const DEADLINES = [
  'trước ngày 15/3/2025',
  'trong tháng 4/2025',
  'trong quý II/2025',
  'trong quý III/2025',
  'trước ngày 30/11/2025',
];

/** A year of directives with people's acts on the cluster, in virtual time, held against the plan. */
export async function year(temporal) {
  const calendar = calendars.civilServants;
  const reads = await read();
  const issuedAt = issuing.issueInstant(ISSUED);
  const directory = standInDirectory(reads);
  const postBox = await openPostBox({});
  const sandbox = await openSandbox({
    ...{ calendar, directory, senders: postBox.senders },
    temporal: { connection: { address: temporal.address }, namespace: temporal.namespace },
    database: await temporal.emptyUrl(),
  });
  try {
    const begin = Date.now();
    const rehearsed = await rehearse(sandbox, reads, {
      ...{ rules: shipped.shippedRules, issuedAt },
      acts: (task) =>
        randomActs(7, task.id, task.policy, tasks.directiveOf(task, issuedAt, calendar), tasks.opensAt(task, issuedAt)),
    });
    const seconds = (Date.now() - begin) / 1_000;
    const { results } = rehearsed;
    const sum = (of) => results.reduce((all, one) => all + of(one), 0);
    say(
      `${whole(results.length)} tasks, ${whole(sum((one) => one.acts.length))} acts, ${whole(sum((one) => one.view.messages.length))} messages, ${whole(Math.max(...results.map((one) => one.virtualDays)))} virtual days; steps that are not the plan's: ${sum((one) => one.differences.length)}`,
    );
    for (const one of results)
      for (const { key, planned, run } of one.differences)
        say(`  ${one.task.id} ${key}: ${planned} planned, ${run} run`);
    say(`a virtual year of ${whole(DIRECTIVES)} directives with acts: ${seconds.toFixed(0)} s (aim: under 180 s)`);
  } finally {
    await sandbox.close();
    await postBox.close();
  }
}

async function read() {
  const folder = await mkdtemp(join(tmpdir(), 'dondoc-year-'));
  try {
    const file = join(folder, 'thong-bao.txt');
    await writeFile(file, noticeText());
    return await input.readNoticeFiles(file, ISSUED);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function noticeText() {
  const lines = Array.from(
    { length: DIRECTIVES },
    (_, i) =>
      `${i + 1}. Giao ${LEADS[i % LEADS.length]} chủ trì việc số ${i + 1}, hoàn thành ${DEADLINES[i % DEADLINES.length]}.`,
  );
  return ['THÔNG BÁO', 'Kết luận của Chủ tịch UBND tỉnh', ...lines].join('\n');
}
