import { describe } from '@jest/globals';
import { readsAs } from './table.ts';

describe('what comes again', () => {
  readsAs(
    '2025-03-05',
    `
    Từ nay đến hết ngày 15/3/2025, hằng ngày → 2025-03-05 from:2025-03-05 FREQ=DAILY;UNTIL=20250315
    hằng ngày, từ nay đến hết ngày 15/3/2025 → 2025-03-05 FREQ=DAILY;UNTIL=20250315
    báo cáo trước ngày 25 hàng tháng → 2025-03-24 FREQ=MONTHLY;BYMONTHDAY=24
    trước ngày 01 hằng tháng → 2025-03-31 FREQ=MONTHLY;BYMONTHDAY=-1
    ngày 20 mỗi tháng → 2025-03-20 FREQ=MONTHLY;BYMONTHDAY=20
    ngày 20 của mỗi tháng → 2025-03-20 FREQ=MONTHLY;BYMONTHDAY=20
    ngày 10 và 25 hằng tháng → 2025-03-10 FREQ=MONTHLY;BYMONTHDAY=10,25
    ngày 10 và ngày 25 hằng tháng → 2025-03-10 FREQ=MONTHLY;BYMONTHDAY=10,25
    trước ngày 15 và ngày 30 hằng tháng → 2025-03-14 FREQ=MONTHLY;BYMONTHDAY=14,28,29;BYSETPOS=1,-1
    hằng tháng → 2025-03-31 FREQ=MONTHLY;BYMONTHDAY=-1
    hàng tháng → 2025-03-31 FREQ=MONTHLY;BYMONTHDAY=-1
    báo cáo hằng tháng → 2025-03-31 FREQ=MONTHLY;BYMONTHDAY=-1
    định kỳ hằng tháng → 2025-03-31 FREQ=MONTHLY;BYMONTHDAY=-1
    định kỳ hàng tháng trước ngày 20 → 2025-03-19 FREQ=MONTHLY;BYMONTHDAY=19
    định kỳ trước ngày 20 hằng tháng → 2025-03-19 FREQ=MONTHLY;BYMONTHDAY=19
    hằng tháng, trước ngày 20 → 2025-03-19 FREQ=MONTHLY;BYMONTHDAY=19
    Hằng tháng (trước ngày 20) → 2025-03-19 FREQ=MONTHLY;BYMONTHDAY=19
    hằng tháng vào ngày 5 → 2025-03-05 FREQ=MONTHLY;BYMONTHDAY=5
    chậm nhất ngày 05 hằng tháng → 2025-03-05 FREQ=MONTHLY;BYMONTHDAY=5
    chậm nhất là ngày 05 của tháng tiếp theo → 2025-04-05 FREQ=MONTHLY;BYMONTHDAY=5
    trước ngày 05 của tháng sau → 2025-04-04 FREQ=MONTHLY;BYMONTHDAY=4
    trước ngày 10 tháng kế tiếp → 2025-04-09 FREQ=MONTHLY;BYMONTHDAY=9
    trước ngày 25 của tháng → 2025-03-24 FREQ=MONTHLY;BYMONTHDAY=24
    ngày cuối cùng của tháng → 2025-03-31 FREQ=MONTHLY;BYMONTHDAY=-1
    ngày cuối cùng hằng tháng → 2025-03-31 FREQ=MONTHLY;BYMONTHDAY=-1
    ngày làm việc đầu tiên hằng tháng → 2025-04-01 FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1
    ngày làm việc đầu tiên của mỗi tháng → 2025-04-01 FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1
    ngày làm việc cuối cùng của tháng → 2025-03-31 FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1
    ngày làm việc cuối cùng của quý → 2025-03-31 FREQ=MONTHLY;BYMONTH=3,6,9,12;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1
    cuối mỗi tháng → 2025-03-31 FREQ=MONTHLY;BYMONTHDAY=-1
    cuối mỗi quý → 2025-03-31 FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1
    cuối hằng tháng → 2025-03-31 FREQ=MONTHLY;BYMONTHDAY=-1
    cuối tháng hằng tháng → 2025-03-31 FREQ=MONTHLY;BYMONTHDAY=-1
    hằng quý → 2025-03-31 FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1
    mỗi quý → 2025-03-31 FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1
    báo cáo hằng quý trước ngày 15 của tháng cuối quý → 2025-03-14 FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=14
    trước ngày 20 tháng cuối của quý → 2025-03-19 FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=19
    trước ngày 20 của tháng cuối mỗi quý → 2025-03-19 FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=19
    ngày 15 tháng cuối hằng quý → 2025-03-15 FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=15
    trước ngày 10 tháng đầu quý sau → 2025-04-09 FREQ=MONTHLY;BYMONTH=1,4,7,10;BYMONTHDAY=9
    trước ngày 05 của tháng đầu tiên quý tiếp theo → 2025-04-04 FREQ=MONTHLY;BYMONTH=1,4,7,10;BYMONTHDAY=4
    hằng quý, trước ngày 25 tháng cuối quý → 2025-03-24 FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=24
    trước ngày 20 hằng quý → 2025-03-19 FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=19
    định kỳ quý → 2025-03-31 FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1
    định kỳ hàng quý, hằng năm → 2025-03-31 FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1 + 2025-12-31 FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31
    hằng năm → 2025-12-31 FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31
    định kỳ hằng năm → 2025-12-31 FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31
    trước ngày 15/12 hằng năm → 2025-12-14 FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=14
    trước ngày 15 tháng 12 hàng năm → 2025-12-14 FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=14
    Hằng năm, trước ngày 10/12 → 2025-12-09 FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=9
    hằng năm (trước ngày 15 tháng 11) → 2025-11-14 FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=14
    ngày 20/6 và 20/12 hằng năm → 2025-06-20 FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=20
    trước ngày 15/6 và ngày 15/12 hằng năm → 2025-06-14 FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=14
    tháng 6 và tháng 12 hằng năm → 2025-06-30 FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1
    trong tháng 12 hằng năm → 2025-12-31 FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1
    quý IV hằng năm → 2025-12-31 FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1
    trước ngày 01/01 hằng năm → 2025-12-31 FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1
    hàng tuần → 2025-03-09 FREQ=WEEKLY
    thứ Sáu hằng tuần → 2025-03-07 FREQ=WEEKLY;BYDAY=FR
    vào thứ Sáu hằng tuần → 2025-03-07 FREQ=WEEKLY;BYDAY=FR
    trước thứ Sáu hằng tuần → 2025-03-06 FREQ=WEEKLY;BYDAY=TH
    trước 15 giờ thứ Sáu hằng tuần → 2025-03-07 15:00 FREQ=WEEKLY;BYDAY=FR
    trước 16h00 thứ Năm hàng tuần → 2025-03-06 16:00 FREQ=WEEKLY;BYDAY=TH
    thứ Hai và thứ Năm hằng tuần → 2025-03-06 FREQ=WEEKLY;BYDAY=MO,TH
    thứ Hai, thứ Tư, thứ Sáu hằng tuần → 2025-03-05 FREQ=WEEKLY;BYDAY=MO,WE,FR
    chiều thứ Sáu hàng tuần → 2025-03-07 17:00 FREQ=WEEKLY;BYDAY=FR
    sáng thứ Hai hằng tuần → 2025-03-10 12:00 FREQ=WEEKLY;BYDAY=MO
    hằng tuần vào thứ Sáu → 2025-03-07 FREQ=WEEKLY;BYDAY=FR
    mỗi thứ Sáu → 2025-03-07 FREQ=WEEKLY;BYDAY=FR
    thứ Sáu mỗi tuần → 2025-03-07 FREQ=WEEKLY;BYDAY=FR
    hằng ngày → 2025-03-05 FREQ=DAILY
    hàng ngày trước 16 giờ → 2025-03-05 16:00 FREQ=DAILY
    trước 16 giờ hằng ngày → 2025-03-05 16:00 FREQ=DAILY
    trước 17h00 hàng ngày → 2025-03-05 17:00 FREQ=DAILY
    6 tháng một lần → 2025-09-05 FREQ=MONTHLY;INTERVAL=6
    06 tháng/lần → 2025-09-05 FREQ=MONTHLY;INTERVAL=6
    6 tháng 1 lần → 2025-09-05 FREQ=MONTHLY;INTERVAL=6
    định kỳ 6 tháng → 2025-06-30 FREQ=MONTHLY;BYMONTH=6,12;BYMONTHDAY=-1
    định kỳ 6 tháng một lần → 2025-09-05 FREQ=MONTHLY;INTERVAL=6
    định kỳ 3 tháng/lần → 2025-06-05 FREQ=MONTHLY;INTERVAL=3
    định kỳ 6 tháng, hằng năm → 2025-06-30 FREQ=MONTHLY;BYMONTH=6,12;BYMONTHDAY=-1 + 2025-12-31 FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31
    hai tuần một lần → 2025-03-19 FREQ=WEEKLY;INTERVAL=2
    02 tuần/lần → 2025-03-19 FREQ=WEEKLY;INTERVAL=2
    mỗi tuần một lần → 2025-03-09 FREQ=WEEKLY
    mỗi tháng một lần → 2025-03-31 FREQ=MONTHLY;BYMONTHDAY=-1
    một tháng một lần → 2025-03-31 FREQ=MONTHLY;BYMONTHDAY=-1
    01 lần/tháng → 2025-03-31 FREQ=MONTHLY;BYMONTHDAY=-1
    1 lần/quý → 2025-03-31 FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1
    ít nhất 01 lần/quý → 2025-03-31 FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1
    02 lần/năm → -
    mỗi năm một lần → 2025-12-31 FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31
    2 năm một lần → 2027-03-05 FREQ=YEARLY;INTERVAL=2
    thứ Sáu đầu tiên hằng tháng → 2025-03-07 FREQ=MONTHLY;BYDAY=1FR
    thứ Hai đầu tiên của tháng → 2025-04-07 FREQ=MONTHLY;BYDAY=1MO
    thứ Sáu cuối cùng hằng tháng → 2025-03-28 FREQ=MONTHLY;BYDAY=-1FR
    hằng tháng từ tháng 3 đến tháng 12 → 2025-03-31 from:2025-03-01 FREQ=MONTHLY;BYMONTHDAY=-1;UNTIL=20251231
    hằng tháng từ tháng 3/2025 đến tháng 12/2025 → 2025-03-31 from:2025-03-01 FREQ=MONTHLY;BYMONTHDAY=-1;UNTIL=20251231
    hằng tháng, bắt đầu từ tháng 4/2025 → 2025-04-30 from:2025-04-01 FREQ=MONTHLY;BYMONTHDAY=-1
    trước ngày 20 hằng tháng từ tháng 3 đến tháng 12/2025 → 2025-03-19 from:2025-03-01 FREQ=MONTHLY;BYMONTHDAY=19;UNTIL=20251231
    báo cáo tháng trước ngày 20 → 2025-03-19 FREQ=MONTHLY;BYMONTHDAY=19
    Hằng tháng, các cơ quan, đơn vị gửi báo cáo về Sở Nội vụ trước ngày 20 → 2025-03-19 FREQ=MONTHLY;BYMONTHDAY=19
    Định kỳ hằng quý, Sở Tài chính tổng hợp, báo cáo trước ngày 15 của tháng cuối quý → 2025-03-14 FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=14
    báo cáo tuần vào thứ Sáu → 2025-03-07 FREQ=WEEKLY;BYDAY=FR
    ngày 25 tháng 3, 6, 9, 12 hằng năm → 2025-03-25 FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=25
    ngày 30 hằng tháng → 2025-03-30 FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1
    cuối quý hằng quý → 2025-03-31 FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1
    `,
  );
});
