import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DAY_MS, HOUR_MS, instantAt } from '../../dsl/time/day.ts';
import { UserError } from '../../dsl/user-error.ts';
import { grantOf } from '../../office/links/grant.ts';
import { type KeyRing, openKeyRing, rotateKeys } from '../../office/links/keys.ts';
import { actIdOf, nonceFor } from '../../office/links/nonce.ts';
import { open, sign } from '../../office/links/token.ts';
import { standard } from '../../policies/standard.ts';

let folder: string;
let file: string;
let ring: KeyRing;
let count = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dondoc-keys-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));
beforeEach(async () => {
  file = join(folder, `${count++}`, 'link-keys.json');
  ring = await openKeyRing(file);
});

const field = fc.stringMatching(/^[A-Za-z0-9_-]{1,24}$/);

describe('a token', () => {
  test('opens to what was signed, for its purpose only', () => {
    fc.assert(
      fc.property(fc.array(field, { minLength: 1, maxLength: 3 }), (fields) => {
        const token = sign(ring, 'link', fields);
        expect(open(ring, 'link', token)).toEqual(fields);
        expect(open(ring, 'form', token)).toBeUndefined();
        expect(token).toMatch(/^[A-Za-z0-9._-]*[0-9a-f]$/);
      }),
    );
  });

  test('changed, cut or lengthened anywhere opens nothing', () => {
    const token = sign(ring, 'link', ['AbCdEfGhIjKlMnOpQrStUv', 'sx3380']);
    const change = fc.record({
      at: fc.nat(token.length - 1),
      to: fc.constantFrom(...'Aa0-_.zZ9', '', 'é', '\0', '%', token),
    });
    fc.assert(
      fc.property(change, ({ at, to }) => {
        const other = token.slice(0, at) + to + token.slice(at + 1);
        fc.pre(other !== token);
        expect(open(ring, 'link', other)).toBeUndefined();
      }),
      { numRuns: 500 },
    );
    fc.assert(fc.property(fc.string(), (any) => expect(open(ring, 'link', any)).toBeUndefined()));
  });

  test('of an older key opens until that key is dropped; another office’s never does', async () => {
    const token = sign(ring, 'link', ['a', 'b']);
    const rotated = await rotateKeys(file);
    expect(open(rotated, 'link', token)).toEqual(['a', 'b']);
    expect(sign(rotated, 'link', ['a', 'b'])).not.toBe(token);
    expect(open(await openKeyRing(file), 'link', sign(rotated, 'link', ['a']))).toEqual(['a']);
    const dropped = await rotateKeys(file, { drop: true });
    expect(open(dropped, 'link', token)).toBeUndefined();
    const other = await openKeyRing(join(folder, 'khac', 'link-keys.json'));
    expect(open(other, 'link', token)).toBeUndefined();
  });
});

describe('the key file', () => {
  test('is for its owner only, and the same for all who open it at once', async () => {
    const place = join(folder, 'chung', 'link-keys.json');
    const rings = await Promise.all(Array.from({ length: 8 }, () => openKeyRing(place)));
    expect(new Set(rings.map((r) => r.current.secret.toString('hex'))).size).toBe(1);
    expect((await stat(place)).mode & 0o777).toBe(0o600);
    expect(rings[0]?.current.secret).toHaveLength(32);
  });

  test('that is something else is refused in one line and left as it is', async () => {
    await writeFile(file, '{"format":1,"keys":[]}');
    await expect(openKeyRing(file)).rejects.toThrow(UserError);
    await expect(openKeyRing(file)).rejects.toThrow(/link-keys\.json: không phải tệp khoá/);
    expect(await readFile(file, 'utf8')).toBe('{"format":1,"keys":[]}');
  });
});

describe('a form’s nonce', () => {
  const form = { linkId: 'l', directiveId: 'd/1', act: 'acknowledge' } as const;
  const now = instantAt('2025-03-03', 600);

  test('gives the same act id however often it is sent, and another for each page shown', () => {
    const nonce = nonceFor(ring, form, now);
    const first = actIdOf(ring, form, now, nonce);
    expect(first).toEqual(actIdOf(ring, form, now + HOUR_MS, nonce));
    expect(first).toMatchObject({ stale: false });
    expect(actIdOf(ring, form, now, nonceFor(ring, form, now))).not.toEqual(first);
    expect(actIdOf(ring, form, now + 25 * HOUR_MS, nonce)).toMatchObject({ stale: true });
  });

  test.each([
    ['another link', { ...form, linkId: 'm' }],
    ['another directive', { ...form, directiveId: 'd/2' }],
    ['another act', { ...form, act: 'approve' as const }],
  ])('of %s is foreign', (_, other) => {
    expect(actIdOf(ring, form, now, nonceFor(ring, other, now))).toBe('foreign');
    expect(actIdOf(ring, form, now, sign(ring, 'link', ['a', 'b', 'c']))).toBe('foreign');
  });
});

describe('a link grants', () => {
  const at = instantAt('2025-03-03', 480);
  const grant = (role: Parameters<typeof grantOf>[0]['role'], due: string | null = '2025-03-31') =>
    grantOf({ ...{ role, at, due, policy: standard, directiveId: 'd', postKey: 'k' }, personId: 'p', agencyId: 'a' });

  test.each([
    [
      'lead',
      'directive',
      [
        'explain',
        'acknowledge',
        'accept-offer',
        'decline-offer',
        'report-progress',
        'submit-result',
        'withdraw-result',
        'ask-extension',
      ],
    ],
    ['cooperating', 'directive', ['acknowledge', 'report-progress']],
    [
      'headOf(lead)',
      'agency',
      [
        'explain',
        'acknowledge',
        'accept-offer',
        'decline-offer',
        'report-progress',
        'submit-result',
        'withdraw-result',
        'ask-extension',
      ],
    ],
    [
      'secretariat',
      'directive',
      [
        'approve',
        'return',
        'grant-extension',
        'offer-extension',
        'reject-extension',
        'accept-explanation',
        'reject-explanation',
        'ask-explanation',
        'withdraw-explanation-request',
      ],
    ],
    ['supervisor', 'directive', []],
  ] as const)('%s: what the role may do, and nothing that ends a directive', (role, scope, acts) => {
    expect(grant(role)).toMatchObject({ scope, acts });
  });

  test('a life past the deadline, never for ever', () => {
    const days = (g: { expiresAt: number }) => Math.floor((g.expiresAt - at) / DAY_MS);
    expect(days(grant('lead'))).toBe(90);
    expect(days(grant('lead', '2025-06-30'))).toBe(179);
    expect(days(grant('lead', null))).toBe(90);
    expect(days(grant('lead', '2030-01-01'))).toBe(400);
    expect(days(grant('headOf(lead)'))).toBe(30);
  });
});
