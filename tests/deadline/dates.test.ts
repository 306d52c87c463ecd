import { describe } from '@jest/globals';
import { readsAs } from './table.ts';

describe('dates with a preposition', () => {
  readsAs(
    '2025-02-28',
    `
    hoàn thành trước ngày mùng 1 tháng Sáu năm 2025 → 2025-05-31
    xong trước 15.4.2025 → 2025-04-14
    trước ngày 15.4 → 2025-04-14
    trước ngày 15-4 → 2025-04-14
    trước 15-4-25 → 2025-04-14
    trước ngày 1/7/2025 → 2025-06-30
    trước ngày hai mươi tháng tư năm 2025 → 2025-04-19
    trước ngày mười lăm tháng ba → 2025-03-14
    trước ngày 15 tháng này → 2025-02-14
    trước ngày 10 tháng sau → 2025-03-09
    trước ngày 10/4 tới → 2025-04-09
    trước ngày 20 tháng 3/2025 → 2025-03-19
    trước ngày 20 tháng 3, năm 2025 → 2025-03-19
    trước ngày 20 → 2025-03-19
    TRƯỚC NGÀY 30/6/2025 → 2025-06-29
    Trước ngày 30 Tháng 6 Năm 2025 → 2025-06-29
    trước ngày 31/4/2025 → -
    trước năm 2026 → 2025-12-31
    trước quý III/2025 → 2025-06-30
    trước quý III → 2025-06-30
    trước tháng Tư → 2025-03-31
    trước tháng 4 → 2025-03-31
    trước tháng sau → 2025-02-28
    trước tuần sau → 2025-03-02
    trước cuối tháng 4/2025 → 2025-04-30
    trước cuối năm 2025 → 2025-12-31
    trước hết quý II/2025 → 2025-06-30
    trước khi hết quý II/2025 → 2025-06-30
    trước khi kết thúc quý I → 2025-03-31
    trước khi kết thúc tháng 6/2025 → 2025-06-30
    trước giữa tháng 5/2025 → 2025-05-14
    trước đầu tháng 8/2025 → 2025-07-31
    trước nửa cuối tháng 5 → 2025-05-15
    trước 6 tháng cuối năm → 2025-06-30
    trước trung tuần tháng 8/2025 → 2025-08-10
    trước hạ tuần tháng 4 → 2025-04-20
    trước thời điểm 01/7/2025 → 2025-06-30
    trước mốc 30/6 → 2025-06-29
    trước thời hạn ngày 30/6/2025 → 2025-06-29
    chậm nhất trước ngày 20/3/2025 → 2025-03-19
    chậm nhất là trước 17 giờ ngày 20/3/2025 → 2025-03-20 17:00
    muộn nhất là ngày 15 tháng 4 → 2025-04-15
    muộn nhất vào 15/4 → 2025-04-15
    trễ nhất ngày 15/4/2025 → 2025-04-15
    không chậm hơn ngày 15/4/2025 → 2025-04-15
    không quá ngày 15/4 → 2025-04-15
    không vượt quá ngày 30/4/2025 → 2025-04-30
    hạn cuối cùng là 30/4/2025 → 2025-04-30
    hạn chót: 15/4 → 2025-04-15
    hạn hoàn thành: 30/6/2025 → 2025-06-30
    hạn nộp báo cáo 15/4/2025 → 2025-04-15
    thời hạn hoàn thành: 30/6/2025 → 2025-06-30
    thời hạn gửi báo cáo: ngày 20/3/2025 → 2025-03-20
    hạn: 20/3 → 2025-03-20
    Deadline 20/3/2025 → 2025-03-20
    đến 30/6/2025 → 2025-06-30
    tới ngày 30/6 → 2025-06-30
    đến hết ngày 30/6/2025 → 2025-06-30
    hết ngày 15/3 → 2025-03-15
    trong ngày 15/3 → 2025-03-15
    đúng ngày 15/4/2025 → 2025-04-15
    vào 20/3/2025 → 2025-03-20
    ngày 15/4/2025 → 2025-04-15
    kết thúc trước ngày 30/6/2025 → 2025-06-29
    kết thúc vào 30/6/2025 → 2025-06-30
    gia hạn đến ngày 30/4/2025 → 2025-04-30
    kéo dài đến hết tháng 4 → 2025-04-30
    chốt số liệu đến ngày 15/3/2025 → 2025-03-15
    gửi trước 15/3 để tổng hợp, báo cáo UBND tỉnh trước 20/3 → 2025-03-14 + 2025-03-19
    `,
  );
});
