/*
 * Records the histories that tests/workflows/replay.test.ts replays: the sample notice with its script of acts, run
 * on the real engine. Run once for each new interpreter version, after `npm run build`:
 *
 *   node scripts/record-histories.mjs
 *
 * Existing files are kept: a history is the proof that what ran then still runs.
 */
import { access, mkdir, writeFile } from 'node:fs/promises';
import proto from '@temporalio/proto';
import { parseFile, readNoticeFiles } from '../dist/cli/input.js';
import { CURRENT_INTERPRETER } from '../dist/dsl/rules/version.js';
import { civilServants } from '../dist/dsl/time/civil-servants.js';
import { instantAt } from '../dist/dsl/time/day.js';
import { issueInstant } from '../dist/office/issue-instant.js';
import { shippedRules } from '../dist/policies/index.js';
import { loadDirectory } from '../dist/register/index.js';
import { ActsScript } from '../dist/rehearsal/acts-file.js';
import { rehearse } from '../dist/rehearsal/rehearse.js';
import { withSandbox } from '../dist/rehearsal/with-sandbox.js';

const folder = `tests/histories/v${CURRENT_INTERPRETER}`;
const reads = await readNoticeFiles('notices/samples/thong-bao-mau.txt');
const script = ActsScript.of(await parseFile('rehearsal/samples/kich-ban-mau.yaml'), 'kich-ban-mau.yaml');
const directory = loadDirectory('register/samples/danh-ba-mau.yaml');

/** Lives in which one directive takes the place of another: what no script of acts by hand can say. */
const by = { party: 'secretariat' };
const at = (day) => instantAt(day, 14 * 60);
const successor = (how, directives) => ({
  type: 'supersede',
  by,
  reason: 'Phân công lại',
  successor: 'nhiệm vụ khác',
  succession: { id: how, how, directives },
});
const successionOf = {
  'II.1': [
    {
      at: at('2025-03-03'),
      act: { type: 'absorb', by, reason: 'Cùng nội dung', from: ['x/I.9'], joining: [{ name: 'Sở Tài chính' }] },
    },
    { at: at('2025-03-20'), act: { type: 'report-progress', by: { party: 'lead' }, text: 'Đang thực hiện' } },
    { at: at('2025-04-10'), act: successor('split', ['x/I.1', 'x/I.2']) },
  ],
  'II.2': [{ at: at('2025-03-10'), act: successor('merged', ['x/I.3']) }],
};

/** An event a deadline waits for gets its day, then another one that leaves the deadline, then one that moves it. */
const eventDay = (day, on, due) => ({
  at: at(day),
  act: { type: 'change-deadline', by, due, reason: 'Công báo', event: { words: 'Luật được thông qua', on } },
});
const eventOf = {
  'II.1': [
    eventDay('2025-03-03', '2025-03-30', '2025-04-30'),
    eventDay('2025-03-10', '2025-03-31', '2025-04-30'),
    eventDay('2025-04-10', '2025-04-20', '2025-05-20'),
    { at: at('2025-05-15'), act: { type: 'submit-result', by: { party: 'lead' }, text: 'Báo cáo' } },
    { at: at('2025-05-16'), act: { type: 'approve', by } },
  ],
};

/** Another agency leads, twice; the second time one that cooperated. */
const reassign = (day, name, agency) => ({
  at: at(day),
  act: { type: 'reassign', by, reason: 'Đúng chức năng', lead: [{ name, agency }] },
});
const reassignOf = {
  'II.1': [
    { at: at('2025-02-26'), act: { type: 'acknowledge', by: { party: 'lead' } } },
    reassign('2025-03-10', 'Sở Nội vụ', 'so-noi-vu'),
    reassign('2025-03-20', 'Sở Tài chính', 'so-tai-chinh'),
    { at: at('2025-04-10'), act: { type: 'submit-result', by: { party: 'lead' }, text: 'Báo cáo' } },
    { at: at('2025-04-11'), act: { type: 'approve', by } },
  ],
};

/** Results taken back: the first after its deadline, the next handed in before anybody could hear. */
const handIn = (day) => ({ at: at(day), act: { type: 'submit-result', by: { party: 'lead' }, text: 'Báo cáo' } });
const takeBack = (day) => ({ at: at(day), act: { type: 'withdraw-result', by: { party: 'lead' } } });
const takenBackOf = {
  'II.1': [
    handIn('2025-04-18'),
    takeBack('2025-05-13'),
    handIn('2025-05-13'),
    takeBack('2025-05-16'),
    handIn('2025-05-21'),
    { at: at('2025-05-22'), act: { type: 'approve', by } },
  ],
};

await mkdir(folder, { recursive: true });
await record(
  (task) => script.actsFor(task),
  (task) => task.part === undefined || task.part === '2025-04-24',
  '',
);
await record(
  (task) => successionOf[task.draft.id],
  (task) => task.draft.id in successionOf,
  'succession-',
);
await record(
  (task) => eventOf[task.draft.id],
  (task) => task.draft.id in eventOf,
  'event-',
);
await record(
  (task) => reassignOf[task.draft.id],
  (task) => task.draft.id in reassignOf,
  'reassign-',
);
await record(
  (task) => takenBackOf[task.draft.id],
  (task) => task.draft.id in takenBackOf,
  'taken-back-',
);

/** Runs the tasks that are wanted, and keeps the history of each under its name. */
async function record(acts, only, name) {
  await withSandbox({ calendar: civilServants, directory }, async (sandbox) => {
    const issuedAt = issueInstant(reads[0].notice.anchor);
    const { results } = await rehearse(sandbox, reads, { rules: shippedRules, issuedAt, acts, only });
    for (const { view } of results) {
      const { localId, workflowId } = view.directive;
      const file = `${folder}/${name}${localId}.json`;
      if (await exists(file)) continue;
      const history = await sandbox.client.workflow.getHandle(workflowId).fetchHistory();
      await writeFile(file, `${jsonOf(history)}\n`);
      process.stdout.write(`${file}\n`);
    }
  });
}

/** Without the name of the machine it was recorded on. */
function jsonOf(history) {
  const plain = proto.temporal.api.history.v1.History.toObject(history, {
    enums: String,
    longs: String,
    bytes: String,
  });
  return JSON.stringify(plain, (_, value) => (isProcessName(value) ? 'dondoc' : value), 1);
}

function isProcessName(value) {
  return typeof value === 'string' && /^\d+@/.test(value);
}

function exists(file) {
  return access(file).then(
    () => true,
    () => false,
  );
}
