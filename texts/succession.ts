import type { Day, Instant } from '../dsl/time/day.ts';
import { formatDay, formatMoment } from './format.ts';
import { STATUS_NAMES } from './names.ts';

/* Directives that are split into parts, and directives that are merged into one. */

interface Named {
  readonly localId: string;
  readonly lead: readonly { readonly name: string }[];
  readonly due: Day | null;
}

/** “mục II.3/1 (Sở Nội vụ, hạn 31/03/2025)”. */
export function directiveWords({ localId, lead, due }: Named): string {
  const who = lead.map((l) => l.name).join(', ') || 'chưa rõ đơn vị chủ trì';
  return `mục ${localId} (${who}, ${due === null ? 'không quy định thời hạn' : `hạn ${formatDay(due)}`})`;
}

/** What takes the place of a directive, as its people read it. */
export function successorWords(directives: readonly Named[]): string {
  const words = directives.map(directiveWords);
  return words.length < 2 ? `nhiệm vụ tại ${words.join('')}` : `${words.length} nhiệm vụ: ${words.join('; ')}`;
}

export const SUCCESSION_REFUSALS = {
  alreadySplit: (id: string, on: Day, into: readonly string[]) =>
    `${id}: đã tách ngày ${formatDay(on)} thành ${into.join(', ')}; xem bằng: dondoc show ${id}`,
  notStarted: (id: string) => `${id}: đã vào sổ mà chưa bắt đầu; giao tiếp (dondoc issue, dondoc import), rồi chạy lại`,
  refused: (id: string, why: string) => `${id}: ${why}`,
  alreadyMerged: (ids: readonly string[], on: Day, into: string) =>
    `${ids.join(', ')}: đã nhập ngày ${formatDay(on)} vào ${into}; xem bằng: dondoc show ${into}`,
  twice: (id: string) => `${id}: ghi hai lần`,
  tooFewToMerge: 'nhập thì cần ít nhất hai nhiệm vụ khác nhau, kể cả nhiệm vụ được nhập vào',
  otherNotice: (one: string, other: string) =>
    `${one} và ${other} thuộc hai thông báo: không lập nhiệm vụ mới chung được; nhập vào một trong hai, ví dụ --into ${one}`,
  notOne: (source: string) => `${source}: ghi đúng một nhiệm vụ, bắt đầu bằng “text: …”`,
  onlyThere: '--cooperating và --text dùng khi nhập vào nhiệm vụ đã có; với nhiệm vụ mới thì ghi trong tệp',
  tooFew: (source: string) => `${source}: tách thì cần ít nhất hai phần, mỗi phần một mục “- text: …”`,
  unknownAgency: (place: string, name: string) =>
    `${place}: danh bạ không có đơn vị “${name}”; xem bằng: dondoc directory show`,
  noLead: (place: string) => `${place}: lead: cần ghi đơn vị chủ trì`,
  duePast: (place: string, due: Day) => `${place}: due: hạn ${formatDay(due)} đã qua; hạn phải từ hôm nay trở đi`,
  series: (id: string, example: string) => `${id} là nhiệm vụ định kỳ: ghi mã của kỳ, ví dụ ${example}`,
  reason: 'cần ghi --reason "lý do"',
} as const;

export const PART_FAULTS = {
  list: 'ghi một danh sách, mỗi phần một mục “- text: …”',
  text: 'ghi lời văn của phần này',
  agencies: 'ghi tên một đơn vị, hoặc một danh sách tên',
  due: 'ghi dd/mm/yyyy, dd/mm/yyyy HH:MM, hoặc none',
  place: (source: string, part: number) => `${source}: phần ${part}`,
} as const;

export const SUCCESSION_LINES = {
  closes: (id: string, directive: Named, how: 'split' | 'merged') =>
    `Đóng: ${id}, ${directiveWords(directive)}: ${how === 'split' ? 'đã tách' : 'đã nhập vào nhiệm vụ khác'}`,
  opens: (id: string, policy: string, due: Day | null) => `Mở: ${id}, hạn ${formatDay(due)}, quy tắc ${policy}`,
  extensionEnds: (due: Day) => `đề nghị gia hạn đến ${formatDay(due)} chưa được trả lời sẽ kết thúc cùng nhiệm vụ này`,
  goesOn: (id: string, directive: Named) => `Tiếp tục: ${id}, ${directiveWords(directive)}`,
  cooperating: (names: readonly string[]) => `Phối hợp từ nay: ${names.join(', ') || 'không có'}`,
  earlier: (id: string, due: Day, kept: Day | null) =>
    `${id} có hạn ${formatDay(due)}, sớm hơn hạn được giữ (${formatDay(kept)}); nếu cần, đổi hạn bằng dondoc act … change-deadline`,
  merged: (into: string, from: readonly string[]) =>
    `Đã nhập ${from.join(', ')} vào ${into}; người liên quan được báo.`,
  nothingDone: 'Chưa đổi gì: bỏ --preview để thực hiện.',
  split: (id: string, into: number) => `Đã tách ${id} thành ${into} nhiệm vụ; người liên quan được báo.`,
  wentOn: (id: string) => `${id}: lần trước bị ngắt giữa chừng, đã làm tiếp phần còn lại.`,
} as const;

const LINEAGE_LABELS = {
  from: { split: 'Tách từ', merged: 'Nhập từ' },
  into: { split: 'Đã tách thành', merged: 'Đã nhập vào' },
} as const;

interface Step {
  readonly how: 'split' | 'merged';
  readonly at: Instant;
  readonly reason: string;
}

/** Where a directive comes from and what became of it, a line for each way: “Đã tách thành: II.3/1, II.3/2 (…)”. */
export function lineageTexts<S extends Step>(
  lineage: { readonly from: readonly S[]; readonly into: readonly S[] },
  nameOf: (step: S, way: 'from' | 'into') => string,
): string[] {
  return (['from', 'into'] as const).flatMap((way) =>
    (['split', 'merged'] as const).flatMap((how) => {
      const steps = lineage[way].filter((step) => step.how === how);
      const [first] = steps;
      if (!first) return [];
      const names = steps.map((step) => nameOf(step, way)).join(', ');
      return [`${LINEAGE_LABELS[way][how]}: ${names} (${formatMoment(first.at)}: “${first.reason}”)`];
    }),
  );
}

/** Why nothing more is done to a directive that others go on with, and to which it can be done. */
export function goesOnText(id: string, how: 'split' | 'merged', into: readonly string[]): string {
  return `${id}: ${STATUS_NAMES[how]}; thao tác trên ${into.join(', ')}`;
}
