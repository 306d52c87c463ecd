/** @slow proofs that end with a story, over three years of days */
import { describe, expect, test } from '@jest/globals';
import {
  after,
  before,
  days,
  headOf,
  lead,
  type Policy,
  policy,
  secretariat,
  supervisor,
  whenSilentFor,
  whenUnacknowledgedFor,
  workingDays,
} from '../../../dsl/policy/index.ts';
import type { PropertyName } from '../../../dsl/proof/index.ts';
import { checked, closing, QUARTER, sound } from './support.ts';

/*
 * Policies with one thing wrong, each with the shortest life that shows it, reckoned by hand. The quarter: 1/1/2025 is
 * off, 2/1 a Thursday, 6/1 a Monday; Tết is off from Saturday 25/1 to Sunday 2/2.
 */

test('the policy they are made from promises all that is asked', () => {
  expect(checked(sound).verdicts).toEqual([
    'open-states-wake proved',
    'overdue-reaches-head-and-supervisor proved',
    'messages-in-hours-and-once proved',
    'every-rung-fires proved',
    'few-messages-a-day proved',
    'suspended-time-not-counted unknown',
    'only-people-close proved',
  ]);
});

interface Broken {
  readonly what: string;
  readonly policy: Policy;
  /** What it breaks, and the story of it. */
  readonly breaks: Partial<Record<PropertyName, string[]>>;
}

const begun = policy('thu', 'Thử').assign(lead, { acknowledgeWithin: workingDays(2) });
const withRungs = (stage: 'remind' | 'escalate', rungs: Policy['remind'] | Policy['escalate']): Policy => ({
  ...sound,
  [stage]: rungs,
});

const broken: Broken[] = [
  {
    what: 'no clock of silence: acknowledged without a date, it is forgotten',
    policy: begun
      .remind(lead, before(workingDays(1)))
      .escalate(headOf(lead), after(workingDays(1)))
      .escalate(supervisor, after(workingDays(3)))
      .close(closing),
    breaks: {
      'open-states-wake': [
        '08:00 06/01/2025: ban hành nhiệm vụ, không có hạn',
        '08:00 06/01/2025: giao nhiệm vụ → đơn vị chủ trì (khi giao việc)',
        '08:01 06/01/2025: đơn vị chủ trì xác nhận tiếp nhận',
        '08:01 06/01/2025: SAI: nhiệm vụ đang thực hiện mà không quy tắc nào còn nhắc đến nữa, trừ khi có người thao tác',
      ],
    },
  },
  {
    what: 'only the date counts: without one it is forgotten at once',
    policy: policy('thu', 'Thử')
      .assign(lead)
      .remind(lead, before(workingDays(1)))
      .escalate(headOf(lead), after(workingDays(1)))
      .escalate(supervisor, after(workingDays(3)))
      .close(closing),
    breaks: {
      'open-states-wake': [
        '08:00 02/01/2025: ban hành nhiệm vụ, không có hạn',
        '08:00 02/01/2025: giao nhiệm vụ → đơn vị chủ trì (khi giao việc)',
        '08:00 02/01/2025: SAI: nhiệm vụ đã giao, chưa tiếp nhận mà không quy tắc nào còn nhắc đến nữa, trừ khi có người thao tác',
      ],
    },
  },
  {
    what: 'a result may wait for ever',
    policy: { ...sound, close: { submittedBy: lead, approvedBy: secretariat } },
    breaks: {
      'open-states-wake': [
        '08:00 02/01/2025: ban hành nhiệm vụ, hạn 04/01/2025',
        '08:00 02/01/2025: giao nhiệm vụ → đơn vị chủ trì (khi giao việc)',
        '08:01 02/01/2025: đơn vị chủ trì trình kết quả',
        '08:01 02/01/2025: báo có kết quả chờ duyệt → văn phòng (khi có kết quả trình duyệt)',
        '08:01 02/01/2025: SAI: nhiệm vụ chờ duyệt kết quả mà không quy tắc nào còn nhắc đến nữa, trừ khi có người thao tác',
      ],
    },
  },
  {
    what: 'nobody hears that the date has passed, and silence counts only until then',
    policy: begun
      .remind(lead, before(workingDays(1)))
      .remind(lead, whenSilentFor(workingDays(5)))
      .close(closing),
    breaks: {
      'open-states-wake': [
        '08:00 06/01/2025: ban hành nhiệm vụ, hạn 05/01/2025',
        '08:00 06/01/2025: giao nhiệm vụ → đơn vị chủ trì (khi giao việc)',
        '08:01 06/01/2025: đơn vị chủ trì xác nhận tiếp nhận',
        '08:01 06/01/2025: SAI: nhiệm vụ đang thực hiện mà không quy tắc nào còn nhắc đến nữa, trừ khi có người thao tác',
      ],
      'overdue-reaches-head-and-supervisor': [
        '08:00 06/01/2025: ban hành nhiệm vụ, hạn 05/01/2025',
        '08:00 06/01/2025: giao nhiệm vụ → đơn vị chủ trì (khi giao việc)',
        '09:59 08/01/2025: nhắc xác nhận tiếp nhận → đơn vị chủ trì (2 ngày làm việc chưa xác nhận tiếp nhận)',
        '09:59 08/01/2025: SAI: quá hạn kể từ 06/01/2025, mọi bậc đã gửi hết mà người đứng đầu đơn vị chủ trì chưa được báo quá hạn',
      ],
    },
  },
  {
    what: 'the supervisor never hears of it',
    policy: withRungs('escalate', sound.escalate.slice(0, 1)),
    breaks: {
      'overdue-reaches-head-and-supervisor': [
        '08:00 06/01/2025: ban hành nhiệm vụ, hạn 07/01/2025',
        '08:00 06/01/2025: giao nhiệm vụ → đơn vị chủ trì (khi giao việc)',
        '09:59 08/01/2025: nhắc xác nhận tiếp nhận → đơn vị chủ trì (2 ngày làm việc chưa xác nhận tiếp nhận)',
        '09:59 08/01/2025: báo quá hạn → người đứng đầu đơn vị chủ trì (quá hạn 1 ngày làm việc)',
        '09:59 08/01/2025: SAI: quá hạn kể từ 07/01/2025, mọi bậc đã gửi hết mà đơn vị theo dõi, đôn đốc chưa được báo quá hạn',
      ],
    },
  },
  {
    what: 'the supervisor hears before the head',
    policy: withRungs('escalate', [
      { to: 'headOf(lead)', when: after(workingDays(3)) },
      { to: 'supervisor', when: after(workingDays(1)) },
    ]),
    breaks: {
      'overdue-reaches-head-and-supervisor': [
        '08:00 02/01/2025: ban hành nhiệm vụ, hạn 01/01/2025',
        '08:00 02/01/2025: giao nhiệm vụ → đơn vị chủ trì (khi giao việc)',
        '09:59 03/01/2025: báo quá hạn → đơn vị theo dõi, đôn đốc (quá hạn 1 ngày làm việc)',
        '09:59 03/01/2025: SAI: đơn vị theo dõi được báo quá hạn ngày 03/01/2025, trước người đứng đầu đơn vị chủ trì (07/01/2025)',
      ],
    },
  },
  {
    what: 'three working days and then a week, which Tết turns round',
    policy: withRungs('escalate', [
      { to: 'headOf(lead)', when: after(workingDays(3)) },
      { to: 'supervisor', when: after(days(7)) },
    ]),
    breaks: {
      'overdue-reaches-head-and-supervisor': [
        '08:00 24/01/2025: ban hành nhiệm vụ, hạn 23/01/2025',
        '08:00 24/01/2025: giao nhiệm vụ → đơn vị chủ trì (khi giao việc)',
        '09:59 03/02/2025: báo quá hạn → đơn vị theo dõi, đôn đốc (quá hạn 7 ngày)',
        '09:59 03/02/2025: SAI: đơn vị theo dõi được báo quá hạn ngày 03/02/2025, trước người đứng đầu đơn vị chủ trì (05/02/2025)',
      ],
    },
  },
  {
    what: 'a day after and a working day after are always the same day',
    policy: withRungs('escalate', [
      { to: 'lead', when: after(days(1)) },
      { to: 'lead', when: after(workingDays(1)) },
      ...sound.escalate,
    ]),
    breaks: {
      'every-rung-fires': [
        '08:00 02/01/2025: ban hành nhiệm vụ, hạn 01/01/2025',
        '08:00 02/01/2025: giao nhiệm vụ → đơn vị chủ trì (khi giao việc)',
        '09:59 03/01/2025: báo quá hạn → đơn vị chủ trì (quá hạn 1 ngày làm việc)',
        '09:59 03/01/2025: báo quá hạn → người đứng đầu đơn vị chủ trì (quá hạn 1 ngày làm việc)',
        '09:59 03/01/2025: SAI: bậc “báo cáo lên 1: quá hạn 1 ngày” gửi đơn vị chủ trì luôn trùng lúc với bậc “báo cáo lên 2: quá hạn 1 ngày làm việc” và bị gộp vào đó, ở mọi trường hợp',
      ],
    },
  },
  {
    what: 'the reminder to acknowledge, written twice',
    policy: withRungs('remind', [...sound.remind, { to: 'lead', when: whenUnacknowledgedFor(workingDays(2)) }]),
    breaks: {
      'every-rung-fires': [
        '08:00 06/01/2025: ban hành nhiệm vụ, không có hạn',
        '08:00 06/01/2025: giao nhiệm vụ → đơn vị chủ trì (khi giao việc)',
        '09:59 08/01/2025: nhắc xác nhận tiếp nhận → đơn vị chủ trì (2 ngày làm việc chưa xác nhận tiếp nhận)',
        '09:59 08/01/2025: SAI: bậc “2 ngày làm việc chưa xác nhận tiếp nhận” gửi đơn vị chủ trì luôn trùng lúc với bậc “nhắc việc 3: 2 ngày làm việc chưa xác nhận tiếp nhận” và bị gộp vào đó, ở mọi trường hợp',
      ],
    },
  },
  {
    what: 'a repeat with nothing between its times',
    policy: withRungs('escalate', [
      ...sound.escalate.slice(0, 1),
      { to: 'supervisor', when: after(workingDays(3)), every: days(0), atMost: 2 },
    ]),
    breaks: {
      'every-rung-fires': [
        '08:00 06/01/2025: ban hành nhiệm vụ, hạn 05/01/2025',
        '08:00 06/01/2025: giao nhiệm vụ → đơn vị chủ trì (khi giao việc)',
        '09:59 07/01/2025: báo quá hạn → người đứng đầu đơn vị chủ trì (quá hạn 1 ngày làm việc)',
        '09:59 08/01/2025: nhắc xác nhận tiếp nhận → đơn vị chủ trì (2 ngày làm việc chưa xác nhận tiếp nhận)',
        '09:59 09/01/2025: báo quá hạn → đơn vị theo dõi, đôn đốc (quá hạn 3 ngày làm việc, lần 2)',
        '09:59 09/01/2025: SAI: bậc “báo cáo lên 2: quá hạn 3 ngày làm việc” gửi đơn vị theo dõi, đôn đốc luôn trùng lúc với bậc “báo cáo lên 2: quá hạn 3 ngày làm việc, lần 2” và bị gộp vào đó, ở mọi trường hợp',
      ],
    },
  },
  {
    what: 'a copy to the one assigned, which hides the assignment',
    policy: { ...sound, assign: { ...sound.assign, copy: ['lead'] } },
    breaks: {
      'open-states-wake': [
        '08:00 02/01/2025: ban hành nhiệm vụ, không có hạn',
        '08:00 02/01/2025: gửi để biết → đơn vị chủ trì (khi giao việc)',
        '08:00 02/01/2025: SAI: nhiệm vụ chờ giao mà không quy tắc nào còn nhắc đến nữa, trừ khi có người thao tác',
      ],
    },
  },
];

describe('broken policies are refuted, each with the shortest story', () => {
  test.each(broken)('$what', ({ policy, breaks }) => {
    const { refuted, story } = checked(policy);
    expect(Object.fromEntries(refuted.map((name) => [name, story(name)]))).toEqual(breaks);
  });

  test('a window that ends before it begins: messages leave outside it', () => {
    const reversed: Policy = { ...sound, window: { from: '17:00', to: '08:00' } };
    expect(checked(reversed).story('messages-in-hours-and-once').at(-1)).toMatch(/SAI: gửi ngoài giờ \(17:00–08:00\)/);
  });

  test('overdue on the day itself: one act, and the lead hears three things in a day', () => {
    const hasty = withRungs('escalate', [{ to: 'lead', when: after(days(0)) }, ...sound.escalate]);
    const story = checked(hasty).story('few-messages-a-day');
    expect(story.at(-1)).toMatch(/nhận 3 thông báo trong ngày .* \(2 do đến hẹn, 1 trả lời thao tác\), quá 2/);
    expect(story.filter((line) => /thay đổi thời hạn: hạn mới/.test(line))).toHaveLength(1);
  });

  test('one message a day is less than an act’s answer on a day with a reminder', () => {
    const story = checked(sound, { ...QUARTER, messagesADay: 1 }).story('few-messages-a-day');
    expect(story.at(-1)).toMatch(/nhận 2 thông báo .* \(1 do đến hẹn, 1 trả lời thao tác\), quá 1/);
  });
});
