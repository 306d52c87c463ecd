import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import writeExcel from 'write-excel-file/node';
import { civilServants } from '../../dsl/time/civil-servants.ts';
import { type Day, dayOf } from '../../dsl/time/day.ts';
import { isWorkingDay } from '../../dsl/time/work-calendar.ts';
import type { ImportPlan } from '../../office/import/plan-import.ts';
import { readTableFile } from '../../office/import/table.ts';
import { ImportDesk, NOW, SAMPLE } from './import-support.ts';

/* A list of old work, read and planned: what is in it, what is wrong with it, whom it would reach. */

let desk: ImportDesk;
beforeEach(async () => {
  desk = await ImportDesk.open();
});
afterEach(() => desk.close());

const enter = (plan: ImportPlan) => desk.register.directives.enterOldWork(plan.works.map((w) => w.work));
const statuses = (plan: ImportPlan) => plan.works.map(({ work }) => work.wake.standing.status);
const tellOn = ({ wake }: ImportPlan['works'][number]['work']): Day | undefined =>
  wake.act?.act.type === 'import' ? wake.act.act.tellOn : undefined;

describe('the sample', () => {
  test('enters every task in its true state', async () => {
    const plan = await desk.plan(SAMPLE);
    expect(plan).toMatchObject({ faults: [], known: [], unreadColumns: [] });
    expect([plan.unknownLeads.size, plan.unknownOthers.size]).toEqual([0, 0]);
    expect(statuses(plan)).toEqual([
      'acknowledged',
      'approved',
      'acknowledged',
      'submitted',
      'assigned',
      'suspended',
      'cancelled',
    ]);
    expect(plan.works.map((w) => w.row.due)).toEqual([
      ...['2025-07-15', '2025-03-31', '2025-04-30', '2025-06-30'],
      ...[null, '2025-05-30', '2025-05-15'],
    ]);
    expect(plan.works[0]?.work.directive.cooperating.map((p) => p.agency)).toEqual(['so-tai-chinh', 'so-xay-dung']);
    expect(plan.warnings).toContainEqual({ row: 5, text: '“quý II/2025” đọc là 30/06/2025' });
  });

  test('counts in the reports by its dates, and is closed where it is done', async () => {
    await enter(await desk.plan(SAMPLE));
    const report = await desk.register.directives.report(NOW);
    // One of them is suspended past its day: its clocks are held, so it is not late.
    expect(report.withDeadline).toEqual({ doneOnTime: 1, doneLate: 0, openInTime: 3, openOverdue: 1 });
    expect(report.suspended).toBe(1);
    expect(report).toMatchObject({ cancelled: 1, awaitingApproval: 1 });
    const [done] = await desk.register.directives.list({ status: ['approved'] });
    expect(done).toMatchObject({ issueState: 'started', nextWake: null, due: '2025-03-31' });
    expect([done?.submittedAt, done?.closedAt].map((at) => dayOf(at ?? 0))).toEqual(['2025-03-28', '2025-03-31']);
  });

  test('again it is known to the last row, whatever it says of progress since', async () => {
    const plan = await desk.plan(SAMPLE);
    expect(await enter(plan)).toBe(7);
    expect(await enter(plan)).toBe(0);
    const again = await desk.plan(SAMPLE);
    expect(again.works).toEqual([]);
    expect(again.known.map((k) => k.where)).toEqual(Array(7).fill('imported'));
  });
});

describe('what has passed', () => {
  const late = (n: number, lead = 'Sở Nội vụ') =>
    `9/TB;01/04/2025;Việc trễ ${n};${lead};15/05/2025;Đang làm;02/04/2025;;`;

  test('nobody is told of anything at the import itself', async () => {
    const plan = await desk.plan(SAMPLE);
    expect(plan.works.flatMap(({ work }) => work.wake.posts)).toEqual([]);
    for (const { work } of plan.works) expect(work.wake.standing.nextWake ?? NOW + 1).toBeGreaterThan(NOW);
  });

  test('what is late is told once on a working morning, a few for an agency on each', async () => {
    const rows = [
      ...Array.from({ length: 12 }, (_, i) => late(i)),
      late(99, 'Sở Y tế'),
      late(98, 'Sở Y tế, Sở Nội vụ'),
    ];
    const plan = await desk.planRows(rows);
    const mornings = plan.works.map(({ work }) => tellOn(work));
    expect(mornings).toEqual([
      ...Array(5).fill('2025-06-17'),
      ...Array(5).fill('2025-06-18'),
      ...['2025-06-19', '2025-06-19', '2025-06-17', '2025-06-19'],
    ]);
    for (const { work } of plan.works) expect(dayOf(work.wake.standing.nextWake ?? 0)).toBe(tellOn(work));
  });

  test('with hundreds of arrears an agency has heard of all within twenty working days', async () => {
    const plan = await desk.planRows(Array.from({ length: 400 }, (_, i) => late(i)));
    const mornings = plan.works.map(({ work }) => tellOn(work) ?? '');
    expect(new Set(mornings).size).toBe(20);
    expect(mornings.every((day) => isWorkingDay(civilServants, day))).toBe(true);
  });

  test('what is in time, waits, stands still or is closed is not told; nor is anything with silent', async () => {
    const plan = await desk.plan(SAMPLE);
    expect(plan.works.filter(({ work }) => tellOn(work)).map((w) => w.row.row)).toEqual([4]);
    const silent = await desk.plan(SAMPLE, { silent: true });
    expect(silent.works.filter(({ work }) => tellOn(work))).toEqual([]);
  });

  test('a task without a deadline that would never be heard of again is told too', async () => {
    const plan = await desk.planRows(['9/TB;01/04/2023;Việc không hạn;Sở Nội vụ;;Đang làm;02/04/2023;;']);
    expect(plan.works.map(({ work }) => tellOn(work))).toEqual(['2025-06-17']);
  });
});

test('a deadline that waits for an event is taken in with its words', async () => {
  const words = '10 ngày sau khi Luật Việc làm được thông qua';
  const plan = await desk.planRows([`9/TB;01/04/2025;Việc chờ Luật;Sở Nội vụ;${words};Đang làm;02/04/2025;;`]);
  expect(plan.works.map(({ work }) => work.directive)).toMatchObject([{ due: null, deadline: { phrase: words } }]);
  expect(plan.works[0]?.row.warnings).toEqual([expect.stringContaining('chờ một sự kiện')]);
});

describe('rows that are wrong', () => {
  test.each<[string, string, RegExp]>([
    [
      'a day that is none',
      '9/TB;31/02/2025;Việc;Sở Nội vụ;;;;;',
      /^dòng 2, cột “Ngày ban hành”: “31\/02\/2025” không phải là ngày/,
    ],
    ['no lead', '9/TB;01/04/2025;Việc;;30/06/2025;;;;', /^dòng 2, cột “Chủ trì”: để trống/],
    [
      'due before issued',
      '9/TB;01/04/2025;Việc;Sở Nội vụ;31/03/2025;;;;',
      /^dòng 2, cột “Hạn”: 31\/03\/2025 trước ngày ban hành/,
    ],
    [
      'done tomorrow',
      '9/TB;01/04/2025;Việc;Sở Nội vụ;;Hoàn thành;;;17/06/2025',
      /cột “Ngày hoàn thành”: 17\/06\/2025 chưa tới/,
    ],
    [
      'done, nobody knows when',
      '9/TB;01/04/2025;Việc;Sở Nội vụ;;Hoàn thành;;;',
      /cột “Trạng thái”: .*phải có ngày hoàn thành/,
    ],
    [
      'done in part',
      '9/TB;01/04/2025;Việc;Sở Nội vụ;;Hoàn thành 80%;;;01/06/2025',
      /cột “Trạng thái”: “Hoàn thành 80%” không rõ/,
    ],
    [
      'an end that is asked for',
      '9/TB;01/04/2025;Việc;Sở Nội vụ;30/06/2025;Đề nghị thu hồi nhiệm vụ;;;',
      /cột “Trạng thái”: “Đề nghị thu hồi nhiệm vụ” mới là đề nghị/,
    ],
    [
      'a stop that is denied',
      '9/TB;01/04/2025;Việc;Sở Nội vụ;30/06/2025;Không tạm dừng;;;',
      /cột “Trạng thái”: “Không tạm dừng” không rõ/,
    ],
    [
      'done and not gone on with, nobody knows when',
      '9/TB;01/04/2025;Việc;Sở Nội vụ;30/06/2025;Hoàn thành, không thực hiện tiếp;;;',
      /cột “Trạng thái”: .*phải có ngày hoàn thành/,
    ],
    [
      'late before its day',
      '9/TB;01/04/2025;Việc;Sở Nội vụ;30/06/2025;Quá hạn;;;',
      /cột “Trạng thái”: “quá hạn” nhưng hạn là 30\/06\/2025/,
    ],
    ['open and closed', '9/TB;01/04/2025;Việc;Sở Nội vụ;;Đang làm;;;01/06/2025', /“Đang làm” nhưng có ngày hoàn thành/],
    [
      'taken before issued',
      '9/TB;01/04/2025;Việc;Sở Nội vụ;;;31/03/2025;;',
      /cột “Ngày tiếp nhận”: 31\/03\/2025 trước/,
    ],
    [
      'two deadlines in one cell',
      '9/TB;01/04/2025;Việc;Sở Nội vụ;từ từ rồi làm;;;;',
      /cột “Hạn”: “từ từ rồi làm” không đọc được/,
    ],
    [
      'a recurring one',
      '9/TB;01/04/2025;Việc;Sở Nội vụ;hằng tháng;;;;',
      /cột “Hạn”: “hằng tháng” (là việc lặp lại|không đọc được)/,
    ],
  ])('%s', async (_, row, fault) => {
    const { faults, works } = await desk.planRows([row]);
    expect(faults.join('\n')).toMatch(fault);
    expect(faults).toHaveLength(1);
    expect(works).toEqual([]);
  });

  test('a new deadline beside the old one in a cell is read as the later, and said so', async () => {
    const plan = await desk.planRows(['9/TB;01/04/2025;Việc;Sở Nội vụ;30/06/2025 gia hạn đến 31/07/2025;;;;']);
    expect([...plan.works.map((w) => w.row.due), ...plan.faults]).toEqual(['2025-07-31']);
    expect(plan.warnings).toHaveLength(1);
  });

  test('rows under a document that cannot be read do not slip to the one above it', async () => {
    const rows = [
      '9/TB;01/04/2025;Một;Sở Nội vụ;;;;;',
      ';;Hai;Sở Nội vụ;;;;;',
      '10/TB;99/04/2025;Ba;Sở Y tế;;;;;',
      ';;Bốn;Sở Y tế;;;;;',
    ];
    const plan = await desk.planRows(rows);
    expect(plan.works.map((w) => w.row.number)).toEqual(['9/TB', '9/TB']);
    expect(plan.faults.map((f) => /^dòng \d+/.exec(f)?.[0])).toEqual(['dòng 4', 'dòng 5']);
  });

  test('the same row twice is one task; a table without its columns says which', async () => {
    const row = '9/TB;01/04/2025;Việc;Sở Nội vụ;;;;;';
    const plan = await desk.planRows([row, row]);
    expect([plan.works.length, plan.known[0]?.row, plan.known[0]?.where]).toEqual([1, 3, 'file']);
    const short = await desk.file('thieu.csv', 'Nội dung,Hạn\nViệc,30/06/2025\n');
    await expect(desk.plan(short)).rejects.toThrow(/thiếu cột “ngày ban hành”, “chủ trì”/);
  });

  test('an unknown agency is counted by name, and keeps its words', async () => {
    const plan = await desk.planRows([
      '9/TB;01/04/2025;Việc;Sở Vũ trụ;;;;;',
      '9/TB;01/04/2025;Việc khác;Sở Vũ trụ;;;;;',
    ]);
    expect([...plan.unknownLeads]).toEqual([['Sở Vũ trụ', 2]]);
  });
});

describe('tables as people keep them', () => {
  test('an Excel sheet with a title, its own headings, real dates, blank rows and a column nobody reads', async () => {
    const day = (text: string) => ({ value: new Date(`${text}T00:00:00Z`), type: Date, format: 'dd/mm/yyyy' });
    const rows = [
      [{ value: 'BẢNG THEO DÕI NHIỆM VỤ', fontWeight: 'bold' as const }],
      [],
      [
        'STT',
        'Số văn bản',
        'Ngày văn bản',
        'Cơ quan ban hành',
        'Nội dung nhiệm vụ',
        'Đơn vị chủ trì',
        'Số ngày quá hạn',
        'Thời hạn',
        'Kết quả',
      ],
      ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)', '(8)', '(9)'],
      [1, '9/TB', day('2025-04-01'), 'UBND tỉnh', 'Một', 'Sở Nội vụ', null, day('2025-06-30'), null],
      [],
      [2, null, null, 'UBND tỉnh', 'Hai', 'Sở Y tế\nSở Tài chính', 3, day('2025-05-15'), 'Đang làm'],
      [3, '10/TB', 'ngày nào đó', 'UBND tỉnh', 'Ba', 'Sở Y tế', null, null, null],
    ];
    const cells = rows.map((r) => r.map((c) => (typeof c === 'object' || c === null ? c : { value: c })));
    const plan = await desk.plan(await desk.file('a.xlsx', await writeExcel(cells as never).toBuffer()));
    expect(plan.works.map(({ row }) => [row.row, row.number, row.issued, row.due, row.lead])).toEqual([
      [5, '9/TB', '2025-04-01', '2025-06-30', 'Sở Nội vụ'],
      [7, '9/TB', '2025-04-01', '2025-05-15', 'Sở Y tế; Sở Tài chính'],
    ]);
    expect(plan.works[1]?.work.directive.lead.map((l) => l.agency)).toEqual(['so-y-te', 'so-tai-chinh']);
    expect(plan.faults).toEqual([
      expect.stringMatching(/^dòng 8, cột “Ngày văn bản”: “ngày nào đó” không phải là ngày/),
    ]);
    expect(plan.unreadColumns).toEqual(['STT', 'Cơ quan ban hành', 'Số ngày quá hạn']);
  });

  test.each([',', ';', '\t'])('separated by %j, with commas in the words and cells of several lines', async (d) => {
    const row = [
      '9/TB',
      '01/04/2025',
      '"Một, hai, ba,\nbốn, năm; sáu"',
      '"Sở Văn hóa, Thể thao và Du lịch"',
      '30/06/2025',
    ];
    const head = ['Số', 'Ngày', 'Nội dung', 'Chủ trì', 'Hạn'];
    const csv = `\ufeff${[head, row, row.with(2, 'Khác')].map((r) => r.join(d)).join('\r\n')}\r\n`;
    const plan = await desk.plan(await desk.file('a.csv', csv));
    expect(plan.works.map(({ row: r }) => [r.row, r.text])).toEqual([
      [2, 'Một, hai, ba, bốn, năm; sáu'],
      [3, 'Khác'],
    ]);
    expect(plan.unknownLeads.size).toBe(0);
  });

  test('what is no table says so in a line', async () => {
    const broken = await desk.file('b.xlsx', Buffer.from('PK\x03\x04 hỏng'));
    await expect(readTableFile(broken)).rejects.toThrow(/không đọc được như tệp Excel/);
    const quotes = await desk.file('c.csv', 'Nội dung;Chủ trì\n"chưa đóng;Sở Nội vụ\n');
    await expect(readTableFile(quotes)).rejects.toThrow(/không phải CSV đúng cú pháp/);
    await expect(readTableFile('khong-co.csv')).rejects.toThrow(/không có tệp này/);
    expect((await readTableFile(SAMPLE, '2')).rows).toHaveLength(8);
  });
});
