import { describe, expect, test } from '@jest/globals';
import { renderHtml, renderText } from '../../delivery/email/index.ts';
import type { Role } from '../../dsl/policy/policy.ts';
import type { PostKind } from '../../dsl/rules/post.ts';
import { type Day, instantAt } from '../../dsl/time/day.ts';
import { composeDigest, composeMessage, type Gathered } from '../../texts/messages/index.ts';
import { DIRECTIVE, factsOf } from './support/facts.ts';

/* How a morning's digest reads. */

const TODAY = '2025-03-17';
const now = instantAt(TODAY, 10 * 60);
interface Sketch {
  readonly kind: PostKind;
  readonly due: Day;
  readonly lead?: string;
}

function digest(role: Role, sketches: readonly Sketch[]) {
  const gathered = sketches.map(({ kind, due, lead = 'Sở Xây dựng' }, i): Gathered => {
    const directive = { ...DIRECTIVE, id: `d-${i}`, localId: `I.${i + 1}`, due, leadNames: [lead] };
    const link = { url: `https://x.example/l/${i}`, takesActs: true };
    const facts = factsOf(kind, role, TODAY, { directive, link });
    return { kind, at: facts.at, content: composeMessage(facts) };
  });
  return composeDigest(gathered, now);
}
const late = { kind: 'overdue', due: '2025-03-14' } as const;
const soon = { kind: 'due-reminder', due: '2025-03-24' } as const;
const times = (text: string, words: string) => text.split(words).length - 1;

describe('a digest', () => {
  test('of one kind asks once, in the place where a mail asks', () => {
    const content = digest('headOf(lead)', [late, late, late]);
    expect(content.ask).toContain('đồng chí trực tiếp chỉ đạo Sở Xây dựng hoàn thành');
    expect(content.paragraphs[0]).toMatch(
      /tổng hợp 3 nhiệm vụ cần xử lý, tính đến ngày 17\/03\/2025: 3 nhiệm vụ quá hạn\.$/,
    );
    for (const written of [renderText(content), renderHtml(content)])
      expect(times(written, 'trực tiếp chỉ đạo')).toBe(1);
  });

  test('of several asks each thing once, before those it is asked of', () => {
    const written = renderText(digest('lead', [late, late, soon, soon, { ...soon, due: '2025-03-31' }]));
    expect(times(written, 'đề nghị đồng chí khẩn trương hoàn thành')).toBe(1);
    expect(times(written, 'chậm nhất hết ngày 24/03/2025')).toBe(1);
    expect(times(written, 'chậm nhất hết ngày 31/03/2025')).toBe(1);
    const places = ['QUÁ HẠN', 'khẩn trương', 'I.1', 'I.2', 'SẮP ĐẾN HẠN', 'ngày 24/03', 'I.3', 'I.4', '31/03', 'I.5'];
    let from = 0;
    for (const place of places) {
      from = written.indexOf(place, from);
      expect([place, from]).not.toEqual([place, -1]);
    }
  });

  test('names no agency in each line where all is the reader’s own; else it does', () => {
    const own = digest('lead', [late, soon]).sections?.flatMap((s) => s.items.map((i) => i.heading)) ?? [];
    expect(own).toEqual([
      '41/TB-UBND, mục I.1 – hạn 14/03/2025: Quá hạn 3 ngày',
      expect.stringMatching(/^41\/TB-UBND, mục I\.2 – hạn 24\/03\/2025: /),
    ]);
    const followed = digest('supervisor', [late, { ...late, lead: 'Sở Y tế' }]);
    expect(followed.sections?.[0]?.items.map((i) => /– (Sở [^–]+) –/.exec(i.heading)?.[1])).toEqual([
      'Sở Xây dựng',
      'Sở Y tế',
    ]);
  });

  test('keeps its links legible where the reader’s screen is dark', () => {
    const written = renderHtml(digest('lead', [late, soon]));
    const links = written.match(/<a [^>]*>/g) ?? [];
    expect(links).toHaveLength(2);
    expect(links.filter((a) => !a.includes('class="go"'))).toEqual([]);
    expect(written).toMatch(/prefers-color-scheme:dark[\s\S]*\.go\{color:#f2a79b!important\}/);
  });

  test('gives the words of the notice whole, not as much as a short message holds', () => {
    expect(renderText(digest('lead', [late, soon]))).toContain(`“${DIRECTIVE.text}”`);
  });
});

test('hỏa tốc is written as the decree writes it, however the notice does', () => {
  const urgent = { ...DIRECTIVE, urgency: 'HOẢ TỐC' };
  const { heading, subject } = composeMessage(factsOf('assignment', 'lead', TODAY, { directive: urgent }));
  expect([heading, subject.slice(0, 9)]).toEqual(['Hỏa tốc: giao nhiệm vụ', 'HỎA TỐC –']);
});

test('a digest of a withdrawn notice says how many once, and that nothing is to be done', () => {
  const content = digest('lead', [
    { kind: 'cancelled', due: '2025-03-24' },
    { kind: 'cancelled', due: '2025-03-31' },
  ]);
  expect(content.subject).toBe('Nhiệm vụ đã hủy, ngày 17/03/2025: 2 nhiệm vụ');
  expect(content.paragraphs[0]).toMatch(/báo: 2 nhiệm vụ dưới đây đã được hủy, không cần thực hiện nữa\.$/);
  expect(content.zalo.body.split('\n')[0]).toMatch(/: 2 nhiệm vụ đã hủy\.$/);
});
