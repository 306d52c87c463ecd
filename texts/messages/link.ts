import { cutAtWord } from './clean.ts';
import type { MessageLink } from './content.ts';
import type { MessageFacts } from './facts.ts';

/** Zalo's limit of a text message, in characters. */
const ZALO_TEXT = 2_000;

export function linkOf({ link }: MessageFacts): MessageLink | undefined {
  if (link === undefined) return undefined;
  return {
    label: link.takesActs ? 'Xem và phản hồi' : 'Xem nhiệm vụ',
    url: link.url,
    note: 'Liên kết dành riêng cho người nhận thư này; đề nghị không chuyển tiếp.',
  };
}

/** The short form with the address last and whole: the words give way, a cut address leads nowhere. */
export function withLink(body: string, link: MessageLink | undefined): string {
  if (link === undefined) return body;
  const tail = ` ${link.label}: ${link.url}`;
  return `${cutAtWord(body, ZALO_TEXT - [...tail].length)}${tail}`;
}
