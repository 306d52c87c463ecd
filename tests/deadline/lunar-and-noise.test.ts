import { describe } from '@jest/globals';
import { readsAs } from './table.ts';

describe('lunar days, feasts, lost marks and spaces', () => {
  readsAs(
    '2025-03-05',
    `
    mùng 10 tháng 3 âm lịch → 2025-04-07
    ngày 10/3 âm lịch → 2025-04-07
    10 tháng 3 (âm lịch) → 2025-04-07
    rằm tháng Giêng → 2026-03-03
    rằm tháng 8 → 2025-10-06
    ngày rằm tháng Bảy → 2025-09-06
    ngày 23 tháng Chạp → 2026-02-10
    trước 23 tháng Chạp → 2026-02-09
    mùng 6 Tết → 2026-02-22
    trước mùng 5 tháng Giêng → 2026-02-20
    tháng 7 âm lịch → 2025-09-21
    ngày 15 tháng 8 âm lịch năm 2025 → 2025-10-06
    trước Tết → 2026-02-16
    chậm nhất trước Tết Nguyên đán 2026 → 2026-02-16
    chậm nhất trước Tết Nguyên đán năm 2026 → 2026-02-16
    trước Tết Bính Ngọ → 2026-02-16
    chậm nhất trước Tết Nguyên đán Bính Ngọ 2026 → 2026-02-16
    trước Tết Âm lịch → 2026-02-16
    trước Tết cổ truyền → 2026-02-16
    trước Tết Dương lịch → 2025-12-31
    trước Tết Dương lịch 2026 → 2025-12-31
    trong dịp Tết Nguyên đán → 2026-02-21
    sau Tết Nguyên đán → - from:2026-02-22
    trước đêm giao thừa → 2026-02-15
    trước Giỗ Tổ Hùng Vương → 2025-04-06
    trước ngày Giỗ Tổ Hùng Vương (10/3 âm lịch) → 2025-04-06
    trước lễ 30/4 → 2025-04-29
    trước dịp 30/4 - 1/5 → 2025-04-29
    trước dịp nghỉ lễ 30/4 và 01/5 → 2025-04-29
    trước kỳ nghỉ lễ 30/4 - 01/5/2025 → 2025-04-29
    trước Quốc khánh 2/9 → 2025-09-01
    trước ngày Quốc khánh → 2025-09-01
    trước dịp lễ Quốc khánh 02/9/2025 → 2025-09-01
    trước ngày Quốc tế Lao động 1/5 → 2025-04-30
    trước ngày Giải phóng miền Nam 30/4 → 2025-04-29
    trước Tết Trung thu → 2025-10-05
    trước rằm Trung thu → 2025-10-05
    trước ngày khai giảng → 2025-09-04
    trước ngày khai giảng năm học mới → 2025-09-04
    trước Tết Đoan ngọ → 2025-05-30
    trước ngày Nhà giáo Việt Nam 20/11 → 2025-11-19
    trước lễ Vu Lan → 2025-09-05
    trước ngày Thương binh - Liệt sĩ 27/7 → 2025-07-26
    trước Noel → 2025-12-24
    trong tháng Chạp → 2026-02-16
    truoc ngay 17/4/2025 → 2025-04-16
    hoan thanh trong thang 6/2025 → 2025-06-30
    trong quy II nam 2025 → 2025-06-30
    bao cao truoc ngay 25 hang thang → 2025-03-24 FREQ=MONTHLY;BYMONTHDAY=24
    den het nam 2025 → 2025-12-31
    cham nhat ngay 20 thang 3 nam 2025 → 2025-03-20
    trong vong 05 ngay lam viec ke tu ngay ky → 2025-03-12
    tu ngay 15/3 den ngay 30/4/2025 → 2025-04-30 from:2025-03-15
    truoc 17 gio ngay 20/3/2025 → 2025-03-20 17:00
    thu Sau tuan nay → 2025-03-07
    6 thang dau nam 2025 → 2025-06-30
    trước ngày l5/3/2025 → 2025-03-14
    trước ngày 3O/6/2025 → 2025-06-29
    trước ngày 17/O4/2025 → 2025-04-16
    trước ngày lO/4/2025 → 2025-04-09
    trong tháng O6/2025 → 2025-06-30
    trong tháng l2/2025 → 2025-12-31
    trong quý lI/2025 → 2025-06-30
    trong quý Il/2025 → 2025-06-30
    trong quý lV/2025 → 2025-12-31
    trong quý III /2025 → 2025-09-30
    trước ngày 17/ 4/2025 → 2025-04-16
    trước ngày 17 /4 /2025 → 2025-04-16
    trước ngày 17/4/ 2025 → 2025-04-16
    trước ngày **17/4/2025** → 2025-04-16
    trước **ngày 17/4/2025** → 2025-04-16
    qúy II/2025 → 2025-06-30
    trong qúi III/2025 → 2025-09-30
    trước ngày 17–4–2025 → 2025-04-16
    "trước ngày 17/4/2025" → 2025-04-16
    trước ngày 17/4/2025./. → 2025-04-16
    (trước ngày 17/4/2025) → 2025-04-16
    trước ngày 17/4/2O25 → 2025-04-16
    trước ngày 17/4/2025; → 2025-04-16
    trước ngày17/4/2025 → 2025-04-16
    trướcngày 17/4/2025 → 2025-04-16
    trong tháng6/2025 → 2025-06-30
    quý II/2O25 → 2025-06-30
    tháng 4/ 2025 → 2025-04-30
    trong quýII/2025 → 2025-06-30
    Trước Ngày 17 / 4/ 2025 → 2025-04-16
    đến hết 30/6/2025 → 2025-06-30
    `,
  );
});

describe('words other officials write', () => {
  readsAs(
    '2025-03-05',
    `
    trước hết quý II/2025 → 2025-06-30
    trước giữa tháng 5/2025 → 2025-05-14
    trong hai ngày 15 và 16/3/2025 → 2025-03-16 from:2025-03-15
    trong các ngày 10, 11, 12/3/2025 → 2025-03-12 from:2025-03-10
    trong 2 năm 2025-2026 → 2026-12-31
    năm 2025, 2026 → 2026-12-31 from:2025-01-01
    từ 8h00 ngày 15/3 đến 17h00 ngày 20/3/2025 → 2025-03-20 17:00 from:2025-03-15
    hoàn thành 04/2025 → 2025-04-30
    hết tháng → 2025-03-31
    trong tuần → 2025-03-09
    đến hết năm → 2025-12-31
    trong ngày → 2025-03-05
    ngay trong ngày → 2025-03-05
    Q.II/2025 → 2025-06-30
    T.4/2025 → 2025-04-30
    nửa năm đầu 2025 → 2025-06-30
    trong nửa đầu quý II → 2025-05-15
    kết thúc năm học → 2025-05-31
    trước 24 giờ 00 ngày 31/3/2025 → 2025-03-31
    trước 14h30' ngày 10/3 → 2025-03-10 14:30
    chậm nhất đến 17 giờ 00 ngày 20 tháng 3 năm 2025 → 2025-03-20 17:00
    ngày 20/3/2025, chậm nhất 17h00 → 2025-03-20 17:00
    ít nhất 5 ngày trước ngày 30/6/2025 → 2025-06-25
    trong 03 tháng, kể từ tháng 4/2025 → 2025-06-30
    ngày cuối cùng của tháng → 2025-03-31 FREQ=MONTHLY;BYMONTHDAY=-1
    ngày cuối cùng của tháng 6/2025 → 2025-06-30
    ngày làm việc cuối cùng của tháng → 2025-03-31 FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1
    ngày làm việc cuối cùng của tháng 3/2025 → 2025-03-31
    ngày làm việc cuối cùng của quý → 2025-03-31 FREQ=MONTHLY;BYMONTH=3,6,9,12;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1
    trước ngày 25 của tháng → 2025-03-24 FREQ=MONTHLY;BYMONTHDAY=24
    trước ngày 10 tháng kế tiếp → 2025-04-09 FREQ=MONTHLY;BYMONTHDAY=9
    mỗi thứ Sáu → 2025-03-07 FREQ=WEEKLY;BYDAY=FR
    vào thứ Sáu mỗi tuần → 2025-03-07 FREQ=WEEKLY;BYDAY=FR
    định kỳ trước ngày 20 hằng tháng → 2025-03-19 FREQ=MONTHLY;BYMONTHDAY=19
    định kỳ vào thứ Sáu hằng tuần → 2025-03-07 FREQ=WEEKLY;BYDAY=FR
    mỗi tuần một lần → 2025-03-09 FREQ=WEEKLY
    thứ Hai đầu tiên của tháng → 2025-04-07 FREQ=MONTHLY;BYDAY=1MO
    thứ Hai đầu tiên của tháng 4/2025 → 2025-04-07
    trước ngày 20 hằng tháng từ tháng 3 đến tháng 12/2025 → 2025-03-19 from:2025-03-01 FREQ=MONTHLY;BYMONTHDAY=19;UNTIL=20251231
    Định kỳ hằng quý, Sở Tài chính tổng hợp, báo cáo trước ngày 15 của tháng cuối quý → 2025-03-14 FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=14
    báo cáo tuần vào thứ Sáu → 2025-03-07 FREQ=WEEKLY;BYDAY=FR
    ngày 25 tháng 3, 6, 9, 12 hằng năm → 2025-03-25 FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=25
    trước ngày 20 các tháng 3, 6, 9, 12 → 2025-03-19 FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=19
    trước dịp 30/4 - 1/5 → 2025-04-29
    trước kỳ nghỉ lễ 30/4 - 01/5/2025 → 2025-04-29
    trước ngày Giỗ Tổ Hùng Vương (10/3 âm lịch) → 2025-04-06
    trước rằm Trung thu → 2025-10-05
    trước ngày Thương binh - Liệt sĩ 27/7 → 2025-07-26
    trước ngày lO/4/2025 → 2025-04-09
    trong quý l/2025 → 2025-03-31
    trước ngày17/4/2025 → 2025-04-16
    trướcngày 17/4/2025 → 2025-04-16
    trong tháng6/2025 → 2025-06-30
    trong quýII/2025 → 2025-06-30
    trước ngày 14 tháng3 năm2025 → 2025-03-13
    tháng Bảy này → 2025-07-31
    cuối ngày 20/3/2025 → 2025-03-20
    cuối giờ ngày 20/3/2025 → 2025-03-20 17:00
    trước ngày 30/02/2025 → -
    ngày 29/2 → 2028-02-29
    trong quý V/2025 → none
    thứ Sáu ngày 15/3/2025 → 2025-03-15
    hoàn thành trước ngày 15 tháng 13 năm 2025 → none
    nửa đầu 2025 → 2025-06-30
    6 tháng đầu 2025 → 2025-06-30
    cuối 2025 → 2025-12-31
    đầu 2026 → 2026-03-31
    giữa 2025 → 2025-06-30
    hết 2025 → 2025-12-31
    trong 2025 → 2025-12-31
    đến 2026 → 2026-12-31
    trước 2026 → 2025-12-31
    hai năm 2025-2026 → 2026-12-31
    ngày làm việc tiếp theo → 2025-03-06
    trong ngày làm việc kế tiếp → 2025-03-06
    ngày làm việc cuối cùng của tuần này → 2025-03-07
    ngày làm việc đầu tiên của tuần sau → 2025-03-10
    ngày 30 Tết → 2026-02-16
    29 Tết → 2026-02-16
    trước ngày 05 . 3 . 2025 → 2025-03-04
    truớc ngày 17/4/2025 → 2025-04-16
    trưóc ngày 17/4/2025 → 2025-04-16
    quỷ II/2025 → 2025-06-30
    trước năm học mới → -
    trước năm học 2026-2027 → 2026-09-04
    trước ngày Đại hội Đảng bộ tỉnh → -
    trước thời điểm sáp nhập → -
    báo cáo tháng 2/2025 → none
    báo cáo quý I/2025 → none
    hoàn thành 11/12 chỉ tiêu → none
    hoàn thành 05/12 (42%) → none
    Tháng 12/2025 (sau khi tỉnh ban hành hướng dẫn). → 2025-12-31 + -
    đến hết năm 2024 đã đạt 80% → none
    khi có hướng dẫn của Bộ Nội vụ → none
    sau khi hoàn thành sắp xếp tổ chức bộ máy → -
    ngay sau Hội nghị này → -
    trước mùa mưa bão năm 2025 → -
    trước kỳ họp giữa năm của HĐND tỉnh → -
    tại kỳ họp chuyên đề tháng 4/2025 → 2025-04-30
    tại kỳ họp thứ 9, Quốc hội khóa XV (tháng 5/2025) → - + 2025-05-31
    bắt đầu từ tháng 4/2025 → - from:2025-04-01
    từ quý II/2025 → - from:2025-04-01
    từ năm 2026 → - from:2026-01-01
    từ 01/01/2026 trở đi → - from:2026-01-01
    sau tháng 6/2025 → - from:2025-07-01
    áp dụng từ ngày 01/7/2025 → - from:2025-07-01
    đường 30/4 → none
    9/10 tiêu chí đạt → none
    trong thời gian tới → -
    sớm nhất có thể → -
    theo quy định → none
    đúng thời hạn → none
    trước ngày 20/3 ít nhất 3 ngày làm việc → 2025-03-17
    10 ngày sau ngày ký → 2025-03-15
    trong vòng vài ngày → none
    trong vòng 1 tháng tới → 2025-04-05
    trong tháng 3 tới → 2025-03-31
    trong nhiệm kỳ 2025-2030 → 2030-12-31
    thứ Sáu tuần cuối tháng 3 → 2025-03-28
    trong 3 tháng đầu năm 2026 → 2026-03-31
    đến giữa tháng 4 → 2025-04-15
    Tháng 3/2025 - Tháng 6/2025 → 2025-06-30 from:2025-03-01
    từ tháng 3/2025 → - from:2025-03-01
    năm học 2025 - 2026 → 2026-05-31
    trong năm 2025 và năm 2026 → 2026-12-31
    lần 1 trước ngày 15/6, lần 2 trước ngày 15/12 → 2025-06-14 + 2025-12-14
    báo cáo lần 1: trước 15/3/2025; lần 2: trước 15/6/2025 → 2025-03-14 + 2025-06-14
    dự thảo trong tháng 3, hoàn thiện trong tháng 5/2025 → 2025-03-31 + 2025-05-31
    `,
  );
});
