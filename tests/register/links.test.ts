import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { at, DATABASES, DIRECTIVE_ID, type Opened, openIssued, post, wake } from './support.ts';

describe.each(DATABASES)('the links it gave out ($name)', (database) => {
  let opened: Opened;
  beforeEach(async () => {
    opened = await openIssued(database);
    opened.register.links.carry(({ personId, at: from }) => ({
      id: `lien-ket-${personId}`,
      grant: { scope: 'directive', party: 'lead', acts: ['acknowledge'], expiresAt: from + 86_400_000 },
      url: `https://vp.example/l/${personId}`,
    }));
    const posts = [post(), post({ key: 'escalate', to: 'headOf(lead)', kind: 'overdue', stage: 'escalate' })];
    await opened.register.directives.recordWake(wake({ posts }));
  });
  afterEach(() => opened.close());

  const WORD = { by: 'Lê Hà', reason: 'Gửi nhầm' };
  const ended = async () => {
    const links = await opened.register.links.list({ directiveId: DIRECTIVE_ID });
    return links.filter((link) => link.revokedAt !== null).map((link) => link.personId);
  };

  test('are told by directive, by person, by agency, and by several of them', async () => {
    const of = async (which: Parameters<typeof opened.register.links.list>[0]) =>
      (await opened.register.links.list(which)).map((link) => link.personId).sort();
    expect(await of({ directiveId: DIRECTIVE_ID })).toEqual(['dau-moi-yt', 'giam-doc-yt']);
    expect(await of({ agencyId: 'so-y-te' })).toEqual(['dau-moi-yt', 'giam-doc-yt']);
    expect(await of({ personId: 'giam-doc-yt' })).toEqual(['giam-doc-yt']);
    expect(await of({ directiveId: 'khac', personId: 'giam-doc-yt' })).toEqual([]);
    await expect(of({})).rejects.toThrow(/no link is selected/);
  });

  test('one person’s end, and nobody else’s; who said so and why is kept, the second time changes nothing', async () => {
    const { register } = opened;
    expect(await register.links.revoke({ directiveId: DIRECTIVE_ID, personId: 'dau-moi-yt' }, WORD)).toBe(1);
    expect(await ended()).toEqual(['dau-moi-yt']);
    const again = { by: 'Người khác', reason: 'Khác' };
    expect(await register.links.revoke({ personId: 'dau-moi-yt' }, again)).toBe(0);
    const [link] = await register.links.list({ personId: 'dau-moi-yt' });
    expect(link).toMatchObject({ revokedBy: 'Lê Hà', revokedReason: 'Gửi nhầm' });
    expect((await register.links.find('lien-ket-dau-moi-yt', '2025-03-03'))?.link.revokedAt).not.toBeNull();
  });

  test('none end where nothing is selected', async () => {
    await expect(opened.register.links.revoke({}, WORD)).rejects.toThrow(/no link is selected/);
    expect(await ended()).toEqual([]);
    expect((await opened.register.links.list({ personId: 'giam-doc-yt' }))[0]?.expiresAt).toBe(at('2025-03-04'));
  });
});
