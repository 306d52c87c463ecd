import { describe, expect, test } from '@jest/globals';
import { read } from './support.ts';

/* Orders told in running text, without one number or dash: a newspaper's report of a telegram, a letter of a few sentences. */

const whole = (...paragraphs: string[]) => read(['Chống hạn vụ đông xuân', ...paragraphs].join('\n\n'))[0];
const told = (...paragraphs: string[]) =>
  whole(...paragraphs)?.directives.map((d) => [d.lead.map((n) => n.name), d.cooperating.map((n) => n.name)]);

const SITUATION = 'Từ đầu năm đến nay, lượng mưa trên lưu vực sông Hiền thấp hơn trung bình nhiều năm.';

describe('running text', () => {
  test('a paragraph is an order without anybody having said that orders follow', () => {
    expect(
      told(
        SITUATION,
        'Bộ Nông nghiệp và Môi trường chủ trì, phối hợp với Bộ Công Thương điều hành các hồ chứa.',
        'Bộ Tài chính có nghĩa vụ phối hợp với các bộ liên quan bố trí kinh phí.',
        'Công điện nêu rõ, UBND các tỉnh vùng đồng bằng sông Cửu Long ưu tiên nước sinh hoạt.',
      ),
    ).toEqual([
      [['Bộ Nông nghiệp và Môi trường'], ['Bộ Công Thương']],
      [['Bộ Tài chính'], ['các bộ liên quan']],
      [['UBND các tỉnh vùng đồng bằng sông Cửu Long'], []],
    ]);
  });

  test('one that names nobody goes on with the one above it', () => {
    expect(
      told(
        SITUATION,
        'Thủ tướng Chính phủ yêu cầu Bộ Công Thương vận hành an toàn các hồ thủy điện.',
        'Bên cạnh đó, phối hợp với Bộ Xây dựng kiểm tra đường dây.',
        'Tiếp tục tuyên truyền việc tiết kiệm điện.',
        'Phó Thủ tướng Nguyễn Văn An chỉ đạo Bộ Y tế chuẩn bị thuốc khử khuẩn.',
      ),
    ).toEqual([
      [['Bộ Công Thương'], []],
      [['Bộ Công Thương'], ['Bộ Xây dựng']],
      [['Bộ Công Thương'], []],
      [['Bộ Y tế'], []],
    ]);
  });

  test('what was, who gives the orders and the weather are none', () => {
    expect(
      told(
        SITUATION,
        'Qua theo dõi, các cơ quan, đơn vị đã triển khai nhiều giải pháp cấp nước cho người dân.',
        'Thủ tướng yêu cầu công khai lịch cấp nước cho người dân biết.',
        'Bộ Công Thương tiếp tục có công điện về việc tích nước các hồ chứa.',
        'Dự báo trong 10 ngày tới, khu vực có mưa rào và dông vài nơi.',
      ),
    ).toEqual([]);
  });

  test('what looks like an order there and is not read is shown', () => {
    const notice = whole(
      SITUATION,
      SITUATION,
      'Về lâu dài, cùng với nhiều giải pháp khác, Sở Xây dựng của tỉnh chịu trách nhiệm đôn đốc nhà thầu.',
    );
    expect([...(notice?.directives ?? []), ...(notice?.unread ?? [])].map((x) => x.text)).toEqual([
      expect.stringContaining('chịu trách nhiệm'),
    ]);
  });
});

test('the front of a document with numbered orders stays what it was', () => {
  expect(told(SITUATION, 'Sở Xây dựng thường xuyên kiểm tra hồ đập.', SITUATION, '1. Sở Y tế dự trữ thuốc.')).toEqual([
    [['Sở Y tế'], []],
  ]);
});

test('nobody is sure of it: the same sentence under a number is said with more', () => {
  const order = 'Bộ Công Thương chủ trì, phối hợp với Bộ Xây dựng vận hành an toàn các hồ thủy điện.';
  const [running] = whole(SITUATION, SITUATION, order)?.directives ?? [];
  const [numbered] = whole(SITUATION, SITUATION, 'Thủ tướng Chính phủ yêu cầu:', `1. ${order}`)?.directives ?? [];
  expect(running?.lead.map((n) => n.name)).toEqual(numbered?.lead.map((n) => n.name));
  expect(running?.confidence).toBeLessThan(0.9);
  expect(numbered?.confidence).toBeGreaterThanOrEqual(0.9);
});

test('two sentences are running text too', () => {
  expect(
    told(
      'UBND tỉnh đề nghị các sở, ngành treo cờ Tổ quốc.',
      'UBND các phường, xã có trách nhiệm nhắc nhở việc treo cờ ở khu dân cư./.',
    ),
  ).toEqual([
    [['các sở, ngành'], []],
    [['UBND các phường, xã'], []],
  ]);
});
