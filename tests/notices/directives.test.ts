import { describe, expect, test } from '@jest/globals';
import { directives, inShort } from './support.ts';

const shortOf = (body: string) => directives(body).map(inShort);

describe('who leads', () => {
  test('the subject, the name after an order, the heading above', () => {
    expect(
      shortOf(`1. Sở Nội vụ trình UBND tỉnh đề án trong tháng 3/2025.
2. Giao Sở Tư pháp thẩm định dự thảo.
3. Sở Y tế:
a) Rà soát định mức trước ngày 15/3/2025.
b) Đề xuất nhu cầu kinh phí.`),
    ).toEqual([
      ['1', ['Sở Nội vụ'], [], ['2025-03-31']],
      ['2', ['Sở Tư pháp'], [], []],
      ['3.a', ['Sở Y tế'], [], ['2025-03-14']],
      ['3.b', ['Sở Y tế'], [], []],
    ]);
  });

  test('a superior who orders is not the one who acts', () => {
    expect(shortOf('1. Chủ tịch UBND tỉnh yêu cầu Giám đốc Sở Xây dựng kiểm tra các công trình.')).toEqual([
      ['1', ['Giám đốc Sở Xây dựng'], [], []],
    ]);
  });

  test('agencies named together lead together; "phối hợp với" names who cooperates', () => {
    expect(
      shortOf(
        '1. Sở Tài chính, Sở Nội vụ chủ trì, phối hợp chặt chẽ với Thanh tra tỉnh và các đơn vị liên quan rà soát biên chế.',
      ),
    ).toEqual([['1', ['Sở Tài chính', 'Sở Nội vụ'], ['Thanh tra tỉnh', 'các đơn vị liên quan'], []]]);
    expect(shortOf('1. Sở Tài chính cùng với Sở Nội vụ tổng hợp nhu cầu.')).toEqual([
      ['1', ['Sở Tài chính', 'Sở Nội vụ'], [], []],
    ]);
  });

  test('a bracket at the end of each task', () => {
    expect(
      shortOf(
        '1. Trong tháng 4/2025, hoàn thành dự thảo quy chế (Sở Tư pháp); ban hành danh mục dữ liệu mở (Sở Khoa học và Công nghệ).',
      ),
    ).toEqual([
      ['1.1', ['Sở Tư pháp'], [], ['2025-04-30']],
      ['1.2', ['Sở Khoa học và Công nghệ'], [], ['2025-04-30']],
    ]);
  });

  test('an introduction lends its agencies to items that name none, and the reader says so', () => {
    const [first, second] = directives(`Yêu cầu các sở, ngành, UBND các huyện, thành phố thực hiện các nhiệm vụ sau:
1. Tăng cường tuyên truyền.
2. Sở Công Thương kiểm tra giá cả trước ngày 10/3/2025.`);
    expect(first?.lead.map((n) => n.name)).toEqual(['các sở, ngành', 'UBND các huyện, thành phố']);
    expect(first?.warnings[0]).toContain('lấy theo phần dẫn');
    expect(second?.lead.map((n) => n.name)).toEqual(['Sở Công Thương']);
  });

  test('no agency anywhere: kept, doubted, and said', () => {
    const [d] = directives('1. Hoàn thành sửa chữa trụ sở trước ngày 01/4/2025.');
    expect(d?.lead).toEqual([]);
    expect(d?.confidence).toBeLessThan(0.6);
    expect(d?.warnings[0]).toContain('Không tìm thấy cơ quan chủ trì');
  });

  test('"theo dõi, đôn đốc" over others makes a supervisor, over one\'s own work it does not', () => {
    const [over, own] = directives(`1. Văn phòng UBND tỉnh theo dõi, đôn đốc việc thực hiện Thông báo này.
2. Sở Xây dựng theo dõi, giám sát chất lượng công trình.`);
    expect(over?.supervisor.map((n) => n.name)).toEqual(['Văn phòng UBND tỉnh']);
    expect(own?.supervisor).toEqual([]);
  });
});

describe('what is one directive', () => {
  test('several tasks and deadlines of one agency stay together', () => {
    const found = directives(
      '1. Sở Tư pháp hoàn thiện dự thảo trong tháng 3/2025; tổ chức lấy ý kiến; trình UBND tỉnh trước ngày 30/4/2025.',
    );
    expect(found.map(inShort)).toEqual([['1', ['Sở Tư pháp'], [], ['2025-03-31', '2025-04-29']]]);
    expect(found[0]?.warnings.join()).toContain('Có 2 thời hạn');
  });

  test('another agency in the same item is another directive', () => {
    expect(
      shortOf('1. Sở Y tế lập danh mục thuốc. Đề nghị Bảo hiểm xã hội tỉnh thanh toán; Sở Tài chính ứng kinh phí.'),
    ).toEqual([
      ['1.1', ['Sở Y tế'], [], []],
      ['1.2', ['Bảo hiểm xã hội tỉnh'], [], []],
      ['1.3', ['Sở Tài chính'], [], []],
    ]);
  });

  test('a duty that recurs and a task with a last day are two', () => {
    expect(
      shortOf(
        '1. Sở Xây dựng:\na) Hằng năm, rà soát quỹ nhà ở công vụ. Đến năm 2026, hoàn thành sửa chữa các khu đã xuống cấp.',
      ).map(([id, lead, , due]) => [id, lead, due]),
    ).toEqual([
      ['1.a.1', ['Sở Xây dựng'], ['2025-12-31']],
      ['1.a.2', ['Sở Xây dựng'], ['2026-12-31']],
    ]);
  });

  test('under a heading that names groups, "các bộ, ngành" points back to it', () => {
    expect(
      shortOf(
        '1. Đối với các sở, ngành, UBND các huyện, thành phố:\n- Trên cơ sở danh mục đã công bố, các sở, ngành xây dựng lộ trình trong tháng 9/2025.',
      ),
    ).toEqual([['1.a', ['các sở, ngành', 'UBND các huyện, thành phố'], [], ['2025-09-30']]]);
  });

  test('"Sở X: (i) …; (ii) …" gives one for each part', () => {
    expect(
      shortOf(
        '- Sở Nội vụ: (i) ban hành quy chế, hoàn thành trong tháng 3/2025; (ii) phối hợp với Sở Tài chính lập dự toán.',
      ),
    ).toEqual([
      ['a.i', ['Sở Nội vụ'], [], ['2025-03-31']],
      ['a.ii', ['Sở Nội vụ'], ['Sở Tài chính'], []],
    ]);
  });

  test('a record of fields is one directive', () => {
    expect(
      shortOf(`II. NHIỆM VỤ
1. Chuyển đổi số
a) Nhiệm vụ: Nâng cấp cổng dữ liệu của tỉnh.
b) Cơ quan thực hiện:
- Đơn vị chủ trì: Sở Khoa học và Công nghệ.
- Đơn vị phối hợp: Các sở, ban, ngành; UBND xã, phường.
c) Thời gian thực hiện: Quý III/2025.`),
    ).toEqual([['II.1.1', ['Sở Khoa học và Công nghệ'], ['Các sở, ban, ngành', 'UBND xã, phường'], ['2025-09-30']]]);
  });

  test('a table of assignments, a directive for each row', () => {
    expect(
      shortOf(`PHỤ LỤC PHÂN CÔNG NHIỆM VỤ

| STT | Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Thời hạn |
|---|---|---|---|---|
| 1 | Xây dựng bản đồ số du lịch | Sở Văn hóa, Thể thao và Du lịch | Sở Khoa học và Công nghệ | Quý IV/2025 |
| 2 | Nâng cấp đường vào hồ | Sở Xây dựng | UBND xã An Phú; Sở Tài chính | trước ngày 30/11/2025 |`),
    ).toEqual([
      ['PL.1', ['Sở Văn hóa, Thể thao và Du lịch'], ['Sở Khoa học và Công nghệ'], ['2025-12-31']],
      ['PL.2', ['Sở Xây dựng'], ['UBND xã An Phú', 'Sở Tài chính'], ['2025-11-29']],
    ]);
  });

  test('fields inside a sentence', () => {
    expect(
      shortOf(
        '1. Rà soát thủ tục hành chính. Cơ quan chủ trì: Sở Nội vụ; cơ quan phối hợp: Sở Tư pháp; hoàn thành trước ngày 01/6/2025.',
      ),
    ).toEqual([['1', ['Sở Nội vụ'], ['Sở Tư pháp'], ['2025-05-31']]]);
  });
});

describe('what is no directive', () => {
  test.each([
    ['praise', '1. UBND tỉnh biểu dương Sở Y tế đã hoàn thành tốt nhiệm vụ.'],
    ['assessment', 'I. KẾT QUẢ ĐẠT ĐƯỢC\n1. Sở Tài chính triển khai dự toán kịp thời, đến ngày 31/01/2025 đạt 12%.'],
    ['shortcomings', 'I. TỒN TẠI, HẠN CHẾ\n1. Các sở, ngành phối hợp chưa chặt chẽ.'],
    ['a role', '1. Cơ quan tham mưu cấp tỉnh là Công an tỉnh.'],
    ['a closing', 'Văn phòng UBND tỉnh thông báo để các cơ quan, đơn vị biết, thực hiện./.'],
    ['a closing formula', 'Yêu cầu các cơ quan, đơn vị nghiêm túc triển khai thực hiện./.'],
  ])('%s', (_, body) => {
    expect(directives(body)).toEqual([]);
  });

  test('an order in an assessment is still an order', () => {
    expect(
      shortOf(
        'I. TỒN TẠI, HẠN CHẾ\nCòn 12 hồ sơ quá hạn, Chủ tịch UBND tỉnh yêu cầu Sở Nội vụ kiểm điểm trong tháng 3/2025.',
      ),
    ).toEqual([['I.1', ['Sở Nội vụ'], [], ['2025-03-31']]]);
  });

  test('quoted orders and footnotes', () => {
    expect(
      directives(`1. Sở Y tế triển khai mô hình điểm1 tại 05 xã.

1 Giao Sở Y tế chọn xã điểm trước ngày 01/3/2025.

2. Công văn số 15/BYT ghi: “Giao Sở Y tế báo cáo trước ngày 05/3/2025”.`).map((d) => d.id),
    ).toEqual(['1']);
  });
});

test('a deadline before the issue date is shown as such', () => {
  const [d] = directives('1. Sở Nội vụ báo cáo UBND tỉnh trước ngày 15/01/2025.');
  expect(d?.deadlines[0]?.due).toBe('2025-01-14');
  expect(d?.warnings.join()).toContain('trước ngày ban hành 24/02/2025');
});
