import { describe, expect, test } from '@jest/globals';
import type { Day } from '../../dsl/time/day.ts';
import { inShort, read } from './table.ts';

/** What has a day, a start or a recurrence: urgency and open events say nothing that could be wrong. */
function dated(text: string, anchor?: Day): string[] {
  return read(text, anchor)
    .filter((d) => d.due !== null || d.from !== undefined || d.recurrence !== undefined)
    .map((d) => `${d.phrase} = ${inShort(d)}`);
}

describe('paragraphs that set no deadline', () => {
  test.each([
    'Ngày 15 tháng 3 năm 2025, tại trụ sở UBND tỉnh, Phó Chủ tịch UBND tỉnh đã chủ trì cuộc họp về tiến độ giải phóng mặt bằng các dự án trọng điểm.',
    'Căn cứ Nghị quyết số 03/NQ-CP ngày 09/01/2025 của Chính phủ và Kế hoạch số 15/KH-UBND ngày 20 tháng 01 năm 2025 của UBND tỉnh, các sở khẩn trương triển khai.',
    'Thực hiện Chỉ thị số 05/CT-TTg ngày 01/3/2025 của Thủ tướng Chính phủ về các nhiệm vụ, giải pháp thúc đẩy tăng trưởng kinh tế năm 2025.',
    'Tăng trưởng GRDP năm 2025 đạt 8,5% trở lên; thu ngân sách quý I/2025 tăng 12% so với cùng kỳ năm trước.',
    'Đến ngày 28/02/2025, toàn tỉnh đã giải ngân 1.250 tỷ đồng, đạt 15,3% kế hoạch vốn năm 2025.',
    'Tính đến ngày 31/3/2025, đã hoàn thành 12/25 nhiệm vụ, còn 03/12 nhiệm vụ quá hạn.',
    'Lũy kế đến hết tháng 02/2025, tỷ lệ hồ sơ trực tuyến đạt 72,5%.',
    'Trong quý I/2025, các cơ quan, đơn vị đã tích cực triển khai nhiệm vụ được giao.',
    'Trong năm 2024, công tác cải cách hành chính có nhiều chuyển biến tích cực.',
    'Chiến lược phát triển kinh tế - xã hội 10 năm 2021-2030; Quy hoạch tỉnh thời kỳ 2021-2030, tầm nhìn đến năm 2050.',
    'Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XI, nhiệm kỳ 2020-2025; Chương trình phát triển nhà ở giai đoạn 2021 - 2025 và định hướng đến năm 2030.',
    'Thứ nhất, tập trung chỉ đạo. Thứ hai, rà soát. Thứ ba, báo cáo. Thứ tư, kiểm tra. Thứ năm, xử lý.',
    'Luật Đất đai năm 2024 có hiệu lực từ ngày 01/8/2024; Luật Nhà ở có hiệu lực thi hành kể từ ngày 01 tháng 7 năm 2025.',
    'Tổ chức trực ban 24/7, bảo đảm thông tin liên lạc thông suốt; đường dây nóng 1022.',
    'Điều 12, khoản 3, điểm b Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư.',
    'Biểu quyết thông qua với 45/47 đại biểu tán thành (đạt 95,7%), có 02/11 đơn vị chưa nộp báo cáo.',
    'Đề nghị Quý cơ quan, Quý đơn vị quan tâm phối hợp.',
    'Nguồn kinh phí chi thường xuyên từ ngân sách nhà nước hằng năm theo phân cấp.',
    'Dự toán ngân sách hằng năm; cửa hàng tháng lương; ngân hàng quý khách.',
    'Sau 3 năm thực hiện, tỉnh đạt nhiều kết quả; trong 5 năm qua số doanh nghiệp tăng gấp đôi; tăng mức chi lên 3% trong 4 năm tiếp theo.',
    'Báo cáo số 120/BC-SKHĐT ngày 28/02/2025 về tình hình đầu tư công tháng 02, nhiệm vụ tháng 3 năm 2025.',
    'Tại Phiên họp thứ 42 ngày 05/02/2025, Ủy ban Thường vụ Quốc hội đã cho ý kiến về dự án Luật và thống nhất nhiều nội dung.',
    'Việc báo cáo trước Hội đồng nhân dân tỉnh, giải trình trước Chủ tịch UBND tỉnh việc chậm tiến độ.',
    'Trước hết là nâng cao nhận thức; trước mắt tập trung tháo gỡ; như đã nêu trước đây.',
    'Mức tăng từ 10 đến 15%; quy mô từ 5 - 7 ha; khoảng 20/3.000 hộ; đến 09/12 tiêu chí đã đạt.',
    'Số điện thoại 0912.345.678, Fax 024.3825.1234; mã số thuế 0100109106; QĐ 06/2025/QĐ-UBND.',
    'Hà Nội, ngày    tháng 3 năm 2025',
    'Sinh ngày 15/3/1980; CCCD số 001080012345 cấp ngày 01/7/2021.',
    'Theo Thông báo số 10/TB-UBND ngày 10/02/2025, thời hạn hoàn thành trước ngày 28/02/2025 nhưng đến nay đã quá hạn.',
    'Trên cơ sở kết quả đạt được trong 6 tháng đầu năm, các đơn vị tiếp tục phát huy tinh thần trách nhiệm trong thực thi công vụ.',
    'Đánh giá kết quả thực hiện nhiệm vụ trong tháng 02/2025 và phương hướng, nhiệm vụ thời gian tới của Ban Chỉ đạo.',
    'Rút ngắn thời gian giải quyết thủ tục từ 15 ngày xuống còn 10 ngày làm việc, không quá 03 ngày làm việc đối với hồ sơ đơn giản.',
    'Bảng giá các loại đất áp dụng từ ngày 01/01/2020 đến ngày 31/12/2025 được tiếp tục áp dụng đến hết ngày 30 tháng 6 năm 2026 trên địa bàn tỉnh.',
    'Trao tặng danh hiệu vào dịp kỷ niệm ngày Giải phóng Thủ đô (10/10) hằng năm; lập kế hoạch biên chế công chức hằng năm của các cơ quan.',
    'Lễ hội diễn ra trong 03 ngày, thu hút đông đảo du khách; trả lương hằng ngày cho lao động thời vụ, mỗi năm đào tạo 500 lượt người.',
  ])('%s', (text) => {
    expect(dated(text)).toEqual([]);
  });
});

describe('paragraphs with their deadlines', () => {
  test.each([
    [
      'Giao Sở Tài chính chủ trì, phối hợp với các sở, ngành liên quan tham mưu UBND tỉnh ban hành kế hoạch, hoàn thành trong quý II/2025; báo cáo kết quả thực hiện về UBND tỉnh trước ngày 20/6/2025 (qua Văn phòng UBND tỉnh) để tổng hợp.',
      ['trong quý II/2025 = 2025-06-30', 'trước ngày 20/6/2025 = 2025-06-19'],
    ],
    [
      'Sở Xây dựng báo cáo UBND tỉnh xem xét, quyết định trong tuần tới; Công an tỉnh báo cáo trước 16 giờ 00 hằng ngày.',
      ['trong tuần tới = 2025-03-16', 'trước 16 giờ 00 hằng ngày = 2025-03-05 16:00 FREQ=DAILY'],
    ],
    [
      'Yêu cầu các đơn vị gửi báo cáo định kỳ hằng tháng (trước ngày 20), hằng quý (trước ngày 15 của tháng cuối quý) và báo cáo năm trước ngày 10/12.',
      [
        'định kỳ hằng tháng (trước ngày 20) = 2025-03-19 FREQ=MONTHLY;BYMONTHDAY=19',
        'hằng quý (trước ngày 15 của tháng cuối quý) = 2025-03-14 FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=14',
        'trước ngày 10/12 = 2025-12-09',
      ],
    ],
    [
      'Hằng tháng, các cơ quan, đơn vị tổng hợp kết quả, gửi báo cáo về Sở Nội vụ trước ngày 20 để theo dõi.',
      ['trước ngày 20 = 2025-03-19 FREQ=MONTHLY;BYMONTHDAY=19'],
    ],
    [
      'Phấn đấu đến hết năm 2026 có ít nhất 80% xã đạt chuẩn nông thôn mới; đến năm 2030 đạt 100%.',
      ['đến hết năm 2026 = 2026-12-31'],
    ],
    [
      'Từ ngày 01/4/2025, tất cả văn bản được gửi, nhận trên Trục liên thông văn bản quốc gia.',
      ['Từ ngày 01/4/2025 = - from:2025-04-01'],
    ],
    [
      'Đồng ý gia hạn thời gian hoàn thành đến hết ngày 30/9/2025 theo đề nghị của Sở Giao thông vận tải tại Công văn số 512/SGTVT-KH ngày 25/02/2025.',
      ['đến hết ngày 30/9/2025 = 2025-09-30'],
    ],
    [
      'Quyết định này có hiệu lực sau 10 ngày kể từ ngày ký; các sở cập nhật dữ liệu định kỳ 01 lần/tháng (chậm nhất ngày 03 hằng tháng).',
      [
        'sau 10 ngày kể từ ngày ký = - from:2025-03-15',
        'chậm nhất ngày 03 hằng tháng = 2025-04-03 FREQ=MONTHLY;BYMONTHDAY=3',
      ],
    ],
    ['1\tXây dựng Đề án\tSở Tài chính\tCác sở, ngành\tTháng 6/2025\tĐề án', ['Tháng 6/2025 = 2025-06-30']],
    [
      '|2|Báo cáo sơ kết|Sở Nội vụ|UBND huyện|Hằng quý|Báo cáo|',
      ['Hằng quý = 2025-03-31 FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1'],
    ],
    ['5\tNghị quyết\tSở Y tế\tCác sở, ngành\tNăm 2025\tNghị quyết của HĐND', ['Năm 2025 = 2025-12-31']],
    [
      'Sở Tài chính đã hoàn thành việc trình dự thảo trước ngày 28/02/2025 theo đúng chỉ đạo của Chủ tịch UBND tỉnh tại cuộc họp giao ban.',
      [],
    ],
    [
      'Yêu cầu Sở Tài chính hoàn thành trước ngày 28/02/2025 theo đúng chỉ đạo của Chủ tịch UBND tỉnh, không để ảnh hưởng tiến độ chung.',
      ['trước ngày 28/02/2025 = 2025-02-27'],
    ],
  ])('%s', (text, want) => {
    expect(dated(text)).toEqual(want);
  });

  test('the same paragraph reads the same when its lines are broken and its marks are typed apart', () => {
    const text = 'Giao Sở Nội vụ tham mưu, hoàn thành trước ngày 13 tháng 3 năm 2025 và báo cáo trong quý II năm 2025.';
    const broken = text.replaceAll(' ', '\n');
    const paged = text.replace('tháng 3', '\n\n\ftháng\n 3');
    const answer = ['2025-03-12', '2025-06-30'];
    for (const form of [text, broken, paged, text.normalize('NFD'), text.replace('ngày', '**ngày**')]) {
      expect(read(form).map((d) => d.due)).toEqual(answer);
    }
  });
});

describe('what is not sure says so', () => {
  test('a date that does not exist is no date, and the nearest real one is offered', () => {
    expect(read('trước ngày 31/4/2025')).toMatchObject([
      { due: null, alternatives: ['2025-04-29'], rule: 'impossible-date' },
    ]);
  });

  test('a weekday that is not the date’s own lowers the confidence and offers the other day', () => {
    const [deadline] = read('chậm nhất thứ Sáu ngày 15/3/2025');
    expect(deadline).toMatchObject({ due: '2025-03-15', alternatives: ['2025-03-14'] });
    expect(deadline?.confidence).toBeLessThanOrEqual(0.5);
  });

  test('parts without sharp ends are less sure than dates', () => {
    const [fuzzy] = read('hoàn thành đầu tháng 8/2025');
    const [sharp] = read('hoàn thành trước ngày 05/8/2025');
    expect(fuzzy?.confidence ?? 1).toBeLessThan(sharp?.confidence ?? 0);
    expect(fuzzy?.alternatives).toEqual(['2025-08-05']);
  });

  test('text without marks and misread digits are less sure', () => {
    const [sure] = read('trước ngày 17/4/2025');
    for (const doubtful of ['truoc ngay 17/4/2025', 'trước ngày l7/4/2025']) {
      const [d] = read(doubtful);
      expect(d?.due).toBe('2025-04-16');
      expect(d?.confidence ?? 1).toBeLessThan(sure?.confidence ?? 0);
    }
  });

  test('working days past the announced calendar are provisional', () => {
    expect(read('trong vòng 10 ngày làm việc kể từ ngày ký', '2026-12-28')).toMatchObject([{ provisional: true }]);
    expect(read('trong vòng 10 ngày làm việc kể từ ngày ký', '2026-03-02')[0]?.provisional).toBeUndefined();
  });

  test('a length in a paragraph that does not say from when offers its day and claims none', () => {
    const text =
      'Bộ phận Một cửa giải quyết hồ sơ của người dân không quá 03 ngày làm việc, bảo đảm công khai, minh bạch theo quy định.';
    expect(read(text)).toMatchObject([{ due: null, duration: { workingDays: 3 }, alternatives: ['2025-03-10'] }]);
  });

  test('a length from an event keeps the event and has no day', () => {
    expect(read('trong vòng 15 ngày kể từ ngày Nghị quyết được thông qua')).toMatchObject([
      { due: null, duration: 'P15D', since: 'Nghị quyết được thông qua', kind: 'duration' },
    ]);
  });
});
