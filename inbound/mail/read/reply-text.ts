import { manyLines } from '../../../texts/messages/index.ts';

const LONGEST = 4_000;

/** Lines with which mail programs begin the message that is answered. */
const QUOTED_FROM = [
  /^-{2,}\s*(Original Message|Thư gốc|Tin nhắn gốc|Forwarded message|Thư chuyển tiếp)/i,
  /^_{8,}$/,
  /^(On|Vào|Ngày)\s.{4,200}(wrote|đã viết|viết)\s*:?$/i,
  /^(Từ|From)\s*:\s.*@/i,
];

/** What somebody wrote anew in a reply: without the message it answers and without a signature below "-- ". */
export function replyText(text: string): string {
  const lines = manyLines(text.split(/^-- ?\r?$/m)[0] ?? '').split('\n');
  const kept: string[] = [];
  for (const [i, line] of lines.entries()) {
    // "Vào … đã viết:" is often broken in two.
    const joined = `${line} ${lines[i + 1] ?? ''}`.trim();
    if (QUOTED_FROM.some((from) => from.test(line)) || QUOTED_FROM[2]?.test(joined)) break;
    if (!line.startsWith('>')) kept.push(line);
  }
  return manyLines(kept.join('\n')).slice(0, LONGEST);
}

/** Plain text of a reply that came as HTML alone: block ends become line ends, what is quoted is dropped. */
export function textOfHtml(html: string): string {
  return html
    .replace(/<(style|script|head|blockquote)\b[\s\S]*?(<\/\1>|$)/gi, ' ')
    .replace(/<div[^>]*class="?gmail_quote[\s\S]*$/i, ' ')
    .replace(/<br\s*\/?>|<\/(p|div|tr|li|h\d)>/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(nbsp|amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity] ?? entity);
}

const ENTITIES: Readonly<Record<string, string>> = {
  ...{ '&nbsp;': ' ', '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" },
};
