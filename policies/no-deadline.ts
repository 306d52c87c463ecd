import {
  after,
  atMost,
  before,
  cooperating,
  every,
  headOf,
  lead,
  policy,
  secretariat,
  supervisor,
  whenSilentFor,
  whenUnacknowledgedFor,
  workingDays,
} from '../dsl/policy/index.ts';

/** For a directive without a deadline: only silence is urged on, and every sign of life starts it afresh. */
export const noDeadline = policy('khong-han', 'Nhiệm vụ không hạn')
  .because(
    'Quyết định 42/2014/QĐ-TTg',
    'theo dõi, đôn đốc, kiểm tra việc thực hiện nhiệm vụ do Chính phủ, Thủ tướng Chính phủ giao; sửa đổi tại Quyết định 23/2018/QĐ-TTg; số ngày của từng bậc do văn phòng chọn',
  )
  .assign(lead, { copy: cooperating, acknowledgeWithin: workingDays(3) })
  .because('Quy ước của văn phòng', 'đơn vị chủ trì xác nhận tiếp nhận để văn phòng biết việc đã đến nơi')
  .remind(lead, whenSilentFor(workingDays(22)))
  .because('Quy ước của văn phòng', 'một tháng làm việc không có thông tin tiến độ thì hỏi')
  // A date may be set later on: it is kept like any other.
  .remind(lead, before(workingDays(5)))
  .because('Quy ước của văn phòng', 'khi về sau có hạn, hạn ấy được nhắc như mọi hạn khác')
  .escalate(headOf(lead), whenUnacknowledgedFor(workingDays(7)))
  .because(
    'Quy ước của văn phòng',
    'việc không hạn: chưa tiếp nhận trong bảy ngày làm việc thì người đứng đầu cần biết',
  )
  .escalate(headOf(lead), whenSilentFor(workingDays(44)))
  .because('Quy ước của văn phòng', 'hai tháng im lặng thì báo người đứng đầu')
  .escalate(supervisor, whenSilentFor(workingDays(66)), every(workingDays(66)), atMost(3))
  .because(
    'Quy ước của văn phòng',
    'báo cáo công khai của các tỉnh đếm nhiệm vụ không hạn quá ba tháng không có thông tin: báo đơn vị theo dõi từ lúc đó',
  )
  .escalate(lead, after(workingDays(1)))
  .because('Quy ước của văn phòng', 'khi về sau có hạn mà quá hạn, đơn vị chủ trì được báo ngay')
  .escalate(headOf(lead), after(workingDays(1)))
  .because('Quy ước của văn phòng', 'và người đứng đầu biết cùng ngày')
  .escalate(supervisor, after(workingDays(5)), every(workingDays(10)), atMost(3))
  .because('Quy ước của văn phòng', 'quá một tuần làm việc thì đơn vị theo dõi cần biết, có giới hạn số lần')
  .close({ submittedBy: lead, approvedBy: secretariat, approveWithin: workingDays(5) });
