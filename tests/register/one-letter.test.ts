import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Policy } from '../../dsl/policy/index.ts';
import type { Post } from '../../dsl/rules/post.ts';
import * as sample from './support.ts';

/* Somebody in two roles of one ladder has one letter, where letters go on their own. */

const { at, DIRECTIVE_ID, POLICY, draft, wake } = sample;
const CLERK = 'van-thu';
const AFTER_ONE = { after: { workingDays: 1 } } as const;

const overdue = (index: number, to: Post['to'], more: Partial<Post> = {}): Post => ({
  ...{ key: `escalate.${index}/r0`, stage: 'escalate', kind: 'overdue', to, at: at('2025-04-01') },
  ...{ cause: { rung: AFTER_ONE }, ...more },
});
const toNamed = overdue(0, `person(${CLERK})`);
const toOffice = overdue(1, 'secretariat');
const gathered: Policy = { ...POLICY, channels: ['email'] };
const alone: Policy = { ...gathered, alone: true };

describe('who is in two roles of one ladder', () => {
  let opened: sample.Opened;
  beforeEach(async () => {
    opened = await sample.openFresh(sample.sqlite);
    await opened.register.directory.import(sample.DIRECTORY);
  });
  afterEach(() => opened.close());

  async function told(posts: readonly Post[], policy = alone): Promise<string[]> {
    await opened.register.notices.register(sample.NOTICE, [draft('1', { policy })]);
    await opened.register.directives.recordWake(wake({ at: at('2025-04-01'), posts }));
    const rows = (await opened.register.directives.show(DIRECTIVE_ID))?.messages ?? [];
    return rows
      .map(({ postKey, channel, outcome, reason }) => `${postKey} ${channel} ${outcome} ${reason ?? ''}`.trim())
      .sort();
  }
  const sameAs = (role: string) => `email skipped Lê Thị Hai nhận cùng nội dung trong một thư với tư cách ${role}`;

  test('has one letter, that of the first rung; the row of the other says in which', async () => {
    expect(await told([toNamed, toOffice])).toEqual([
      'escalate.0/r0 email planned',
      `escalate.1/r0 ${sameAs('người nêu tên (van-thu)')}`,
    ]);
    expect(await opened.register.calls.missed()).toEqual([]);
  });

  test('has the one that bears an official letter', async () => {
    const withLetter = { ...toOffice, cause: { rung: AFTER_ONE, letter: 'cong-van-don-doc' } };
    expect(await told([toNamed, withLetter])).toEqual([
      `escalate.0/r0 ${sameAs('văn phòng')}`,
      'escalate.1/r0 email planned',
    ]);
  });

  test('has two where they say different things', async () => {
    const silence: Post = { ...toOffice, kind: 'silence-escalation', cause: { rung: { whenSilentFor: { days: 5 } } } };
    expect(await told([toNamed, silence])).toEqual(['escalate.0/r0 email planned', 'escalate.1/r0 email planned']);
  });

  test('gathered, leaves in one message anyway', async () => {
    expect(await told([toNamed, toOffice], gathered)).toEqual([
      'escalate.0/r0 email planned',
      'escalate.1/r0 email planned',
    ]);
  });
});
