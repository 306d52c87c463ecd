import { expect, test } from '@jest/globals';
import { MAIL_SECURITIES, mailServerUrl, mailServerWords } from '../../settings/mail-server-url.ts';

test.each(MAIL_SECURITIES)(
  '%s: what is put together comes apart as it was, whatever letters the account has',
  (security) => {
    for (const [user, password] of [
      ['', ''],
      ['vp@haison.example', 'mật khẩu:/@#?%&'],
    ] as const) {
      const words = { host: 'smtp.haison.example', security, port: '2525', user, password };
      expect(mailServerWords(mailServerUrl(words))).toEqual(words);
    }
  },
);

test('a port left open is the usual one', () => {
  const words = { host: 'a.example', port: '', user: '', password: '' };
  expect(MAIL_SECURITIES.map((security) => mailServerWords(mailServerUrl({ ...words, security })).port)).toEqual([
    '587',
    '465',
    '25',
  ]);
});
