import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Policy } from '../../dsl/policy/index.ts';
import { express, noDeadline, recurringReport, standard } from '../../policies/index.ts';
import { dondoc, environment, type Ran } from '../support/dondoc.ts';

/* The policies that ship, all three years of them, by the command people use. */

interface CheckedPolicy {
  readonly policy: string;
  readonly version: string;
  readonly properties: readonly {
    readonly name: string;
    readonly verdict: string;
    readonly cases?: number;
    readonly reason?: string;
    readonly counterexample?: { readonly story: readonly string[] };
  }[];
  readonly bound: { readonly actsExhausted: boolean; readonly lives: number };
}

// Each runs the program, some for a good while where the machine is busy.
jest.setTimeout(240_000);

let folder: string;
let shipped: Ran;
const run = (...args: string[]) => dondoc(['check', ...args], environment(folder));
const parsed = (ran: Ran) => (JSON.parse(ran.stdout) as { policies: CheckedPolicy[] }).policies;
const write = async (name: string, policy: unknown) => {
  await writeFile(join(folder, name), JSON.stringify(policy));
  return join(folder, name);
};
/** Refuted properties with their stories. What only a suspension brings about is the engine's fault, see below. */
const refuted = (policy: CheckedPolicy | undefined) =>
  Object.fromEntries(
    (policy?.properties ?? []).flatMap(({ name, counterexample }) =>
      counterexample && !counterexample.story.some((line) => line.includes('tạm hoãn'))
        ? [[name, counterexample.story]]
        : [],
    ),
  );

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dondoc-check-'));
  shipped = await run('--format', 'json');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the policies that ship', () => {
  test('are checked within half a minute, every issue day and order of acts', () => {
    const seconds = [...shipped.stderr.matchAll(/xử lý ([\d.]+) giây/g)].map((m) => Number(m[1]));
    expect(seconds).toHaveLength(4);
    // Of work on one core: other tests may run beside this one.
    expect(seconds.reduce((a, b) => a + b)).toBeLessThan(30);
    for (const { bound } of parsed(shipped)) {
      // 1,096 issue days, and at least ten due days for each.
      expect(bound.lives).toBeGreaterThan(1096 * 10);
      expect(bound.actsExhausted).toBe(true);
    }
  });

  test('the standard one: nothing but the faults of the engine below stands against it', () => {
    const checked = parsed(shipped).find((p) => p.policy === 'tieu-chuan');
    expect(checked?.version).toMatch(/^[0-9a-f]{12}$/);
    expect(refuted(checked)).toEqual({});
    const proved = checked?.properties.filter((p) => p.verdict === 'proved') ?? [];
    expect(proved.map((p) => p.name)).toEqual(
      expect.arrayContaining([
        'open-states-wake',
        'overdue-reaches-head-and-supervisor',
        'every-rung-fires',
        'few-messages-a-day',
        'only-people-close',
      ]),
    );
    for (const { cases = 0 } of proved) expect(cases).toBeGreaterThan(10_000);
  });

  // Two faults the checker found in the engine: a suspension that is looked into again after a correction of the date is
  // told twice; a request for more time is dunned for the days of the suspension. Mended, these fail: drop `failing`.
  describe('with suspensions', () => {
    const verdictOf = (name: string) =>
      parsed(shipped)
        .find((p) => p.policy === 'tieu-chuan')
        ?.properties.find((p) => p.name === name)?.verdict;
    test.failing('nothing is told twice', () => expect(verdictOf('messages-in-hours-and-once')).toBe('proved'));
    test.failing('no suspended time is counted', () => expect(verdictOf('suspended-time-not-counted')).toBe('proved'));
  });

  test('each with the directives it is made for: nothing is refuted', async () => {
    const dated = await run('tieu-chuan', 'hoa-toc', 'bao-cao-dinh-ky', '--deadlines', 'dated', '--format', 'json');
    const undated = await run('khong-han', '--deadlines', 'none', '--format', 'json');
    expect([...parsed(dated), ...parsed(undated)].map(refuted)).toEqual([{}, {}, {}, {}]);
  });

  const DARK = 'SAI: nhiệm vụ đang thực hiện mà không quy tắc nào còn nhắc đến nữa, trừ khi có người thao tác';

  test('a date taken away or given: three of them lose sight of a directive, and the story says how', () => {
    const [, urgent, undated, recurring] = parsed(shipped);
    expect(refuted(urgent)).toEqual({
      'open-states-wake': [
        '07:00 02/01/2024: ban hành nhiệm vụ, không có hạn, không có đơn vị phối hợp',
        '07:00 02/01/2024: giao nhiệm vụ → đơn vị chủ trì (khi giao việc)',
        '07:00 02/01/2024: gửi để phối hợp → người đứng đầu đơn vị chủ trì (khi giao việc)',
        '07:01 02/01/2024: đơn vị chủ trì xác nhận tiếp nhận',
        `07:01 02/01/2024: ${DARK}`,
      ],
    });
    expect(refuted(undated)).toEqual({
      'open-states-wake': [
        '08:00 02/05/2024: ban hành nhiệm vụ, hạn 01/05/2024, không có đơn vị phối hợp',
        '08:00 02/05/2024: giao nhiệm vụ → đơn vị chủ trì (khi giao việc)',
        '08:01 02/05/2024: đơn vị chủ trì xác nhận tiếp nhận',
        `08:01 02/05/2024: ${DARK}`,
      ],
      // Saturday 4/5/2024 was worked, so seven working days end on Friday 10/5.
      'overdue-reaches-head-and-supervisor': [
        '08:00 02/05/2024: ban hành nhiệm vụ, hạn 06/05/2024, không có đơn vị phối hợp',
        '08:00 02/05/2024: giao nhiệm vụ → đơn vị chủ trì (khi giao việc)',
        '09:59 06/05/2024: nhắc xác nhận tiếp nhận → đơn vị chủ trì (3 ngày làm việc chưa xác nhận tiếp nhận)',
        '09:59 10/05/2024: báo chưa tiếp nhận → người đứng đầu đơn vị chủ trì (7 ngày làm việc chưa xác nhận tiếp nhận)',
        '09:59 10/05/2024: SAI: quá hạn kể từ 06/05/2024, mọi bậc đã gửi hết mà người đứng đầu đơn vị chủ trì chưa được báo quá hạn',
      ],
    });
    expect(refuted(recurring)).toEqual({
      'open-states-wake': [
        '08:00 02/01/2024: ban hành nhiệm vụ, không có hạn',
        '08:00 02/01/2024: giao nhiệm vụ → đơn vị chủ trì (khi giao việc)',
        '08:00 02/01/2024: SAI: nhiệm vụ đã giao, chưa tiếp nhận mà không quy tắc nào còn nhắc đến nữa, trừ khi có người thao tác',
      ],
    });
    expect(shipped.code).toBe(1);
  });

  test('a rung or three more, and they are proved whatever is done to the date', async () => {
    const silence = (workingDays: number) => ({ to: 'lead' as const, when: { whenSilentFor: { workingDays } } });
    const late = (to: 'headOf(lead)' | 'supervisor', workingDays: number) => ({ to, when: { after: { workingDays } } });
    const mended: Policy[] = [
      { ...express, remind: [...express.remind, silence(5)] },
      { ...recurringReport, remind: [...recurringReport.remind, silence(22)] },
      { ...noDeadline, escalate: [...noDeadline.escalate, late('headOf(lead)', 1), late('supervisor', 5)] },
    ];
    const files = await Promise.all(mended.map((policy, i) => write(`${i}.json`, policy)));
    const ran = await run(...files, '--format', 'json');
    expect(parsed(ran).map(refuted)).toEqual([{}, {}, {}]);
  });
});

describe('the command', () => {
  test('names a policy’s content: the order of its fields is not content', async () => {
    const { id, ...rest } = standard;
    const ran = await run(
      await write('same.json', { ...rest, id }),
      await write('other.json', { ...standard, name: 'Khác' }),
      ...['--acts', '0', '--format', 'json'],
    );
    expect(ran.stderr).toMatch(/xong sau/);
    const [same, other] = parsed(ran);
    expect(same?.version).toBe(parsed(shipped)[0]?.version);
    expect(other?.version).not.toBe(same?.version);
  });

  test('a table for people, the story in it, and what was not looked at', async () => {
    const file = await write('bac.json', { ...standard, close: { submittedBy: 'lead', approvedBy: 'secretariat' } });
    const { code, stdout } = await run(file);
    expect(code).toBe(1);
    expect(stdout).toMatch(/SAI/);
    expect(stdout).toMatch(/Phản ví dụ: Nhiệm vụ chưa đóng luôn còn/);
    expect(stdout).toMatch(/đơn vị chủ trì trình kết quả/);
    expect(stdout).toMatch(/thao tác ít gặp \(.*tạm hoãn/);
    expect(stdout).toMatch(/mọi thứ tự đến 6 thao tác/);
  });

  test.each([
    [['khong-co.json'], /khong-co\.json: không có tệp này/],
    [['--acts', 'nhiều'], /--acts nhiều: ghi một số/],
    [['--deadlines', 'x'], /--deadlines x: .*any, dated, none/],
  ])('%j is bad input: one line that says what would be right', async (args, line) => {
    const { code, stdout, stderr } = await run(...args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr.trim()).toMatch(line);
  });
});
