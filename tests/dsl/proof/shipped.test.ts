/** @slow three years of issue days for each policy that ships */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Policy, Rung } from '../../../dsl/policy/index.ts';
import { express, noDeadline, standard } from '../../../policies/index.ts';
import { dondoc, environment, type Ran } from '../../support/dondoc.ts';

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
  readonly bound: { readonly actsExhausted: boolean; readonly lives: number; readonly wakes: number };
}

/** Wakes tried for one policy; half as many again as the most that was seen. */
const MOST_WAKES = 170_000;

let folder: string;
let shipped: Ran;
const run = (...args: string[]) => dondoc(['check', ...args], environment(folder));
const parsed = (ran: Ran) => (JSON.parse(ran.stdout) as { policies: CheckedPolicy[] }).policies;
const write = async (name: string, policy: unknown) => {
  await writeFile(join(folder, name), JSON.stringify(policy));
  return join(folder, name);
};
/** Refuted properties with their stories. */
const refuted = (policy: CheckedPolicy | undefined) =>
  Object.fromEntries(
    (policy?.properties ?? []).flatMap(({ name, counterexample }) =>
      counterexample ? [[name, counterexample.story]] : [],
    ),
  );

/** What a policy is held to, in the order it is told. */
const PROMISES = [
  'open-states-wake',
  'overdue-reaches-head-and-supervisor',
  'messages-in-hours-and-once',
  'every-rung-fires',
  'few-messages-a-day',
  'suspended-time-not-counted',
  'only-people-close',
];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dondoc-check-'));
  shipped = await run('--format', 'json');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the policies that ship', () => {
  test('are checked on every issue day and in every order of acts, in no more steps than it takes', () => {
    expect([...shipped.stderr.matchAll(/xử lý ([\d.]+) giây/g)]).toHaveLength(4);
    for (const { bound } of parsed(shipped)) {
      // Steps are counted, not seconds: machines differ, and other tests run beside this one.
      expect(bound.wakes).toBeLessThan(MOST_WAKES);
      // 1,096 issue days, and at least ten due days for each.
      expect(bound.lives).toBeGreaterThan(1096 * 10);
      expect(bound.actsExhausted).toBe(true);
    }
  });

  test('are proved, each property, whatever is done to the date and however often they are suspended', () => {
    expect(shipped.code).toBe(0);
    expect(parsed(shipped).map((p) => p.policy)).toEqual(['tieu-chuan', 'hoa-toc', 'khong-han', 'bao-cao-dinh-ky']);
    for (const { version, properties } of parsed(shipped)) {
      expect(version).toMatch(/^[0-9a-f]{12}$/);
      expect(properties.map((p) => [p.name, p.verdict])).toEqual(PROMISES.map((name) => [name, 'proved']));
      for (const { cases = 0 } of properties) expect(cases).toBeGreaterThan(10_000);
    }
  });

  const DARK = 'SAI: nhiệm vụ đang thực hiện mà không quy tắc nào còn nhắc đến nữa, trừ khi có người thao tác';

  test('without the rungs for a date taken away or given they are refuted, and the story says how', async () => {
    const isSilence = ({ when }: Rung) => 'whenSilentFor' in when;
    const stripped: Policy[] = [
      {
        ...express,
        remind: express.remind.filter((r) => !isSilence(r)),
        escalate: express.escalate.filter((r) => !isSilence(r)),
      },
      {
        ...noDeadline,
        remind: noDeadline.remind.filter(isSilence),
        escalate: noDeadline.escalate.filter((r) => !('after' in r.when)),
      },
    ];
    const files = await Promise.all(stripped.map((policy, i) => write(`${i}.json`, policy)));
    const ran = await run(...files, '--acts', '2', '--format', 'json');
    expect(ran.code).toBe(1);
    const [urgent, undated] = parsed(ran).map(refuted);
    expect(urgent).toEqual({
      'open-states-wake': [
        '07:00 02/01/2024: ban hành nhiệm vụ, không có hạn, không có đơn vị phối hợp',
        '07:00 02/01/2024: giao nhiệm vụ → đơn vị chủ trì (khi giao việc)',
        '07:00 02/01/2024: gửi để biết → người đứng đầu đơn vị chủ trì (khi giao việc)',
        '07:01 02/01/2024: đơn vị chủ trì xác nhận tiếp nhận',
        `07:01 02/01/2024: ${DARK}`,
      ],
    });
    expect(Object.keys(undated ?? {})).toEqual(['open-states-wake', 'overdue-reaches-head-and-supervisor']);
    expect(undated?.['overdue-reaches-head-and-supervisor']?.at(-1)).toMatch(
      /SAI: quá hạn kể từ .*, mọi bậc đã gửi hết mà người đứng đầu đơn vị chủ trì chưa được báo quá hạn/,
    );
  });
});

describe('the command', () => {
  test('names a policy’s content: the order of its fields is not content', async () => {
    const { id, ...rest } = standard;
    const ran = await run(
      await write('same.json', { ...rest, id }),
      await write('other.json', { ...standard, name: 'Khác' }),
      // What it proves is no matter here: a name is read off as little as can be proved.
      ...['--acts', '0', '--deadlines', 'none', '--format', 'json'],
    );
    expect(ran.stderr).toMatch(/xong sau/);
    const [same, other] = parsed(ran);
    expect(same?.version).toBe(parsed(shipped)[0]?.version);
    expect(other?.version).not.toBe(same?.version);
  });

  test('a table for people, the story in it, and what was not looked at', async () => {
    const file = await write('bac.json', { ...standard, close: { submittedBy: 'lead', approvedBy: 'secretariat' } });
    const { code, stdout } = await run(file, '--acts', '3', '--deadlines', 'none');
    expect(code).toBe(1);
    expect(stdout).toMatch(/SAI/);
    expect(stdout).toMatch(/Phản ví dụ: Nhiệm vụ chưa đóng luôn còn/);
    expect(stdout).toMatch(/đơn vị chủ trì trình kết quả/);
    expect(stdout).toMatch(/thao tác ít gặp \(.*tạm hoãn/);
    expect(stdout).toMatch(/mọi thứ tự đến 3 thao tác/);
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
