import {
  after,
  atMost,
  before,
  every,
  headOf,
  lead,
  policy,
  secretariat,
  supervisor,
  whenSilentFor,
  workingDays,
} from '../dsl/policy/index.ts';

/** For one occurrence of a recurring report: short, since the next one is already near. */
export const recurringReport = policy('bao-cao-dinh-ky', 'Báo cáo định kỳ')
  .because(
    'Quyết định 42/2014/QĐ-TTg',
    'theo dõi, đôn đốc, kiểm tra việc thực hiện nhiệm vụ do Chính phủ, Thủ tướng Chính phủ giao; sửa đổi tại Quyết định 23/2018/QĐ-TTg; số ngày của từng bậc do văn phòng chọn',
  )
  .assign(lead)
  .because('Quy ước của văn phòng', 'kỳ nào cũng giao cho đơn vị chủ trì, không sao gửi: báo cáo là việc thường xuyên')
  .remind(lead, before(workingDays(3)), before(workingDays(1)))
  .because('Quy ước của văn phòng', 'kỳ sau đã gần: nhắc ba ngày và một ngày làm việc trước hạn')
  // Longer than a month: a monthly report is never asked for its progress.
  .remind(lead, whenSilentFor(workingDays(25)))
  .because('Quy ước của văn phòng', 'dài hơn một tháng, để báo cáo tháng không bị hỏi tiến độ giữa kỳ')
  .escalate(lead, after(workingDays(1)))
  .because('Quy ước của văn phòng', 'đơn vị chủ trì biết mình đã quá hạn ngay ngày làm việc đầu tiên')
  .escalate(headOf(lead), after(workingDays(2)))
  .because('Quy ước của văn phòng', 'báo cáo trễ hai ngày làm việc thì người đứng đầu cần biết')
  .escalate(headOf(lead), whenSilentFor(workingDays(30)), every(workingDays(30)), atMost(2))
  .because('Quy ước của văn phòng', 'im lặng quá sáu tuần làm việc thì người đứng đầu được báo, nhiều nhất hai lần')
  .escalate(supervisor, after(workingDays(5)), every(workingDays(10)), atMost(2))
  .because('Quy ước của văn phòng', 'trễ một tuần làm việc thì đơn vị theo dõi cần biết, nhiều nhất hai lần')
  .close({ submittedBy: lead, approvedBy: secretariat, approveWithin: workingDays(3) });
