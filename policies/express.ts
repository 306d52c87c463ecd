import {
  after,
  atMost,
  before,
  cooperating,
  days,
  every,
  headOf,
  issuer,
  lead,
  policy,
  secretariat,
  supervisor,
  whenSilentFor,
  whenUnacknowledgedFor,
  workingDays,
} from '../dsl/policy/index.ts';

/** For a directive marked hoả tốc: the head hears of it from the first day. */
export const express = policy('hoa-toc', 'Hỏa tốc', {
  window: { from: '07:00', to: '18:00' },
  alone: true,
  extension: { atMost: 1, longest: days(3), askUntil: before(days(0)), answerWithin: workingDays(1) },
})
  .because(
    'Quyết định 42/2014/QĐ-TTg',
    'theo dõi, đôn đốc, kiểm tra việc thực hiện nhiệm vụ do Chính phủ, Thủ tướng Chính phủ giao; sửa đổi tại Quyết định 23/2018/QĐ-TTg; số ngày của từng bậc do văn phòng chọn',
  )
  .assign(lead, { copy: [headOf(lead), cooperating], acknowledgeWithin: workingDays(1) })
  .because(
    'Quy ước của văn phòng',
    'văn bản hỏa tốc: người đứng đầu biết ngay từ khi giao, tiếp nhận trong ngày làm việc',
  )
  .remind(lead, before(workingDays(2)), before(workingDays(1)))
  .because('Quy ước của văn phòng', 'hạn ngắn: nhắc hai ngày làm việc cuối cùng')
  // Only where the deadline was lifted does silence last so long.
  .remind(lead, whenSilentFor(workingDays(5)))
  .because('Quy ước của văn phòng', 'chỉ khi hạn đã được bỏ mới có im lặng lâu như vậy')
  .escalate(headOf(lead), whenUnacknowledgedFor(workingDays(2)))
  .because('Quy ước của văn phòng', 'hai ngày làm việc chưa tiếp nhận là chậm với việc hỏa tốc')
  .escalate(headOf(lead), whenSilentFor(workingDays(8)), every(workingDays(8)), atMost(3))
  .because('Quy ước của văn phòng', 'im lặng kéo dài thì người đứng đầu được báo, có giới hạn số lần')
  .escalate(lead, after(workingDays(1)))
  .because('Quy ước của văn phòng', 'đơn vị chủ trì biết mình đã quá hạn ngay ngày làm việc đầu tiên')
  .escalate(headOf(lead), after(workingDays(1)))
  .because(
    'Quy ước của văn phòng',
    'người đứng đầu chịu trách nhiệm về việc quá hạn của đơn vị, biết cùng ngày với đơn vị',
  )
  .escalate(supervisor, after(workingDays(2)), { letter: 'cong-van-don-doc' })
  .because(
    'Quy ước của văn phòng',
    'quá hai ngày làm việc thì đơn vị theo dõi có công văn đôn đốc, thể thức theo Nghị định 30/2020/NĐ-CP',
  )
  .escalate(issuer, after(workingDays(3)), every(workingDays(2)), atMost(5))
  .because('Quy ước của văn phòng', 'việc hỏa tốc quá hạn ba ngày làm việc thì lãnh đạo giao việc cần biết')
  .close({ submittedBy: lead, approvedBy: secretariat, approveWithin: workingDays(1) });
