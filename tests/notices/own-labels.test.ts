import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readNotices } from '../../notices/index.ts';
import { calendar } from './support.ts';

interface Label {
  readonly ref: string;
  readonly first: string;
  readonly lead: readonly string[];
  readonly coop: readonly string[];
  readonly deadlines: readonly { readonly due: string | null }[];
}

const ROOM = join(process.cwd(), 'bench', 'reading');
const ids = readdirSync(ROOM)
  .filter((f) => f.endsWith('.json'))
  .map((f) => f.slice(0, -'.json'.length));

describe('the own notices, labelled in the form of the corpus', () => {
  test.each(ids)('%s', (id) => {
    const text = readFileSync(join(ROOM, `${id}.txt`), 'utf8');
    const { directives } = JSON.parse(readFileSync(join(ROOM, `${id}.json`), 'utf8')) as { directives: Label[] };
    const read = readNotices(text, { calendar }).flatMap((n) => n.directives);
    const found = read.map((d) => ({
      begins: d.text.slice(0, 15),
      lead: d.lead.map((n) => n.name),
      coop: d.cooperating.map((n) => n.name),
      due: d.deadlines.map((x) => x.due).filter((x) => x !== null),
    }));
    const wanted = directives.map((d) => ({
      begins: d.first.slice(0, 15),
      lead: d.lead,
      coop: d.coop,
      due: d.deadlines.map((x) => x.due),
    }));
    expect(found).toEqual(wanted);
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
