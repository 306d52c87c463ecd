import { describe } from '@jest/globals';
import { readsAs } from './table.ts';

describe('hours of a day and lengths of time', () => {
  readsAs(
    '2025-03-05',
    `
    trước 17 giờ ngày 28/2/2025 → 2025-02-28 17:00
    trước 17:00 ngày 20/3/2025 → 2025-03-20 17:00
    trước 9h sáng mai → 2025-03-06 09:00
    trước 24h ngày 31/3/2025 → 2025-03-31
    trước 24 giờ 00 ngày 31/3/2025 → 2025-03-31
    trước 8 giờ 00 phút ngày 10/3/2025 → 2025-03-10 08:00
    trước 14h30' ngày 10/3 → 2025-03-10 14:30
    trước 2 giờ chiều thứ Sáu → 2025-03-07 14:00
    trước 14 giờ 30 chiều ngày 7/3 → 2025-03-07 14:30
    trong buổi chiều ngày 12/3/2025 → 2025-03-12 17:00
    trong sáng ngày 12/3 → 2025-03-12 12:00
    trong chiều thứ Sáu tuần này → 2025-03-07 17:00
    sáng thứ Hai tuần sau → 2025-03-10 12:00
    chậm nhất 17h hôm nay → 2025-03-05 17:00
    chậm nhất đến 17 giờ 00 ngày 20 tháng 3 năm 2025 → 2025-03-20 17:00
    ngày 20/3/2025 trước 17h00 → 2025-03-20 17:00
    ngày 20/3/2025, chậm nhất 17h00 → 2025-03-20 17:00
    trước ngày 20/3/2025 (trước 17 giờ) → 2025-03-20 17:00
    trước 17h00, ngày 20/3/2025 → 2025-03-20 17:00
    trước 17h00 (ngày 20/3/2025) → 2025-03-20 17:00
    hết giờ làm việc ngày 20/3/2025 → 2025-03-20 17:00
    trước giờ hành chính ngày 20/3 → 2025-03-20 17:00
    cuối giờ làm việc ngày 20/3/2025 → 2025-03-20 17:00
    trước cuối giờ chiều thứ Năm → 2025-03-06 17:00
    lúc 8 giờ ngày 15/3/2025 → 2025-03-15 08:00
    đến 0 giờ ngày 01/7/2025 → 2025-06-30
    từ 0 giờ ngày 01/7/2025 → - from:2025-07-01
    trước 12 giờ trưa ngày 10/3 → 2025-03-10 12:00
    trước 10h thứ 2 (10/3/2025) → 2025-03-10 10:00
    trước 16g30 ngày 20/3 → 2025-03-20 16:30
    trong vòng 10 ngày kể từ ngày ban hành → 2025-03-15
    trong thời hạn 30 ngày, kể từ ngày ký ban hành → 2025-04-04
    trong thời hạn 05 (năm) ngày làm việc kể từ ngày nhận được Công văn này → 2025-03-12
    trong thời gian 15 ngày → 2025-03-20
    15 ngày kể từ ngày ký → 2025-03-20
    sau 10 ngày → 2025-03-15
    sau 3 tháng kể từ ngày ký → 2025-06-05
    chậm nhất 15 ngày kể từ ngày ban hành → 2025-03-20
    không quá 10 ngày → 2025-03-15
    không quá 30 ngày kể từ ngày nhận được thông báo → 2025-04-04
    tối đa 20 ngày → 2025-03-25
    trong một tuần → 2025-03-12
    trong vòng một tuần tới → 2025-03-12
    trong 3 ngày tới → 2025-03-08
    trong hai tuần tới → 2025-03-19
    3 ngày nữa → 2025-03-08
    trong vòng 72 giờ → 2025-03-08
    trong 36 giờ → 2025-03-07
    trong vòng 12 giờ → 2025-03-05
    trong nửa ngày → 2025-03-05
    trong nửa năm → 2025-09-05
    trong vòng nửa tháng kể từ ngày ký → 2025-03-20
    trong một tháng rưỡi → 2025-04-19
    một tháng → 2025-04-05
    hai tháng → 2025-05-05
    01 tháng kể từ ngày ký → 2025-04-05
    trong năm tháng → 2025-08-05
    trong vòng năm ngày → 2025-03-10
    trong vòng năm năm kể từ ngày ban hành → 2030-03-05
    trong vòng một quý → 2025-06-05
    trong 2 năm → 2027-03-05
    60 ngày kể từ ngày 15/3/2025 → 2025-05-14
    sau 30 ngày kể từ ngày 01/4/2025 → 2025-05-01
    trong 03 tháng, kể từ tháng 4/2025 → 2025-06-30
    kể từ ngày ký, trong vòng 30 ngày → 2025-04-04
    trong thời hạn ba tháng → 2025-06-05
    10 - 15 ngày → 2025-03-20
    từ 10 đến 15 ngày kể từ ngày ký → 2025-03-20
    trong 5-7 ngày làm việc → 2025-03-14
    hai mươi ngày làm việc → 2025-04-02
    trong vòng 15 ngày làm việc tính từ ngày ban hành → 2025-03-26
    chậm nhất 05 ngày làm việc sau khi nhận được văn bản → 2025-03-12
    chậm nhất 03 ngày làm việc trước ngày 20/3/2025 → 2025-03-17
    trước 05 ngày làm việc so với ngày họp → -
    ít nhất 5 ngày trước ngày 30/6/2025 → 2025-06-25
    trong vòng 16 giờ làm việc → 2025-03-07
    8 giờ làm việc → 2025-03-06
    trong vòng 03 ngày kể từ khi có kết quả → -
    trong 15 ngày sau khi Nghị quyết được thông qua → -
    trong thời hạn 10 ngày kể từ ngày Quyết định có hiệu lực → -
    trong 10 ngày kể từ ngày Kế hoạch được phê duyệt → -
    trong vòng 30 ngày sau ngày ban hành → 2025-04-04
    30 ngày kể từ hôm nay → 2025-04-04
    trong vòng 10 ngày kể từ nay → 2025-03-15
    sau 02 tuần → 2025-03-19
    02 tuần → 2025-03-19
    45 ngày → 2025-04-19
    trong 100 ngày → 2025-06-13
    trong 45 ngày đêm → 2025-04-19
    một trăm ngày → 2025-06-13
    trong vòng 01 năm kể từ ngày 05/8/2025 → 2026-08-05
    `,
  );
});
