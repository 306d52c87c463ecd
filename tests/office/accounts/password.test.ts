import { describe, expect, test } from '@jest/globals';
import { parseOptions } from '@node-rs/argon2';
import fc from 'fast-check';
import {
  loginOf,
  PASSWORD_LETTERS,
  PASSWORD_MOST,
  PasswordWork,
  passwordFault,
} from '../../../office/accounts/index.ts';
import { ARGON2, hashPassword, isPassword, NOBODYS } from '../../../office/accounts/password-hash.ts';

describe('which passwords are taken', () => {
  test('a short sentence is, in any letters; nothing is asked of it but its length', () => {
    for (const password of [
      'chim bay về núi tối rồi',
      'mưa rơi trên mái ngói',
      'xanhtre7ngoirung',
      '日本語の長い合言葉です。十二',
    ])
      expect({ password, fault: passwordFault(password) }).toEqual({ password, fault: undefined });
  });

  test.each([
    ['matkhau12345', []],
    ['Mật khẩu 123456', []],
    ['Password@2026', []],
    ['aaaaaaaaaaaaaa', []],
    ['abcabcabcabcabc', []],
    ['123456789012', []],
    ['abcdefghijklmn', []],
    ['qwertyuiop12345', []],
    ['VietNam@123456', []],
    ['Phạm Hồng Loan 12', ['Phạm Hồng Loan']],
    ['phamhongloan@2026', ['loan.ph', 'Phạm Hồng Loan']],
    ['loan@anphu.gov.vn', ['loan@anphu.gov.vn']],
  ])('“%s” is guessable', (password, own) => {
    expect(passwordFault(password, own)).toBe('guessable');
  });

  test('the length counts letters, not the signs they are composed of', () => {
    const eleven = 'ếếếxyzuvwqk';
    expect([...eleven.normalize('NFC')].length).toBe(PASSWORD_LETTERS - 1);
    for (const form of ['NFC', 'NFD'] as const) expect(passwordFault(eleven.normalize(form))).toBe('short');
    expect(passwordFault('dài lắm '.repeat(40))).toBe('long');
  });

  test('whatever is drawn at random of twelve letters or more is taken; a piece said again and again never', () => {
    const letter = fc.integer({ min: 33, max: 126 }).map((code) => String.fromCharCode(code));
    // Twenty drawn letters hold a guessable piece and fewer than six others less often than anybody will see.
    fc.assert(
      fc.property(fc.array(letter, { minLength: 20, maxLength: 40 }), (letters) => {
        fc.pre(new Set(letters).size > 12);
        expect(passwordFault(letters.join(''))).toBeUndefined();
      }),
    );
    fc.assert(
      fc.property(fc.array(letter, { minLength: 1, maxLength: 5 }), (letters) => {
        const password = letters.join('').repeat(12);
        expect(passwordFault(password)).toBe('guessable');
      }),
    );
  });
});

test('a login is a short name or a mail address, whatever case it was typed in', () => {
  expect(loginOf('  Loan.PH ')).toBe('loan.ph');
  expect(loginOf('Loan@AnPhu.gov.vn')).toBe('loan@anphu.gov.vn');
  for (const typed of ['', 'l', 'Phạm Loan', '<b>', `a${'b'.repeat(200)}`]) expect(loginOf(typed)).toBeUndefined();
});

describe('hashing', () => {
  const work = new PasswordWork();

  test('the same letters are the same password however they were composed, and no other is', async () => {
    const hash = (await hashPassword(work, 'mưa rơi trên mái ngói'.normalize('NFD'))) ?? null;
    expect(await isPassword(work, hash, 'mưa rơi trên mái ngói'.normalize('NFC'))).toBe(true);
    expect(await isPassword(work, hash, 'mưa rơi trên mái ngói ')).toBe(false);
    expect(await isPassword(work, null, 'mưa rơi trên mái ngói')).toBe(false);
    expect(parseOptions(hash ?? '')).toMatchObject({ algorithm: 2, ...ARGON2 });
  });

  test('a name that has no password costs what one costs that has', () => {
    expect(parseOptions(NOBODYS)).toEqual(
      expect.objectContaining({ algorithm: 2, ...ARGON2, outputLen: 32, saltLen: 16 }),
    );
  });

  test('two at once, some wait their turn in the order they came, the rest are asked to come again', async () => {
    const own = new PasswordWork();
    const done: number[] = [];
    let running = 0;
    let most = 0;
    const results = await Promise.all(
      Array.from({ length: 50 }, (_, i) =>
        own.run(async () => {
          most = Math.max(most, ++running);
          await new Promise(setImmediate);
          running--;
          done.push(i);
          return i;
        }),
      ),
    );
    expect(most).toBe(2);
    expect(done).toEqual(Array.from({ length: 34 }, (_, i) => i));
    expect(results.filter((one) => one === undefined)).toHaveLength(16);
    // Work that fails gives its place back.
    await Promise.allSettled([1, 2, 3].map(() => own.run(() => Promise.reject(new Error('no')))));
    expect(await own.run(async () => 'free')).toBe('free');
  });

  test(`nothing longer than ${PASSWORD_MOST} letters was ever taken`, () => {
    expect(passwordFault('ab cd ef gh ij kl mn op qr st '.repeat(20))).toBe('long');
  });
});
