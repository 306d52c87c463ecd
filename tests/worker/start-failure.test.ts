import { describe, expect, test } from '@jest/globals';
import { explainFailedStart } from '../../worker/temporal-server/start-failure.ts';

// The words of CLI 1.9.1, as it wrote them when each was made to happen (the disk on a tmpfs of 600 KB).
describe('explainFailedStart', () => {
  const where = { port: 7233, dbFile: '/data/temporal.db', logFile: '/data/temporal.log' };
  test.each([
    [
      'Error: failed starting server: failed setting up schema: error executing statement "CREATE TABLE queues": database or disk is full (13)',
      /\/data\/temporal\.db: ổ đĩa đã đầy/,
    ],
    [
      'Error: failed starting server: failed creating namespaces: unable to create SQLite admin DB: unable to open database file (14)',
      /\/data\/temporal\.db để ghi: kiểm tra quyền/,
    ],
    [
      'Error: failed starting server: failed creating namespaces: error creating namespace "default": SQL logic error: no such table: namespaces (1)',
      /\/data\/temporal\.db: tệp đã hỏng/,
    ],
    [
      'Error: failed starting server: failed creating namespaces: unable to create SQLite admin DB: database is locked (5) (SQLITE_BUSY)',
      /\/data\/temporal\.db: một máy chủ Temporal khác đang giữ tệp này/,
    ],
    ["Error: can't set frontend port 7233: listen tcp 127.0.0.1:7233: bind: address already in use", /cổng 7233/],
    ['Error: something new\n', /something new \(nhật ký: \/data\/temporal\.log\)/],
    ['', /không để lại lời nào/],
  ])('%s', (words, line) => {
    const error = explainFailedStart({ tail: words.split('\n'), ...where });
    expect(error.name).toBe('UserError');
    expect(error.message).toMatch(line);
    expect(error.message).not.toContain('\n');
  });
});
