import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { civilServants } from '../../dsl/time/civil-servants.ts';
import { instantAt } from '../../dsl/time/day.ts';
import { UserError } from '../../dsl/user-error.ts';
import { type IssueOptions, issueNotice } from '../../office/issue.ts';
import type { IssuePreview } from '../../office/issue-preview.ts';
import { shippedRules } from '../../policies/index.ts';
import { openRegister, type Register } from '../../register/index.ts';
import { composeMessage } from '../../texts/messages/index.ts';
import { province } from '../support/directory.ts';
import { sketchNotice } from '../support/notice.ts';
import { openTestTemporal, type TestTemporal } from '../support/temporal.ts';

const DAY = '2025-09-03';
const issuedAt = instantAt(DAY, 8 * 60);
const MEMBERS = 9;

let temporal: TestTemporal;
let folder: string;
let register: Register;
beforeAll(async () => {
  temporal = await openTestTemporal();
});
afterAll(() => temporal.close());
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dondoc-groups-'));
  register = await openRegister({ file: join(folder, 'so.db'), compose: composeMessage, mailDomain: 'x.invalid' });
  await register.directory.import(province(MEMBERS));
});
afterEach(async () => {
  await register.close();
  await rm(folder, { recursive: true });
});

const notice = (group = 'UBND các xã') =>
  sketchNotice(`${randomUUID().slice(0, 8)}/TB`, DAY, [
    { id: 'I.1', lead: group, due: '2025-10-31', cooperating: ['Sở Số 1'] },
    { id: 'I.2', lead: 'Sở Số 2', due: '2025-09-30' },
  ]);

const options = (more: Partial<IssueOptions> = {}): IssueOptions => ({
  ...{ register, client: temporal.client, calendar: civilServants, issuedAt, rules: shippedRules },
  clockOffsetMs: issuedAt - Date.now(),
  taskQueue: `none-${randomUUID()}`,
  ready: new Set(['email']),
  ...more,
});

describe('issuing what a group is given', () => {
  test('each member has a workflow of its own, and what comes is counted before', async () => {
    let seen: IssuePreview | undefined;
    const onPreview = async (preview: IssuePreview) => {
      seen = preview;
    };
    const { directives } = await issueNotice(notice(), options({ onPreview }));
    expect(directives).toHaveLength(MEMBERS + 1);
    expect(seen).toMatchObject({ tasks: MEMBERS + 1, groups: [{ name: 'UBND các xã', members: MEMBERS }] });
    expect(seen?.agencies).toHaveLength(MEMBERS + 1);
    expect(seen?.unknownGroups).toEqual([]);
    for (const { workflowId } of directives) {
      expect((await temporal.client.workflow.getHandle(workflowId).describe()).status.name).toBe('RUNNING');
    }
  });

  test('cut short, the same call goes on, though the directory has changed meanwhile', async () => {
    const read = notice();
    const cut = (done: number) => {
      if (done === 4) throw new Error('cut');
    };
    await expect(issueNotice(read, options({ onStarted: cut }))).rejects.toThrow('cut');
    await register.directory.import(province(MEMBERS - 3));
    const totals: number[] = [];
    const { resumed, directives } = await issueNotice(read, options({ onStarted: (_, total) => totals.push(total) }));
    expect(resumed).toBe(true);
    expect(totals.length).toBeLessThan(MEMBERS + 1);
    expect(new Set(directives.map(({ id }) => id)).size).toBe(MEMBERS + 1);
    expect((await register.directives.list()).map(({ issueState }) => issueState)).toEqual(
      Array(MEMBERS + 1).fill('started'),
    );
    await expect(issueNotice(read, options())).rejects.toThrow(/đã được giao/);
  });

  test('a group the directory knows nobody of is asked about, and named in what is counted', async () => {
    const read = notice('UBND các phường');
    const refused = issueNotice(read, options());
    await expect(refused).rejects.toThrow(UserError);
    await expect(refused).rejects.toThrow(/I\.1 “UBND các phường”/);
    expect(await register.directives.list()).toEqual([]);
    let seen: IssuePreview | undefined;
    const onPreview = async (preview: IssuePreview) => {
      seen = preview;
    };
    const { directives } = await issueNotice(read, options({ allowUnknown: true, onPreview }));
    expect(directives).toHaveLength(2);
    expect(seen?.unknownGroups).toEqual(['UBND các phường']);
  });

  test('what recurs recurs for each member, and its occurrences are shares of one whole', async () => {
    const read = sketchNotice(`${randomUUID().slice(0, 8)}/TB`, DAY, [
      { id: 'I.1', lead: 'UBND các xã', due: '2025-09-24', recurrence: 'FREQ=MONTHLY;BYMONTHDAY=24' },
    ]);
    const { series, directives, notice: issued } = await issueNotice(read, options());
    expect(series).toHaveLength(MEMBERS);
    expect(new Set(series.map(({ workflowId }) => workflowId)).size).toBe(MEMBERS);
    const whole = series.map(({ template }) => template.parent?.id);
    expect(new Set(whole)).toEqual(new Set([directives[0]?.parent?.id.replace('/2025-09-24', '')]));
    expect(new Set(directives.map(({ parent }) => parent?.id)).size).toBe(1);
    expect(issued.id).toBe(directives[0]?.noticeId);
  });
});
