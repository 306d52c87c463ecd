import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import {
  at,
  DATABASES,
  DIRECTIVE_ID,
  DIRECTORY,
  draft,
  NOTICE,
  type Opened,
  openFresh,
  post,
  wake,
} from './support.ts';

/* Which directives a period judges, and what is handed over of each, on every database. */

describe.each(DATABASES)('judged ($name)', (database) => {
  let opened: Opened;
  beforeEach(async () => {
    opened = await openFresh(database);
    await opened.register.directory.import(DIRECTORY);
    const late = draft('2', { due: '2025-04-01' });
    const open = draft('3', { due: null });
    await opened.register.notices.register(NOTICE, [draft(), late, open]);
    for (const [seq, { id, due }] of [draft(), late, open].entries())
      await opened.register.directives.recordWake(
        wake({ directiveId: id, at: at('2025-03-03', 8, seq), posts: [post()], standing: { due } }),
      );
  });
  afterEach(() => opened.close());
  const codes = async (from: string, to: string, asOf = at('2025-04-10')) =>
    (await opened.register.directives.judged(asOf, { from, to })).map(({ row }) => row.code);

  test('by the last day on time, first and last day included; without a deadline by the day it closed', async () => {
    expect(await codes('2025-03-14', '2025-03-14')).toEqual(['1']);
    expect(await codes('2025-03-15', '2025-03-31')).toEqual([]);
    expect(await codes('2025-04-01', '2025-06-30')).toEqual(['2']);
    const { id } = draft('3');
    const closed = { status: 'approved', due: null, nextWake: null, closedAt: at('2025-03-31') } as const;
    await opened.register.directives.recordWake(
      wake({ directiveId: id, seq: 1, at: at('2025-03-31'), act: undefined as never, standing: closed }),
    );
    expect(await codes('2025-03-15', '2025-03-31')).toEqual(['3']);
  });

  test('with the log up to the instant, the policy and who was told', async () => {
    const act = { id: 'a1', act: { type: 'acknowledge', by: { party: 'lead' } } } as const;
    await opened.register.directives.recordWake(wake({ seq: 1, at: at('2025-03-05'), act }));
    const [first] = await opened.register.directives.judged(at('2025-03-10'), { from: '2025-03-01', to: '2025-03-31' });
    expect(first).toMatchObject({ policy: 'thu-nghiem', person: { id: 'dau-moi-yt', name: 'Phạm Văn Ba' } });
    expect(first?.log.map((entry) => entry.act?.type)).toEqual([undefined, 'acknowledge']);
    const [before] = await opened.register.directives.judged(at('2025-03-04'), {
      from: '2025-03-01',
      to: '2025-03-31',
    });
    expect(before?.log).toHaveLength(1);
    expect(before?.row.directiveId).toBe(DIRECTIVE_ID);
  });
});
