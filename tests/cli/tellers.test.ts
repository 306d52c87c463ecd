import { expect, test } from '@jest/globals';
import { tellers } from '../../cli/tellers.ts';

test('what is begun again at a start is one line, however many; the log has them all by id', () => {
  const noted: [string, object | undefined][] = [];
  const say = {
    line: () => {},
    log: () => {},
    note: (text: string, about?: object) => {
      noted.push([text, about]);
    },
  };
  tellers(say).onRestarted(['a/1']);
  tellers(say).onRestarted(['a/1', 'a/2', 'a/3']);
  expect(noted).toEqual([
    [expect.stringContaining('nhiệm vụ a/1:'), { directives: ['a/1'] }],
    [expect.stringContaining('của 3 nhiệm vụ:'), { directives: ['a/1', 'a/2', 'a/3'] }],
  ]);
});
