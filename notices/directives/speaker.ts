import { ORDERS } from '../agencies/lexicon.ts';
import { namesAt } from '../agencies/lists.ts';
import type { Token } from '../text/tokens.ts';
import { directedAt, orderAt, type ToldActor } from './actor.ts';
import { toNames } from './draft.ts';
import type { Intro } from './intro.ts';
import type { Issuer } from './roles.ts';
import type { Parsed } from './segments.ts';

/** Who speaks in a document. What it asks of others is their task. */
export interface Speaker {
  readonly issuer: Issuer;
  /** In a paragraph that is no item: what the issuer says there of itself it tells nobody to do. */
  readonly loose: boolean;
}

/** "Sở A đề nghị …" in Sở A's own letter, "UBND tỉnh yêu cầu …" in what its chancery writes. */
export function isSpoken(p: Parsed, actor: Pick<ToldActor, 'at'> | null, speaker: Speaker | null): boolean {
  if (!actor || !speaker) return false;
  const [subject, other] = namesAt(p.tokens, actor.at)?.names ?? [];
  if (!subject || other) return false;
  return toNames(p, [subject]).some((name) => speaker.issuer.is(name));
}

/** "Sở A | đề nghị | UBND các xã …", "Chủ tịch UBND tỉnh | chỉ đạo | Sở A …": whom a subject asks to do what follows. */
export function askedBy(t: readonly Token[], actor: ToldActor): ToldActor | null {
  if (actor.by !== 'subject') return null;
  const inner = orderAt(t, actor.next, t.length) ?? directedAt(t, actor.next);
  return inner && { ...inner, at: actor.at };
}

const ANNOUNCES =
  /thông báo (?:về )?(?:thời gian|lịch|địa điểm|danh sách|kết quả|nội dung (?:kiểm tra|làm việc|cuộc họp|thẩm định|thanh tra))/u;

/** "Sở A thông báo thời gian, nội dung kiểm tra như sau:": when and where, by the issuer, and no tasks. */
export function announces(p: Parsed, { lead, by }: Pick<Intro, 'lead' | 'by'>, issuer: Issuer): boolean {
  const own = by === 'subject' && lead.length > 0 && toNames(p, lead).every((name) => issuer.is(name));
  return own && ANNOUNCES.test(p.clean.folded);
}

/** Where the order begins that the issuer gives in its own name; `at` where it gives none there. */
export function pastSpeaker(p: Parsed, at: number, speaker: Speaker): number {
  const next = namesAt(p.tokens, at)?.next ?? at;
  return ORDERS.at(p.tokens, next) > 0 && isSpoken(p, { at }, speaker) ? next : at;
}
