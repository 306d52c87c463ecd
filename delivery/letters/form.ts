/*
 * The figures of Nghị định 30/2020/NĐ-CP, Phụ lục I, in one place. Sizes in points, lengths in millimetres. Where the
 * decree gives a range, the choice is the one most offices make.
 */

/** Times New Roman, Unicode, black (I.2). */
export const FONT = 'Times New Roman';

/** A4 upright (I.1, I.3). */
export const PAPER = { width: 210, height: 297 } as const;

/** Top and bottom 20–25, left 30–35, right 15–20 (I.4). */
export const MARGIN = { top: 20, bottom: 20, left: 30, right: 15, header: 10 } as const;

export const TEXT_WIDTH = PAPER.width - MARGIN.left - MARGIN.right;

/** The two blocks of the letterhead; the right one holds its longest line at 13 pt without a break. */
export const HEAD = { left: 62, right: TEXT_WIDTH - 62 } as const;
export const FOOT = { left: 82, right: TEXT_WIDTH - 82 } as const;

export const SIZE = {
  /** 12–13 */
  nation: 13,
  /** 13–14, one more than the nation's */
  motto: 14,
  /** 12–13 */
  body: 13,
  /** 13 */
  number: 13,
  /** 12–13 */
  subject: 12,
  /** 13–14 */
  date: 14,
  /** 13–14 */
  addressee: 14,
  /** 13–14 */
  text: 14,
  /** 12 */
  copiesHeading: 12,
  /** 11 */
  copies: 11,
  /** 13–14 */
  signature: 14,
  /** 13–14, Arabic, centred at the top, not on the first page (I.7) */
  pageNumber: 14,
} as const;

/** First line in 1 or 1.27 cm, at least 6 pt between paragraphs, lines single to 1.5 (II.6). */
export const TEXT = { firstLine: 12.7, before: 6, lines: 1.15 } as const;

/** Room for the signature and the stamp, in points. */
export const ROOM_TO_SIGN = 72;

/** Line below the issuing body: a third to a half of its words; below the motto: as long as its words (II.1, II.2). */
export const BODY_LINE = 0.42;
