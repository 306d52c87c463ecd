import type { Day } from '../../dsl/time/day.ts';
import type { AUTHORITIES, headerReasons } from '../../texts/notice-header.ts';
import type { Urgency } from '../types.ts';

/** Why a field is not certain, or empty; the words for people stand beside. */
export type FieldReason = keyof typeof headerReasons;

/** One thing a document says of itself. */
export interface HeaderField<T> {
  readonly value: T | null;
  /** 0..1, that this is what a person sees there; of an empty field that there is none to be seen. */
  readonly confidence: number;
  readonly why?: FieldReason;
}

/** By what right somebody signs: in the name of a body, in place of, by order of or authorised by an official, acting. */
export type Authority = keyof typeof AUTHORITIES;

/** Who signed, as the block under the text says. */
export interface Signature extends HeaderField<string> {
  /** The signer's own position, as written; null where none is. */
  readonly position: string | null;
  /** In whose name or stead, the outermost first: "TL. CHỦ TỊCH", "KT. CHÁNH VĂN PHÒNG". */
  readonly authority: readonly { readonly by: Authority; readonly of: string }[];
}

/** What a document says of itself, each with how sure that is. */
export interface HeaderFields {
  readonly number: HeaderField<string>;
  readonly issued: HeaderField<Day>;
  readonly place: HeaderField<string>;
  readonly issuer: HeaderField<string>;
  readonly signer: Signature;
  readonly secrecy: HeaderField<string>;
  readonly urgency: HeaderField<Urgency>;
}
