import { expect, test } from '@jest/globals';
import { instantAt } from '../../dsl/time/day.ts';
import { type PersonSession, personVisit, placeOf } from '../../office/people/index.ts';
import type { DirectiveRecord, Directory, NoticeRecord } from '../../register/index.ts';

/* A deputy decides on what they concluded, however the notice says so, and only reads the rest. */

const directory: Directory = {
  offices: { issuer: 'ubnd' },
  agencies: [{ id: 'ubnd', name: 'Ủy ban nhân dân tỉnh', aliases: [], kind: 'ubnd-tinh' }],
  people: [
    { id: 'an', name: 'Nguyễn Văn An' },
    { id: 'lan', name: 'Vũ Minh Lan' },
  ],
  positions: [
    { agency: 'ubnd', person: 'an', function: 'head', acting: false },
    { agency: 'ubnd', person: 'lan', function: 'deputy', acting: false },
  ],
};
const now = instantAt('2025-03-10', 9 * 60);
const directive = {
  id: 'x/1',
  status: 'assigned',
  lead: [],
  cooperating: [],
  supervisor: [],
} as unknown as DirectiveRecord;

function readsOnly(person: string, text: string, signer: string | null): boolean | undefined {
  const place = placeOf(directory, person, now);
  if (!place) throw new Error(`${person} holds no post`);
  const notice = { text, signer } as NoticeRecord;
  return personVisit({ id: 's', person } as unknown as PersonSession, directory, place, { directive, notice }, now)
    ?.readOnly;
}

test.each([
  [
    'named in the title, signed by order',
    'Kết luận của Phó Chủ tịch UBND tỉnh Vũ Minh Lan tại cuộc họp',
    'Lê Văn Chánh',
    false,
  ],
  ['signed', 'Giao Sở Nội vụ …', 'Vũ Minh Lan', false],
  [
    'concluded by the chairman, whoever signed',
    'Kết luận của Chủ tịch UBND tỉnh Nguyễn Văn An tại cuộc họp',
    'Vũ Minh Lan',
    true,
  ],
  ['said by nobody', 'Giao Sở Nội vụ …', null, true],
])('%s', (_, text, signer, readOnly) => {
  expect(readsOnly('lan', text, signer)).toBe(readOnly);
  expect(readsOnly('an', text, signer)).toBe(false);
});
