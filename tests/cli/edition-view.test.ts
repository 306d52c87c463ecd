import { expect, test } from '@jest/globals';
import { editionLines } from '../../cli/edition-view.ts';
import type { Edition } from '../../office/edition/index.ts';

test('the shares of a group that change alike are one change, with how many they are; another change stands for itself', () => {
  const share = { localId: '2', text: 'Rà soát hồ sơ.', due: '2030-03-14', lead: [] };
  const adjusted = [
    { directive: share, text: 'Rà soát các hồ sơ.' },
    { directive: share, text: 'Rà soát các hồ sơ.' },
    { directive: share, text: 'Rà soát các hồ sơ.', due: '2030-03-20' },
  ];
  const nothing = { same: [], sameSeries: [], dropped: [], added: [], closed: [], droppedSeries: [], addedSeries: [] };
  const edition = { replaces: { number: '61/TB-VP', anchor: '2030-02-24' }, adjusted, ...nothing };
  expect(editionLines('61/TB-VP', edition as unknown as Edition).slice(1)).toEqual([
    '  2 (2 đơn vị): điều chỉnh',
    '    lời văn: “Rà soát hồ sơ.” → “Rà soát các hồ sơ.”',
    '  2: điều chỉnh',
    '    lời văn: “Rà soát hồ sơ.” → “Rà soát các hồ sơ.”',
    '    hạn: 14/03/2030 → 20/03/2030',
  ]);
});
