/* A notice whose directives fall due at the end of a quarter, lived up to the morning the digests are sent. */
import { readNoticeFiles } from '../../dist/cli/input.js';
import { instantAt } from '../../dist/dsl/time/day.js';
import { shippedRules } from '../../dist/policies/index.js';
import { prepareRuns } from '../../dist/rehearsal/task-runs.js';

const FILE = 'scripts/pictures/ket-luan-phien-hop.txt';
export const MORNING = '2025-03-28';

const at = (day, hour, minute = 0) => instantAt(day, 60 * hour + minute);
const lead = (agency) => ({ party: 'lead', agency });
const NNMT = lead('so-nong-nghiep-moi-truong');
const SXD = lead('so-xay-dung');

/** What people did: a few acknowledged, reported, asked for more time, handed in a result. */
const ACTS = {
  'I.1': [
    ['2025-03-04', 9, { type: 'acknowledge', by: NNMT }],
    [
      '2025-03-13',
      15,
      {
        type: 'submit-result',
        by: NNMT,
        text: 'Quyết định số 118/QĐ-SNNMT ngày 13/3/2025 công bố danh mục 46 hồ chứa.',
      },
    ],
    ['2025-03-14', 9, { type: 'approve', by: { party: 'secretariat' } }],
  ],
  'I.3': [
    ['2025-03-04', 9, { type: 'acknowledge', by: NNMT }],
    [
      '2025-03-17',
      10,
      {
        type: 'report-progress',
        by: NNMT,
        text: 'Đã thẩm định kế hoạch của 7/9 đơn vị cấp huyện; còn hai đơn vị đang hoàn thiện bản đồ.',
        percent: 70,
      },
    ],
  ],
  'I.6': [['2025-03-04', 9, { type: 'acknowledge', by: NNMT }]],
  'I.7': [['2025-03-04', 9, { type: 'acknowledge', by: NNMT }]],
  'I.8': [
    ['2025-03-04', 9, { type: 'acknowledge', by: NNMT }],
    [
      '2025-03-26',
      14,
      { type: 'ask-extension', by: NNMT, due: '2025-04-18', reason: 'Chờ ý kiến thẩm định của Sở Tư pháp.' },
    ],
  ],
  'II.1': [
    ['2025-03-05', 9, { type: 'acknowledge', by: SXD }],
    [
      '2025-03-27',
      16,
      {
        type: 'submit-result',
        by: SXD,
        text: 'Báo cáo số 77/BC-SXD ngày 27/3/2025 về tiến độ tuyến đường ven biển: đạt 64% khối lượng.',
      },
    ],
  ],
  'II.2': [['2025-03-05', 9, { type: 'acknowledge', by: SXD }]],
};

/** The directives as they stand that morning, with all their messages. */
export async function liveSession(sandbox, clock) {
  const reads = await readNoticeFiles(FILE);
  const issuedAt = at(reads[0].notice.anchor, 8);
  const runs = await prepareRuns(sandbox, reads, { rules: shippedRules, issuedAt });
  for (const { runner, task } of runs) {
    await runner.start();
    for (const [i, [day, hour, act]] of (ACTS[task.draft.id] ?? []).entries()) {
      await runner.act({ at: at(day, hour), act }, `hinh-${task.draft.id}-${i}`);
      if (runner.refused.length > 0) throw new Error(`${task.draft.id}: ${runner.refused[0].reason}`);
    }
    await runner.goTo(at(MORNING, 10, 30));
  }
  clock.now = at(MORNING, 10, 30);
  const views = new Map();
  for (const { task } of runs) views.set(task.draft.id, await sandbox.register.directives.show(task.id));
  return { sandbox, clock, runs, views };
}
