import type { Traits } from '../dsl/policy/index.ts';
import type { Policy } from '../dsl/policy/policy.ts';
import { rolesIn } from '../dsl/policy/roles.ts';
import type {
  Bound,
  Counterexample,
  Deadlines,
  Moment,
  ProofFault,
  PropertyName,
  PropertyVerdict,
  UnknownReason,
} from '../dsl/proof/index.ts';
import type { Instant } from '../dsl/time/day.ts';
import { ACT_NAMES, actInStory } from './acts.ts';
import { formatDay, formatMoment } from './format.ts';
import { conditionsText, kindName, roleName, STAGE_NAMES, STATUS_NAMES, speaksOfText, triggerText } from './names.ts';
import { groundText, stepText } from './rules.ts';

/* What the checker asks of a policy and what it answers, in words. */

export const PROPERTY_NAMES: Record<PropertyName, string> = {
  'open-states-wake': 'Nhiệm vụ chưa đóng luôn còn một lần nhắc phía trước, cho đến khi đã nhắc hết các bậc',
  'overdue-reaches-head-and-supervisor':
    'Nhiệm vụ quá hạn đến người đứng đầu đơn vị chủ trì, rồi đến đơn vị theo dõi hoặc lãnh đạo kết luận, đúng số ngày quy tắc đã định',
  'messages-in-hours-and-once': 'Không gửi vào ngày nghỉ, ngoài giờ, sau khi đóng, hoặc hai lần',
  'every-rung-fires': 'Bậc nào cũng có lúc được gửi',
  'few-messages-a-day': 'Không ai nhận quá nhiều thông báo trong một ngày',
  'suspended-time-not-counted': 'Thời gian tạm dừng không bị tính',
  'only-people-close': 'Nhiệm vụ chỉ đóng khi có người duyệt hoặc hủy',
};

const VERDICT_NAMES: Record<PropertyVerdict['verdict'], string> = {
  proved: 'đúng',
  refuted: 'SAI',
  unknown: 'chưa kết luận',
};

const UNKNOWN_REASONS: Record<UnknownReason, string> = {
  'suspension-not-tried': 'số thao tác cho phép quá ít để tạm dừng rồi tiếp tục một nhiệm vụ',
  'clocks-not-independent':
    'có trạng thái mà các bước không phải là tổng của từng đồng hồ, nên xét từng ngày riêng rẽ chưa đủ để kết luận',
};

const DEADLINE_SCOPES: Record<Deadlines, string> = {
  any: 'có hạn (kể cả đã quá hạn) và không hạn',
  dated: 'chỉ nhiệm vụ có hạn, hạn có thể đổi nhưng không bỏ',
  none: 'chỉ nhiệm vụ không hạn, không đặt hạn sau khi giao',
};

/** A verdict, with how many cases were looked at or why none was reached. */
export function verdictText(verdict: PropertyVerdict): string {
  const name = VERDICT_NAMES[verdict.verdict];
  if (verdict.verdict === 'proved') return `${name} (${count(verdict.cases)} trường hợp)`;
  return verdict.verdict === 'unknown' ? `${name}: ${UNKNOWN_REASONS[verdict.reason]}` : name;
}

/** Why the checker reached no verdict. */
export function unknownText(reason: UnknownReason): string {
  return UNKNOWN_REASONS[reason];
}

/** How far the checker looked, a line a limit. */
export function boundText(bound: Bound): string[] {
  const exhausted = bound.actsExhausted
    ? 'thêm thao tác nữa cũng không sinh ra loại trạng thái mới'
    : 'nhiều thao tác hơn thì chưa xét';
  return [
    `Ngày giao: mọi ngày từ ${formatDay(bound.firstDay)} đến ${formatDay(bound.lastDay)}; hạn: từ đã quá hạn đến ${bound.dueWithinDays} ngày sau khi giao (${DEADLINE_SCOPES[bound.deadlines]}): ${count(bound.lives)} trường hợp.`,
    `Thao tác thường gặp (${bound.actTypes.map((t) => ACT_NAMES[t]).join(', ')}): mọi thứ tự đến ${bound.acts} thao tác, ở hai đầu mỗi lần chờ; ${exhausted}.`,
    `Thêm các thao tác ít gặp (${rarerNames(bound)}): mọi thứ tự đến ${bound.rarer.acts} thao tác, từ ${bound.rarer.beginnings} kiểu nhiệm vụ.`,
    `Cộng lại: ${count(bound.states)} loại trạng thái, ${count(bound.wakes)} bước đã thử.`,
    `Số thông báo: mỗi vai nhiều nhất ${bound.messagesADay} một ngày, tính cả trả lời cho một thao tác; từ thao tác thứ hai trong ngày, mỗi thao tác thêm nhiều nhất một.`,
    'Coi như máy luôn chạy, và thông báo còn chờ giờ gửi được sổ đăng ký rút lại khi nhiệm vụ đóng.',
  ];
}

function rarerNames({ rarer, actTypes }: Bound): string {
  return rarer.actTypes
    .filter((type) => !actTypes.includes(type))
    .map((type) => ACT_NAMES[type])
    .join(', ');
}

/** A counterexample as a dated story: how it was issued, what happened, and what is wrong. */
export function storyText(policy: Policy, { issuedAt, opensOn, due, ...life }: Counterexample): string[] {
  const opens = opensOn === undefined ? '' : `, mở từ ngày ${formatDay(opensOn)}`;
  const term = due === null ? 'không có hạn' : `hạn ${formatDay(due)}`;
  const alone = life.hasCooperating ? '' : ', không có đơn vị phối hợp';
  const kind = life.traits === undefined ? '' : kindText(life.traits);
  const events = life.moments.flatMap(eventsOf).sort((a, b) => a.at - b.at);
  return [
    `${formatMoment(issuedAt)}: ban hành nhiệm vụ, ${term}${opens}${alone}${kind}`,
    ...events.map(({ at, text }) => `${formatMoment(at)}: ${text}`),
    `${formatMoment(life.at)}: SAI: ${faultText(policy, life.fault)}`,
  ];
}

/** Which of the directives that the policy tells apart it is. */
function kindText(traits: Traits): string {
  const text = conditionsText(traits);
  return text === '' ? '' : `, ${text}`;
}

function eventsOf({ at, act, posts }: Moment): { readonly at: Instant; readonly text: string }[] {
  const done = act ? [{ at, text: actInStory(act) }] : [];
  return [...done, ...posts.map((p) => ({ at: Math.max(p.at, at), text: stepText(p) }))];
}

/** What is wrong, in a clause. */
export function faultText(policy: Policy, fault: ProofFault): string {
  switch (fault.kind) {
    case 'dark':
      return `nhiệm vụ ${STATUS_NAMES[fault.status]} mà không quy tắc nào còn nhắc đến nữa, trừ khi có người thao tác`;
    case 'passed-over':
      return `đã đến lúc gửi bậc “${stepInWords(policy, fault.step)}” cho ${roleName(fault.to)} mà không có thông báo nào`;
    case 'never-told':
      return `quá hạn kể từ ${formatDay(fault.overdueFrom)}, mọi bậc đã gửi hết mà ${roleName(fault.role)} chưa được báo quá hạn`;
    case 'told-late':
      return `${roleName(fault.role)} được báo quá hạn ngày ${formatDay(fault.told)}, chậm nhất phải là ${formatDay(fault.latest)}`;
    case 'wrong-order':
      return `${watchers(policy)} được báo quá hạn ngày ${formatDay(fault.supervisor)}, trước người đứng đầu đơn vị chủ trì (${formatDay(fault.head)})`;
    case 'day-off':
      return `gửi vào ngày nghỉ: ${kindName(fault.post.kind, fault.post.to)} → ${roleName(fault.post.to)}`;
    case 'outside-window':
      return `gửi ngoài giờ (${policy.window.from}–${policy.window.to}): ${kindName(fault.post.kind, fault.post.to)} → ${roleName(fault.post.to)}`;
    case 'after-close':
      return `gửi sau khi nhiệm vụ đã đóng: ${kindName(fault.post.kind, fault.post.to)} → ${roleName(fault.post.to)}`;
    case 'twice':
      return `gửi hai lần: ${kindName(fault.post.kind, fault.post.to)} → ${roleName(fault.post.to)}`;
    case 'dead-rung':
      return fault.swallowedBy === null
        ? `bậc “${rungText(policy, fault.step)}” gửi ${roleName(fault.to)} không bao giờ đến lượt, ở mọi trường hợp`
        : `bậc “${rungText(policy, fault.step)}” gửi ${roleName(fault.to)} luôn trùng lúc với bậc “${rungText(policy, fault.swallowedBy)}” và bị gộp vào đó, ở mọi trường hợp`;
    case 'too-many':
      return `${roleName(fault.role)} nhận ${fault.byClock + fault.answers} thông báo trong ngày ${formatDay(fault.day)} (${fault.byClock} do đến hẹn, ${fault.answers} trả lời thao tác), quá ${fault.atMost}`;
    case 'closed-by-clock':
      return 'nhiệm vụ tự đóng mà không ai duyệt hay hủy';
    case 'closed-by-other-act':
      return 'nhiệm vụ đóng bởi một thao tác không phải là duyệt, hủy hay thay thế';
    case 'rung-while-suspended':
      return `đang tạm dừng mà bậc “${stepInWords(policy, fault.step)}” gửi ${roleName(fault.to)} vẫn chạy`;
    case 'deadline-not-moved':
      return `hạn sau khi tiếp tục là ${formatDay(fault.found)}, phải là ${formatDay(fault.expected)}: số ngày tạm dừng không được trả lại`;
    case 'suspension-counted':
      return `tiếp tục từ ${formatDay(fault.since)} mà bậc “${stepInWords(policy, fault.step)}” gửi ${roleName(fault.to)} đã đến lúc vào ${formatDay(fault.on)}: thời gian tạm dừng bị tính`;
  }
}

function stepInWords(policy: Policy, key: string): string {
  return rungText(policy, key.replace(/\/[^#]*/, ''));
}

/** A rung by the name the checker gives it (`escalate.3#2`), in the policy's own words. */
function rungText(policy: Policy, name: string): string {
  const [rung = '', repeat] = name.split('#');
  const [stage, index] = rung.split('.');
  const again = repeat === undefined || repeat === '1' ? '' : `, lần ${repeat}`;
  if (stage === 'acknowledge' && policy.assign.acknowledgeWithin) {
    return triggerText({ whenUnacknowledgedFor: policy.assign.acknowledgeWithin }) + again;
  }
  if (stage === 'extension') return `nhắc trả lời đề nghị gia hạn${again}`;
  if (stage === 'suspended') return `hỏi lại việc tạm dừng${again}`;
  if (stage === 'approve') return `nhắc duyệt kết quả${again}`;
  if (stage === 'remind' || stage === 'escalate') {
    const one = policy[stage][Number(index)];
    const source = groundText(one?.because?.source);
    if (one)
      return `${STAGE_NAMES[stage]} ${Number(index) + 1}: ${triggerText(one.when)}${speaksOfText(one)}${again}${source}`;
  }
  return name;
}

function count(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, '.');
}

/** Who watches over a directive, as far as a policy tells them. */
function watchers(policy: Policy): string {
  return rolesIn(policy).includes('concluder') ? 'đơn vị theo dõi hoặc lãnh đạo kết luận' : 'đơn vị theo dõi';
}
