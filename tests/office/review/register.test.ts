import { describe, expect, test } from '@jest/globals';
import { type CorrectionDraft, directiveIdOf } from '../../../register/index.ts';
import { at, DATABASES, draft, NOTICE, NOTICE_ID, openFresh } from '../../register/support.ts';

const id = directiveIdOf(NOTICE_ID, '1');
const corrections: CorrectionDraft[] = [
  { directiveId: id, field: 'due', was: '2025-03-14', is: '2025-03-20', by: 'Phạm Hồng Loan' },
  { directiveId: directiveIdOf(NOTICE_ID, '2'), field: 'drop', was: 'Lời văn', is: null, by: 'Phạm Hồng Loan' },
  { directiveId: id, field: 'confirm', was: '0.5', is: 'confirmed', by: 'Phạm Hồng Loan' },
];

describe.each(DATABASES)('corrections in the register ($name)', (database) => {
  test('both versions are kept with who and when, in their order; the same notice again adds none', async () => {
    const opened = await openFresh(database, { now: () => at('2025-03-04') });
    try {
      await opened.register.notices.register(NOTICE, [draft()], corrections);
      const kept = await opened.register.notices.corrections(NOTICE_ID);
      expect(kept).toEqual(corrections.map((c, seq) => ({ ...c, noticeId: NOTICE_ID, seq, at: at('2025-03-04') })));
      const again = await opened.again();
      const { outcome } = await again.notices.register(NOTICE, [draft()], corrections.slice(0, 1));
      expect(outcome).toBe('already-registered');
      expect(await again.notices.corrections(NOTICE_ID)).toEqual(kept);
    } finally {
      await opened.close();
    }
  });

  test('a notice that cannot be registered whole leaves no correction behind', async () => {
    const opened = await openFresh(database);
    try {
      await expect(opened.register.notices.register(NOTICE, [draft(), draft()], corrections)).rejects.toThrow();
      expect(await opened.register.notices.corrections(NOTICE_ID)).toEqual([]);
    } finally {
      await opened.close();
    }
  });
});
