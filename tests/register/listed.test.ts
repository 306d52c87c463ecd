import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { OPEN_STATUSES, type Status } from '../../dsl/rules/state.ts';
import { addDays, DAY_MS } from '../../dsl/time/day.ts';
import { codeIn, type DirectiveRecord, isLateAt, type ListFilter } from '../../register/index.ts';
import { searchWords } from '../../register/listed/words.ts';
import { at, by, DATABASES, draft, NOTICE, NOTICE_ID, type Opened, openFresh, wake } from './support.ts';

const FIRST = '2025-03-10';
const AGENCIES = ['so-y-te', 'so-xay-dung', 'so-noi-vu'] as const;
const NAMES = { 'so-y-te': 'Sở Y tế', 'so-xay-dung': 'Sở Xây dựng', 'so-noi-vu': 'Sở Nội vụ' } as const;
const TEXTS = ['Rà soát trạm y tế', 'Báo cáo Thủ tướng', 'Hoàn thiện hồ sơ đất đai', 'rà soát HỒ SƠ'] as const;
const SEARCHES = [
  '',
  'ra soat',
  'rà',
  'ho so',
  'đất',
  'dat dai bao',
  'noi vu',
  '12/TB',
  'zz',
  '3',
  '1',
  '- ,',
] as const;
const STATUSES: readonly Status[] = ['assigned', 'acknowledged', 'suspended', 'submitted', 'approved', 'cancelled'];

const oneDirective = fc.record({
  text: fc.constantFrom(...TEXTS),
  agency: fc.constantFrom(...AGENCIES),
  due: fc.option(fc.integer({ min: 0, max: 4 }), { nil: null }),
  dueTime: fc.option(fc.constant('10:00'), { nil: undefined }),
  group: fc.constantFrom(undefined, undefined, 'a', 'b'),
  status: fc.option(fc.constantFrom(...STATUSES), { nil: undefined }),
  /** Days after the first deadline. */
  handedIn: fc.integer({ min: 0, max: 4 }),
});
type One = typeof oneDirective extends fc.Arbitrary<infer T> ? T : never;

const filters: fc.Arbitrary<ListFilter> = fc.record(
  {
    words: fc.constantFrom(...SEARCHES),
    status: fc.constantFrom<readonly Status[]>(OPEN_STATUSES, ['submitted'], ['approved', 'assigned'], []),
    overdueAt: fc.integer({ min: 5, max: 9 }).map((days) => at(FIRST) + days * DAY_MS),
    agencies: fc.subarray([...AGENCIES, 'khong-co']),
    noticeIds: fc.constantFrom([NOTICE_ID], ['x']),
    parents: fc.constantFrom([`${NOTICE_ID}/a`], [`${NOTICE_ID}/b`, 'x']),
    isFolded: fc.boolean(),
  },
  { requiredKeys: [] },
);

describe.each(DATABASES)('a list of the database ($name)', (database) => {
  test('is what the rules and the words say of every directive, in order, in pages', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(oneDirective, { minLength: 1, maxLength: 12 }),
        fc.array(filters, { minLength: 12, maxLength: 12 }),
        async (ones, asked) => {
          const opened = await openFresh(database);
          try {
            await enter(opened, ones);
            const { directives } = opened.register;
            const everything = await directives.list();
            for (const filter of asked) {
              const fitting = everything.filter((one) => fits(one, filter));
              const places = filter.isFolded ? fitting.filter((one, i) => isFirst(fitting, one, i)) : fitting;
              const found = await directives.page(filter, 50);
              expect({ filter, ...countsOf(found), ids: idsOf(found.shown) }).toEqual({
                filter,
                total: fitting.length,
                places: places.length,
                isMore: false,
                ids: idsOf(places),
              });
              const wholes = found.shown.flatMap(({ parent }) => (filter.isFolded && parent ? [parent.id] : []));
              const shares = everything.filter(({ parent }) => parent && wholes.includes(parent.id));
              expect(idsOf(found.shares).sort()).toEqual(idsOf(shares).sort());
              expect(idsOf((await directives.page(filter, 2, 1)).shown)).toEqual(idsOf(places.slice(1, 3)));
            }
          } finally {
            await opened.close();
          }
        },
      ),
      { numRuns: 5 },
    );
  });

  test('follows what is corrected and given to another', async () => {
    const opened = await openFresh(database);
    const { directives, notices } = opened.register;
    await notices.register(NOTICE, [draft('1')]);
    const { id } = draft('1');
    const found = async (filter: ListFilter) => idsOf((await directives.page(filter, 9)).shown);
    expect(await found({ words: 'tram y te', agencies: ['so-y-te'] })).toEqual([id]);
    const office = { party: 'secretariat' } as const;
    const lead = [{ name: 'Sở Nội vụ', agency: 'so-noi-vu' }];
    const reassigned = by({ type: 'reassign', by: office, lead, reason: 'x' });
    await directives.recordWake(wake({ directiveId: id, act: reassigned }));
    const corrected = by({ type: 'correct', by: office, text: 'Kiểm tra kho', reason: 'x' });
    await directives.recordWake(wake({ directiveId: id, seq: 1, act: corrected, standing: { due: '2025-04-02' } }));
    expect(await found({ words: 'tram' })).toEqual([]);
    expect(await found({ words: 'kiem kho noi vu' })).toEqual([id]);
    expect(await found({ agencies: ['so-y-te'] })).toEqual([]);
    expect(await found({ agencies: ['so-noi-vu'], overdueAt: at('2025-04-03') })).toEqual([id]);
    expect(await found({ overdueAt: at('2025-04-02', 23) })).toEqual([]);
    expect(idsOf(await directives.list({ agency: 'so-noi-vu' }))).toEqual([id]);
    await opened.close();
  });
});

async function enter({ register }: Opened, ones: readonly One[]): Promise<void> {
  const drafts = ones.map(({ text, agency, due, dueTime, group }, i) => {
    const localId = `${group ?? i}${group === undefined ? '' : `@${i}`}`;
    return draft(localId, {
      text,
      span: [i, i + 1],
      localId: group ?? String(i),
      due: due === null ? null : addDays(FIRST, due),
      lead: [{ name: NAMES[agency], agency }],
      ...(dueTime === undefined || due === null ? {} : { dueTime }),
      ...(group === undefined ? {} : { parent: { id: `${NOTICE_ID}/${group}`, lead: [] } }),
    });
  });
  await register.notices.register(NOTICE, drafts);
  for (const [i, { status, handedIn }] of ones.entries()) {
    const one = drafts[i];
    if (status === undefined || one === undefined) continue;
    const handed = at(addDays(FIRST, handedIn));
    const isIn = status === 'submitted' || status === 'approved';
    const isClosed = status === 'approved' || status === 'cancelled';
    const standing = {
      status,
      due: one.due,
      ...(one.dueTime === undefined ? {} : { dueTime: one.dueTime }),
      ...(isIn ? { submittedAt: handed } : {}),
      ...(isClosed ? { closedAt: handed + DAY_MS } : {}),
    };
    await register.directives.recordWake(wake({ directiveId: one.id, standing }));
  }
}

/** The answer in memory: words as they are typed, lateness as the rules say. */
function fits(one: DirectiveRecord, filter: ListFilter): boolean {
  const { words = '', status, overdueAt, noticeIds, agencies, parents } = filter;
  const own = searchWords([NOTICE.number ?? '', codeIn(one.localId), one.text, ...one.lead.map(({ name }) => name)]);
  return (
    searchWords([words]).every((word) =>
      own.some((mine) => (/^\d+$/.test(word) ? mine === word : mine.startsWith(word))),
    ) &&
    (status === undefined || status.includes(one.status)) &&
    (overdueAt === undefined || isLateAt(one, overdueAt)) &&
    (noticeIds === undefined || noticeIds.includes(one.noticeId)) &&
    (agencies === undefined || one.lead.some(({ agency }) => agency !== undefined && agencies.includes(agency))) &&
    (parents === undefined || (one.parent !== undefined && parents.includes(one.parent.id)))
  );
}

function isFirst(list: readonly DirectiveRecord[], one: DirectiveRecord, place: number): boolean {
  return one.parent === undefined || list.findIndex(({ parent }) => parent?.id === one.parent?.id) === place;
}

const idsOf = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);

function countsOf({ total, places, isMore }: { total: number; places: number; isMore: boolean }) {
  return { total, places, isMore };
}
