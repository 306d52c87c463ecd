import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { renderHtml, renderText } from '../../delivery/email/index.ts';
import type { Role } from '../../dsl/policy/policy.ts';
import type { PostKind } from '../../dsl/rules/post.ts';
import { composeMessage, cutAtWord, type MessageContent, type MessageFacts } from '../../texts/messages/index.ts';
import { DIRECTIVE, factsOf, morning } from './support/facts.ts';

const of = (kind: PostKind, role: Role, day: string, more: Partial<MessageFacts> = {}): MessageContent =>
  composeMessage(factsOf(kind, role, day, more));

const KINDS = [
  ...(['assignment', 'copy', 'deadline-changed', 'acknowledge-reminder', 'due-reminder', 'silence-reminder'] as const),
  ...(['overdue', 'silence-escalation', 'unacknowledged-escalation', 'result-waiting', 'approval-reminder'] as const),
  ...(['returned', 'approved', 'cancelled'] as const),
];
const ROLES = ['lead', 'headOf(lead)', 'cooperating', 'supervisor', 'issuer', 'secretariat'] as const;

describe('laws', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.constantFrom('\r\nBcc: ai@khac.example\r\n', '<script>alert(1)</script>', '\u2028\u202eabc', '   ', '"\'&<b>'),
  );

  test('whatever is written into it, a message is clean lines and escaped HTML', () => {
    fc.assert(
      fc.property(fc.constantFrom(...KINDS), fc.constantFrom(...ROLES), hostile, hostile, (kind, role, a, b) => {
        const m = of(kind, role, '2025-03-19', {
          directive: { ...DIRECTIVE, text: a, phrase: b, localId: b, noticeNumber: a, issuer: b, leadNames: [a, b] },
          recipient: { name: a, agencyName: b, title: a, role },
          actBy: b,
          act: { type: 'cancel', by: { party: 'issuer' }, reason: a },
          earlier: [{ at: morning('2025-03-01'), to: b, kind: 'assignment', outcome: 'accepted' }],
        });
        const lines = [m.subject, m.heading, m.salutation, m.ask, ...m.paragraphs, ...Object.values(m.zalo)];
        for (const line of lines) expect(line).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
        expect(JSON.parse(JSON.stringify(m))).toEqual(m);
        const body = renderHtml(m).replace(/<style>[\s\S]*?<\/style>/, '');
        expect(body).not.toMatch(/<script|<b>|&(?!(amp|lt|gt|quot|#39);)/);
        expect(renderText(m)).toContain(m.ask);
        expect(m.ask.endsWith('.')).toBe(true);
      }),
    );
  });

  test('a cut text is never longer than asked, and whole when it fits', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.integer({ min: 1, max: 60 }), (text, max) => {
        const cut = cutAtWord(text, max);
        expect([...cut].length).toBeLessThanOrEqual(max);
        if ([...text].length <= max) expect(cut).toBe(text);
      }),
    );
  });
});
