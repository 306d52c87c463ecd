import { plain } from './plain.ts';

/**
 * What a list says of where a task stands. `open`: not done, and the dates say how far it is. `asked`: an end or a stop
 * that somebody asks for and nobody has decided yet.
 */
export type ListedState =
  | 'approved'
  | 'cancelled'
  | 'submitted'
  | 'suspended'
  | 'returned'
  | 'open'
  | 'overdue'
  | 'asked';

/** The more particular first. */
const STATES: readonly (readonly [ListedState, RegExp])[] = [
  ['suspended', /tam (hoan|dung|ngung)/],
  ['cancelled', /\bhuy\b|thu hoi|khong thuc hien|dung thuc hien|rut khoi/],
  ['returned', /tra lai|bo sung ho so|lam lai/],
  [
    'submitted',
    /cho (phe )?duyet|cho tham dinh|cho xem xet|cho xac nhan|da trinh|da bao cao|(de nghi|de xuat) (cong nhan|xac nhan|nghiem thu|ket thuc|hoan thanh|dong)/,
  ],
  ['overdue', /chua.*qua han|dang.*qua han|^(da )?qua han|^tre han|^cham( tien do)?$/],
  ['open', /\bchua\b|\bdang\b/],
  ['approved', /hoan thanh|da xong|^xong|ket thuc|da dong|^dong$|da thuc hien|^100 ?%?$/],
  ['open', /trong han|moi (giao|nhan)|da (giao|tiep nhan|nhan)|den han|gia han|cham|^\d{1,2}$/],
];

/** Who asks has not decided: "đề nghị hủy", "xin tạm dừng", "đang trình cho thôi thực hiện". */
const ASKS = /\b(de nghi|de xuat|kien nghi|xin|trinh|dang xem xet|xem xet|du kien|cho y kien)\b/;
const STOPS = /\bhuy\b|thu hoi|khong thuc hien|thoi thuc hien|dung thuc hien|rut khoi|tam (hoan|dung|ngung)|\bdung\b/;
/** "không hủy", "chưa tạm dừng": the word is there and the state is not. */
const DENIED = /\b(khong|chua|thoi) (bi |phai )?(huy|thu hoi|tam hoan|tam dung|tam ngung|dung)\b/;
const DONE = /\b(da )?hoan thanh|da xong|^xong/;

const LONGEST_STATE = 60;
const IN_PART = /khong hoan thanh|co ban|mot phan|hoan thanh( duoc| khoang| dat)? ([0-9]|[1-9][0-9])( |$)/;

/** The state a cell names; null where it is empty, undefined where nobody knows it. */
export function listedState(text: string): ListedState | null | undefined {
  const words = plain(text);
  // A tick or a star says nothing that can be known.
  if (words === '') return /^[\s\-–—./…_]*$/.test(text) ? null : undefined;
  // Done in part is not done, and a sentence says too much for one word.
  if (words.length > LONGEST_STATE || IN_PART.test(words)) return undefined;
  if (DENIED.test(words)) return undefined;
  if (STOPS.test(words)) {
    if (ASKS.test(words)) return 'asked';
    // "Đã hoàn thành, không thực hiện tiếp": done is what it is; the other way round nobody can say.
    const done = DONE.exec(words);
    if (done && !/\bchua\b/.test(words)) return done.index === 0 ? 'approved' : undefined;
  }
  return STATES.find(([, form]) => form.test(words))?.[0];
}
