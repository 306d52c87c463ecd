import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readNotices } from '../../notices/index.ts';
import { type Labelled, type Score, scoreOf } from './label-score.ts';
import { calendar } from './support.ts';

const ROOM = join(process.cwd(), 'bench', 'reading');
const ids = readdirSync(ROOM)
  .filter((f) => f.endsWith('.json'))
  .map((f) => f.slice(0, -'.json'.length));

/** Labelled word for word, and read so: what is split from what, and where each directive begins. */
const EXACT = ['o01', 'o02', 'o03', 'o04'];

function documentOf(id: string) {
  const text = readFileSync(join(ROOM, `${id}.txt`), 'utf8');
  const label = JSON.parse(readFileSync(join(ROOM, `${id}.json`), 'utf8')) as Labelled;
  return { text, label, read: readNotices(text, { calendar }).flatMap((n) => n.directives) };
}

describe('the own notices, labelled in the form of the corpus', () => {
  test.each(EXACT)('%s', (id) => {
    const { label, read } = documentOf(id);
    const found = read.map((d) => ({
      begins: d.text.slice(0, 15),
      lead: d.lead.map((n) => n.name),
      coop: d.cooperating.map((n) => n.name),
      due: d.deadlines.map((x) => x.due).filter((x) => x !== null),
    }));
    const wanted = label.directives.map((d) => ({
      begins: d.first.slice(0, 15),
      lead: d.lead,
      coop: d.coop,
      due: d.deadlines.map((x) => x.due),
    }));
    expect(found).toEqual(wanted);
  });

  test('together: ready, cooperating, extra, sure', () => {
    const total: Record<string, number> = {};
    for (const id of ids) {
      const { text, label, read } = documentOf(id);
      for (const [k, n] of Object.entries(scoreOf(text, label, read))) total[k] = (total[k] ?? 0) + n;
    }
    const s = total as unknown as Score;
    expect(s.required).toBeGreaterThan(200);
    expect(s.ready / s.required).toBeGreaterThanOrEqual(0.97);
    expect(s.cooperating / s.named).toBeGreaterThanOrEqual(0.96);
    expect(s.extra / s.read).toBeLessThanOrEqual(0.02);
    expect(s.sureAndReady / s.sure).toBeGreaterThanOrEqual(0.98);
  });

  test('the comparison counts a miss, a wrong lead, a wrong day and what is no order', () => {
    const text = 'Hải Sơn, ngày 03 tháng 3 năm 2026\n\nI. NHIỆM VỤ\n\n1. Sở Y tế báo cáo trước ngày 30/4/2026.';
    const read = readNotices(text, { calendar }).flatMap((n) => n.directives);
    const label = {
      ref: '1',
      first: 'Sở Y tế báo cáo',
      last: 'trước ngày 30/4/2026.',
      lead: ['Sở Y tế'],
      coop: [],
      deadlines: [{ due: '2026-04-29' }],
    };
    const of = (over: object) => scoreOf(text, { directives: [{ ...label, ...over }], ignore: [] }, read);
    expect(of({})).toMatchObject({ required: 1, found: 1, ready: 1, extra: 0 });
    expect(of({ lead: ['Sở Nội vụ'] })).toMatchObject({ found: 1, ready: 0 });
    expect(of({ deadlines: [{ due: '2026-04-30' }] })).toMatchObject({ found: 1, ready: 0 });
    expect(of({ coop: ['Sở Nội vụ'] })).toMatchObject({ named: 1, cooperating: 0 });
    expect(scoreOf(text, { directives: [label], ignore: [] }, [])).toMatchObject({ found: 0, read: 0 });
    expect(scoreOf(text, { directives: [], ignore: [] }, read)).toMatchObject({ read: 1, extra: 1 });
  });
});

test('an item with a day is read or said to be unread, whatever its verb', () => {
  const item = 'Kết hợp luân phiên hai nguồn nước trước ngày 30/4/2026.';
  const [notice] = readNotices(
    `Hải Sơn, ngày 03 tháng 3 năm 2026\n\nI. NHIỆM VỤ\n\n1. Sở Y tế báo cáo.\n\n2. ${item}`,
    {
      calendar,
    },
  );
  const seen = [...(notice?.directives ?? []), ...(notice?.unread ?? [])].map((x) => x.text);
  expect(seen).toContain(item);
});
