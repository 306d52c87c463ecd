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

/** For a directive with a deadline. */
export const standard = policy('tieu-chuan', 'Đôn đốc tiêu chuẩn', {
  // As provinces commonly allow; from the third request on it is said that there were so many.
  extension: { atMost: 3, longest: days(30), askUntil: after(days(30)), answerWithin: workingDays(2) },
})
  .because(
    'Quyết định 42/2014/QĐ-TTg',
    'theo dõi, đôn đốc, kiểm tra việc thực hiện nhiệm vụ do Chính phủ, Thủ tướng Chính phủ giao; sửa đổi tại Quyết định 23/2018/QĐ-TTg; số ngày của từng bậc do văn phòng chọn',
  )
  .assign(lead, { copy: cooperating, acknowledgeWithin: workingDays(2) })
  .because('Quy ước của văn phòng', 'đơn vị chủ trì xác nhận tiếp nhận để văn phòng biết việc đã đến nơi')
  .remind(lead, before(days(15)), before(workingDays(5)), before(workingDays(1)))
  .because(
    'Quy ước của văn phòng',
    'nhắc ba lần: khi còn kịp bố trí người làm, khi còn kịp hoàn thiện, và ngày làm việc cuối trước hạn',
  )
  .remind(lead, whenSilentFor(workingDays(15)))
  .because('Quy ước của văn phòng', 'ba tuần làm việc không có thông tin tiến độ thì hỏi, kể cả khi hạn còn xa')
  .escalate(headOf(lead), whenUnacknowledgedFor(workingDays(5)))
  .because('Quy ước của văn phòng', 'một tuần làm việc chưa tiếp nhận thì người đứng đầu cần biết')
  .escalate(lead, after(workingDays(1)))
  .because('Quy ước của văn phòng', 'đơn vị chủ trì biết mình đã quá hạn ngay ngày làm việc đầu tiên')
  .escalate(headOf(lead), after(workingDays(1)))
  .because(
    'Quy ước của văn phòng',
    'người đứng đầu chịu trách nhiệm về việc quá hạn của đơn vị, biết cùng ngày với đơn vị',
  )
  .escalate(supervisor, after(workingDays(5)), { letter: 'cong-van-don-doc' })
  .because(
    'Quy ước của văn phòng',
    'quá một tuần làm việc thì đơn vị theo dõi có công văn đôn đốc, thể thức theo Nghị định 30/2020/NĐ-CP',
  )
  .escalate(issuer, after(workingDays(10)), every(workingDays(5)), atMost(6))
  .because(
    'Quy ước của văn phòng',
    'quá hai tuần làm việc thì lãnh đạo giao việc cần biết, rồi mỗi tuần một lần cho đến khi có kết quả',
  )
  .close({ submittedBy: lead, approvedBy: secretariat, approveWithin: workingDays(3) });
