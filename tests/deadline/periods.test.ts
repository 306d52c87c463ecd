import { describe } from '@jest/globals';
import { readsAs } from './table.ts';

describe('ranges, months, open units', () => {
  readsAs(
    '2025-02-28',
    `
    từ ngày 15/3 đến ngày 15/4/2025 → 2025-04-15 from:2025-03-15
    từ ngày 15 đến ngày 20 tháng 3 năm 2025 → 2025-03-20 from:2025-03-15
    từ 15-20/3/2025 → 2025-03-20 from:2025-03-15
    từ ngày 15/3/2025 đến hết ngày 30/3/2025 → 2025-03-30 from:2025-03-15
    từ 01/3 - 31/3/2025 → 2025-03-31 from:2025-03-01
    từ nay đến cuối năm → 2025-12-31 from:2025-02-28
    từ nay đến hết quý II → 2025-06-30 from:2025-02-28
    từ nay tới 15/4 → 2025-04-15 from:2025-02-28
    từ nay đến ngày 30/4/2025 → 2025-04-30 from:2025-02-28
    từ nay đến trước ngày 30/4/2025 → 2025-04-29 from:2025-02-28
    từ quý II đến quý IV/2025 → 2025-12-31 from:2025-04-01
    từ tháng 3 đến hết tháng 5 năm 2025 → 2025-05-31 from:2025-03-01
    từ tháng 11 đến tháng 2/2026 → 2026-02-28 from:2025-11-01
    từ tháng 3-6/2025 → 2025-06-30 from:2025-03-01
    trong tháng 3, 4/2025 → 2025-04-30 from:2025-03-01
    trong tháng 3, tháng 4 và tháng 5/2025 → 2025-05-31 from:2025-03-01
    tháng 3-4/2025 → 2025-04-30 from:2025-03-01
    tháng 3 - tháng 4/2025 → 2025-04-30 from:2025-03-01
    quý II, III/2025 → 2025-09-30 from:2025-04-01
    Quý II và III năm 2025 → 2025-09-30 from:2025-04-01
    quý II và quý III/2025 → 2025-09-30 from:2025-04-01
    trong quý I, II năm 2025 → 2025-06-30 from:2025-01-01
    quý 3, 4/2025 → 2025-12-31 from:2025-07-01
    Quý IV/2025 - Quý I/2026 → 2026-03-31 from:2025-10-01
    quý IV/2025 và quý I/2026 → 2026-03-31 from:2025-10-01
    giai đoạn 2025 - 2030 → 2030-12-31
    nhiệm kỳ 2025-2030 → 2030-12-31
    trong 2 năm 2025-2026 → 2026-12-31
    năm 2025 và năm 2026 → 2026-12-31
    năm 2025, 2026 → 2026-12-31 from:2025-01-01
    từ năm 2025 đến năm 2027 → 2027-12-31 from:2025-01-01
    giai đoạn từ năm 2021 đến năm 2025 → 2025-12-31 from:2021-01-01
    trong hai ngày 15 và 16/3/2025 → 2025-03-16 from:2025-03-15
    trong các ngày 10, 11, 12/3/2025 → 2025-03-12 from:2025-03-10
    ngày 15 - 16/3/2025 → 2025-03-16 from:2025-03-15
    ngày 15 và 16 tháng 3 năm 2025 → 2025-03-16 from:2025-03-15
    từ đầu tháng 3 đến giữa tháng 4/2025 → 2025-04-15 from:2025-03-01
    từ thứ Hai đến thứ Sáu tuần sau → 2025-03-07 from:2025-03-03
    từ 8h00 ngày 15/3 đến 17h00 ngày 20/3/2025 → 2025-03-20 17:00 from:2025-03-15
    15/3/2025 - 20/3/2025 → 2025-03-20 from:2025-03-15
    15/3 - 20/3/2025 → 2025-03-20 from:2025-03-15
    từ ngày ký đến hết ngày 31/12/2025 → 2025-12-31
    kể từ ngày 01/3/2025 đến ngày 30/6/2025 → 2025-06-30 from:2025-03-01
    tháng 5 → 2025-05-31
    T5 → 2025-05-31
    tháng 5 năm nay → 2025-05-31
    tháng này → 2025-02-28
    trong tháng này → 2025-02-28
    trong tháng sau → 2025-03-31
    tháng tới → 2025-03-31
    tháng kế tiếp → 2025-03-31
    tháng mười hai → 2025-12-31
    tháng Chạp → 2026-02-16
    tháng Giêng → 2026-03-18
    tháng Một → 2026-01-31
    tháng Mười năm 2025 → 2025-10-31
    tháng tư/2025 → 2025-04-30
    trong tháng 3-2025 → 2025-03-31
    trong tháng 3.2025 → 2025-03-31
    trong 3/2025 → 2025-03-31
    hoàn thành 04/2025 → 2025-04-30
    đến 6/2025 → 2025-06-30
    trong tháng năm → 2025-05-31
    trong tháng Năm → 2025-05-31
    tháng Bảy này → 2025-07-31
    trong cả tháng 3 → 2025-03-31
    Tháng 12/2025 → 2025-12-31
    trong vòng tháng 3 → 2025-03-31
    vào tháng 5/2025 → 2025-05-31
    dịp tháng 5/2025 → 2025-05-31
    hết tháng 4 → 2025-04-30
    hết tháng → 2025-02-28
    đến hết tháng → 2025-02-28
    trong tháng → 2025-02-28
    trong quý → 2025-03-31
    hết quý → 2025-03-31
    hết quý I → 2025-03-31
    trong năm → 2025-12-31
    hết năm → 2025-12-31
    trong tuần → 2025-03-02
    hết tuần → 2025-03-02
    hết tuần này → 2025-03-02
    `,
  );
});

describe('quarters, halves, years, parts, weeks, days', () => {
  readsAs(
    '2025-03-05',
    `
    quý ba năm 2025 → 2025-09-30
    quý thứ ba năm 2025 → 2025-09-30
    trong quí 2/2025 → 2025-06-30
    Q.II/2025 → 2025-06-30
    Q3 → 2025-09-30
    quý sau → 2025-06-30
    trong quý tới → 2025-06-30
    quý tới → 2025-06-30
    quý đầu tiên của năm 2026 → 2026-03-31
    quý cuối cùng của năm → 2025-12-31
    quý cuối năm → 2025-12-31
    quý một → 2025-03-31
    quý tư/2025 → 2025-12-31
    trong Quý 4 năm nay → 2025-12-31
    quý II - 2025 → 2025-06-30
    QUÝ III/2025 → 2025-09-30
    hết quý này → 2025-03-31
    cuối quý II/2025 → 2025-06-30
    đầu quý III → 2025-07-31
    cuối quý → 2025-03-31
    cuối quý này → 2025-03-31
    6 tháng đầu năm → 2025-06-30
    06 tháng cuối năm 2025 → 2025-12-31
    6 tháng đầu của năm 2026 → 2026-06-30
    sáu tháng cuối năm nay → 2025-12-31
    9 tháng đầu năm 2025 → 2025-09-30
    hai tháng cuối năm → 2025-12-31
    những tháng cuối năm 2025 → 2025-12-31
    các tháng còn lại của năm 2025 → 2025-12-31
    nửa năm đầu 2025 → 2025-06-30
    nửa đầu năm nay → 2025-06-30
    nửa sau năm 2025 → 2025-12-31
    nửa cuối năm → 2025-12-31
    nửa năm cuối → 2025-12-31
    trong nửa đầu quý II → 2025-05-15
    năm nay → 2025-12-31
    năm sau → 2026-12-31
    năm tới → 2026-12-31
    trong năm tới → 2026-12-31
    hết năm nay → 2025-12-31
    hết năm → 2025-12-31
    đầu năm sau → 2026-03-31
    đầu năm tới → 2026-03-31
    giữa năm 2025 → 2025-06-30
    giữa năm → 2025-06-30
    cuối năm nay → 2025-12-31
    trong những tháng đầu năm 2026 → 2026-03-31
    năm 2026 → 2026-12-31
    hết năm học 2024-2025 → 2025-05-31
    kết thúc năm học → 2025-05-31
    trước khi kết thúc năm học 2024-2025 → 2025-05-31
    đầu năm học 2026-2027 → 2026-09-30
    học kỳ I năm học 2026-2027 → none
    hạ tuần tháng 3 → 2025-03-31
    nửa cuối tháng 5/2025 → 2025-05-31
    nửa sau tháng 5 → 2025-05-31
    giữa tháng 4 → 2025-04-15
    cuối tháng → 2025-03-31
    cuối tháng này → 2025-03-31
    đầu tháng sau → 2025-04-10
    đầu tháng tới → 2025-04-10
    10 ngày đầu tháng 4 → 2025-04-10
    15 ngày đầu của tháng 4/2025 → 2025-04-15
    10 ngày cuối tháng 3 → 2025-03-31
    tuần thứ hai của tháng 4/2025 → 2025-04-14
    tuần thứ 3 tháng 4 → 2025-04-21
    tuần 2 tháng 4/2025 → 2025-04-14
    tuần cuối cùng của tháng 3 → 2025-03-31
    tuần đầu tiên của tháng 4 → 2025-04-07
    những ngày đầu tháng 4 → 2025-04-10
    những ngày cuối tháng 3/2025 → 2025-03-31
    cuối tháng Ba → 2025-03-31
    trong tuần này → 2025-03-09
    tuần này → 2025-03-09
    tuần sau → 2025-03-16
    tuần tới → 2025-03-16
    trong tuần tới → 2025-03-16
    đầu tuần tới → 2025-03-11
    giữa tuần sau → 2025-03-12
    cuối tuần sau → 2025-03-16
    cuối tuần → 2025-03-09
    tuần sau nữa → 2025-03-23
    thứ Hai tuần sau → 2025-03-10
    chậm nhất thứ Sáu tuần này → 2025-03-07
    trước thứ Sáu → 2025-03-06
    thứ Sáu tới → 2025-03-07
    thứ Sáu này → 2025-03-07
    trước Chủ nhật tuần này → 2025-03-08
    chủ nhật → 2025-03-09
    thứ 6, ngày 14/3/2025 → 2025-03-14
    thứ 6 (14/3) → 2025-03-14
    thứ Năm, 13/3 → 2025-03-13
    hôm nay → 2025-03-05
    trong hôm nay → 2025-03-05
    trong ngày hôm nay → 2025-03-05
    ngay trong hôm nay → 2025-03-05
    ngày mai → 2025-03-06
    trước ngày mai → 2025-03-05
    chậm nhất ngày mai → 2025-03-06
    ngày mốt → 2025-03-07
    ngày kìa → 2025-03-08
    trong ngày → 2025-03-05
    ngay trong ngày → 2025-03-05
    hết ngày mai → 2025-03-06
    sáng mai → 2025-03-06 12:00
    chiều mai → 2025-03-06 17:00
    chiều nay → 2025-03-05 17:00
    tối nay → 2025-03-05 22:00
    cuối giờ chiều nay → 2025-03-05 17:00
    cuối ngày hôm nay → 2025-03-05
    `,
  );
});
