import type { Day } from '../../dsl/time/day.ts';

/** A paragraph of a letter's body; the words of the notice stand in paragraphs of their own. */
export interface LetterParagraph {
  readonly text: string;
  readonly quote?: true;
}

/**
 * A letter as it is kept in the ledger beside the message it goes with: plain data, complete in itself, in the parts
 * Nghị định 30/2020/NĐ-CP (Phụ lục I) names. What only the signer can know (number, day, name) is left open.
 *
 * Every string is one line, NFC, free of control characters.
 */
export interface LetterContent {
  /** Version of this data's shape. */
  readonly format: 1;
  /** As the policy's rung names it. */
  readonly template: 'cong-van-don-doc';
  /** ASCII, ending in .docx. */
  readonly fileName: string;
  /** The day it was drafted on. */
  readonly drafted: Day;
  /** In capitals; empty where the issuing body has none above it. */
  readonly governingBody: string;
  /** In capitals, line by line. */
  readonly issuingBody: readonly string[];
  /** "Số: …/VP-…" */
  readonly number: string;
  /** "V/v …" */
  readonly subject: string;
  /** "An Phú, ngày … tháng 3 năm 2025" */
  readonly placeAndDate: string;
  /** Without the "Kính gửi:" before them. */
  readonly addressees: readonly string[];
  readonly paragraphs: readonly LetterParagraph[];
  /** The lines of "Nơi nhận", without their dashes. */
  readonly copies: readonly string[];
  /** Authority and title of who signs, line by line, in capitals: "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH". */
  readonly signature: readonly string[];
}
