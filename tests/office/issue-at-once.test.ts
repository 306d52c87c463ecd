import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { civilServants } from '../../dsl/time/civil-servants.ts';
import { instantAt } from '../../dsl/time/day.ts';
import { UserError } from '../../dsl/user-error.ts';
import { type Issued, type IssueOptions, issueNotice } from '../../office/issue.ts';
import type { ReadNotice } from '../../office/registration.ts';
import { shippedRules } from '../../policies/index.ts';
import { type NoticeRecord, openRegister, type Register } from '../../register/index.ts';
import { standInDirectory } from '../../rehearsal/stand-in-directory.ts';
import { ISSUE_LINES } from '../../texts/issue.ts';
import { composeMessage } from '../../texts/messages/index.ts';
import { type DirectiveSketch, sketchNotice } from '../support/notice.ts';
import { openTestTemporal, type TestTemporal } from '../support/temporal.ts';

/* Two clerks give out one notice at the same time: nothing is doubled, and each hears what was their part. */

const DAY = '2025-02-24';
const issuedAt = instantAt(DAY, 8 * 60);
const CLERK = { party: 'secretariat' } as const;

let temporal: TestTemporal;
let folder: string;
let register: Register;

beforeAll(async () => {
  temporal = await openTestTemporal();
});
afterAll(() => temporal.close());
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dondoc-at-once-'));
  register = await openRegister({
    ...{ file: join(folder, 'register.db'), compose: composeMessage, mailDomain: 'x.invalid' },
    calendar: civilServants,
  });
});
afterEach(async () => {
  await register.close();
  await rm(folder, { recursive: true });
});

const options = (more: Partial<IssueOptions> = {}): IssueOptions => ({
  ...{ register, client: temporal.client, calendar: civilServants, issuedAt, rules: shippedRules },
  ...{ clockOffsetMs: issuedAt - Date.now(), taskQueue: `none-${randomUUID()}` },
  ...more,
});

const LEADS = ['Sở Nội vụ', 'Sở Y tế', 'Sở Tư pháp', 'Sở Xây dựng', 'Sở Tài chính'];
const tasks = (n: number): DirectiveSketch[] =>
  LEADS.slice(0, n).map((lead, i) => ({ id: `I.${i + 1}`, lead, due: `2025-04-${i + 10}` }));
const numbered = () => `${randomUUID().slice(0, 8)}/TB`;

/** The same notice in other words, as somebody else's copy of it. */
const inOtherWords = (read: ReadNotice): ReadNotice => ({
  ...read,
  id: `${read.id}-khac`,
  text: `${read.text}\nBản này đã soát lại lỗi gõ.`,
});

const started = async () => (await register.directives.list()).filter((d) => d.issueState === 'started').length;

describe('one notice, twice at once', () => {
  test('what each started adds up to the notice; who found nothing left is told it was given out', async () => {
    const read = sketchNotice(numbered(), DAY, tasks(5));
    await register.directory.import(standInDirectory([read]));
    const both = await Promise.allSettled([issueNotice(read, options()), issueNotice(read, options())]);
    const done = both.filter((one): one is PromiseFulfilledResult<Issued> => one.status === 'fulfilled');
    expect(done.reduce((sum, { value }) => sum + value.tasks.started, 0)).toBe(5);
    expect(done.filter(({ value }) => !value.resumed)).toHaveLength(1);
    for (const one of both) if (one.status === 'rejected') expect(String(one.reason)).toContain('đã được giao');
    expect([(await register.directives.list()).length, await started()]).toEqual([5, 5]);
  });

  test('who was being asked while a colleague gave it out is told so, and starts nothing', async () => {
    const read = sketchNotice(numbered(), DAY, tasks(2));
    await register.directory.import(standInDirectory([read]));
    const slow = issueNotice(
      read,
      options({
        onPreview: async () => {
          await issueNotice(read, options());
        },
      }),
    );
    await expect(slow).rejects.toThrow(/đã được giao lúc/);
    expect(await started()).toBe(2);
  });

  test('another text of it that came while one was being asked is refused with the difference; nothing is doubled', async () => {
    const read = sketchNotice(numbered(), DAY, tasks(2));
    await register.directory.import(standInDirectory([read]));
    const slow = issueNotice(
      read,
      options({
        onPreview: async () => {
          await issueNotice(inOtherWords(read), options());
        },
      }),
    );
    await expect(slow).rejects.toThrow(/cùng số, ngày và nơi ban hành.*--replaces/);
    await expect(slow).rejects.toThrow(UserError);
    expect((await register.directives.list()).length).toBe(2);
    // Once somebody says they are two, they are.
    expect((await issueNotice(read, options({ allowSame: true }))).tasks).toEqual({ total: 2, started: 2 });
  });

  test('of two corrected editions at once the second is refused: it was held against words that hold no longer', async () => {
    const read = sketchNotice(numbered(), DAY, tasks(2));
    const longer = (n: number) => ({ ...sketchNotice(read.notice.number ?? '', DAY, tasks(n)), id: `${read.id}-${n}` });
    await register.directory.import(standInDirectory([longer(5)]));
    const { notice } = await issueNotice(read, options());
    const replaces = (onEdition?: () => Promise<void>) => ({
      replaces: { notice: notice as NoticeRecord, by: CLERK, ...(onEdition ? { onEdition } : {}) },
    });
    const slow = issueNotice(
      longer(4),
      options(
        replaces(async () => {
          await issueNotice(longer(3), options(replaces()));
        }),
      ),
    );
    await expect(slow).rejects.toThrow(/đã có bản đính chính khác .*chưa giao gì/);
    expect(await started()).toBe(3);
    // Said again, it is held against the newest.
    expect((await issueNotice(longer(4), options(replaces()))).edition?.added.map((d) => d.localId)).toEqual(['I.4']);
  });
});

test('what is said of one that goes on is what this call did', () => {
  const said = (of: number) => ISSUE_LINES.wentOn('9/TB', of, 7, issuedAt, 'abc');
  expect(said(3)).toBe(
    '9/TB: đã vào sổ lúc 08:00 24/02/2025; tất cả 7 nhiệm vụ, lần này giao tiếp 3; 4 đã được giao trước đó hoặc ở nơi khác cùng lúc (mã abc)',
  );
  expect(said(7)).toBe('9/TB: đã vào sổ lúc 08:00 24/02/2025; tất cả 7 nhiệm vụ, lần này giao tiếp 7 (mã abc)');
  expect(said(0)).toContain('lần này không phải giao thêm; 7 đã được giao');
});
