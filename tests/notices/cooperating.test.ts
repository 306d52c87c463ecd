import { expect, test } from '@jest/globals';
import { directives } from './support.ts';

/** Who leads | who cooperates. */
const WORDINGS: readonly (readonly [string, string])[] = [
  ['Sở Y tế chủ trì, phối hợp với các Bộ: Tài chính, Nội vụ rà soát.', 'Sở Y tế | Bộ Tài chính, Bộ Nội vụ'],
  ['Sở Y tế chủ trì, Sở Nội vụ và Công an tỉnh phối hợp tổ chức kiểm tra.', 'Sở Y tế | Sở Nội vụ, Công an tỉnh'],
  ['Việc quản lý quỹ do Sở Y tế chủ trì, Sở Nội vụ phối hợp thực hiện.', 'Sở Y tế | Sở Nội vụ'],
  ['Sở Y tế chủ trì cùng Sở Nội vụ kiểm tra.', 'Sở Y tế | Sở Nội vụ'],
  ['Sở Y tế tuyên truyền, cùng với các trường học huy động học sinh.', 'Sở Y tế | các trường học'],
  [
    'Sở Y tế phối hợp chặt chẽ, thường xuyên với Công an tỉnh và các đơn vị liên quan.',
    'Sở Y tế | Công an tỉnh, các đơn vị liên quan',
  ],
  ['Sở Y tế vận động với sự tham gia, phối hợp của các đoàn thể.', 'Sở Y tế | các đoàn thể'],
  ['Giao Sở Y tế (phối hợp với Sở Nội vụ) tổ chức hội thi.', 'Sở Y tế | Sở Nội vụ'],
  ['Tổ chức hội thi (Chủ trì: Sở Y tế; phối hợp: Tỉnh đoàn, Sở Nội vụ).', 'Sở Y tế | Tỉnh đoàn, Sở Nội vụ'],
  ['Sở Y tế phối hợp với các viện thuộc hệ y tế dự phòng để lấy mẫu.', 'Sở Y tế | các viện thuộc hệ y tế dự phòng'],
  ['Sở Y tế phối hợp với các cơ quan liên quan tham mưu thành lập đoàn.', 'Sở Y tế | các cơ quan liên quan'],
  ['Bộ Chỉ huy Quân sự tỉnh phối hợp với Công an tỉnh tuần tra.', 'Bộ Chỉ huy Quân sự tỉnh | Công an tỉnh'],
  ['Tổ chức "điểm hẹn" hè (Sở Y tế chủ trì, Sở Nội vụ phối hợp; xong trong quý II).', 'Sở Y tế | Sở Nội vụ'],
  ['Sở Y tế chủ trì, hiệp đồng với Công an tỉnh bố trí lực lượng.', 'Sở Y tế | Công an tỉnh'],
  ['Giao Sở Y tế thẩm định; mời Sở Nội vụ, Sở Tài chính cùng tham gia.', 'Sở Y tế | Sở Nội vụ, Sở Tài chính'],
  [
    'Sở Y tế phối hợp với lực lượng Công an và chính quyền địa phương kiểm tra.',
    'Sở Y tế | lực lượng Công an, chính quyền địa phương',
  ],
  ['Sở Y tế phối hợp lực lượng kiểm lâm tuần tra.', 'Sở Y tế | lực lượng kiểm lâm'],
  ['Sở Y tế phối hợp tổ chức hội nghị.', 'Sở Y tế | '],
  ['Sở NN & PTNT phối hợp với phòng NN & PTNT các huyện rà soát.', 'Sở NN & PTNT | phòng NN & PTNT các huyện'],
  ['Sở Y tế phối hợp với Sở VH, TT & DL, UBND TP. Hải Sơn rà soát.', 'Sở Y tế | Sở VH, TT & DL, UBND TP. Hải Sơn'],
  ['UBND các huyện và TP. Hải Sơn phối hợp với Sở Y tế rà soát.', 'UBND các huyện, TP. Hải Sơn | Sở Y tế'],
  ['Bộ Y tế phối hợp với UBND các tỉnh, thành trong cả nước rà soát.', 'Bộ Y tế | UBND các tỉnh, thành'],
  [
    'UBND các huyện, thị xã: Hải Sơn, An Lâm phối hợp với Sở Y tế rà soát.',
    'UBND các huyện, thị xã: Hải Sơn, An Lâm | Sở Y tế',
  ],
  ['Sở Y tế phối hợp với chủ đầu tư, các đồn biên phòng kiểm tra.', 'Sở Y tế | chủ đầu tư, các đồn biên phòng'],
  ['Các đơn vị liên quan phối hợp với Sở Nội vụ rà soát.', 'Các đơn vị liên quan | Sở Nội vụ'],
  [
    'Sở Y tế phối hợp với các Sở Tài chính, Tài nguyên - môi trường họp.',
    'Sở Y tế | Sở Tài chính, Sở Tài nguyên - môi trường',
  ],
  // Heads in small letters, fields joined by a dash, a head said once for several.
  ['Sở Y tế chủ trì, phối hợp với bộ Nội vụ, sở Tư pháp làm rõ phản ánh.', 'Sở Y tế | bộ Nội vụ, sở Tư pháp'],
  [
    'Sở Y tế phối hợp phòng Nội vụ, hội Cựu chiến binh tỉnh rà soát.',
    'Sở Y tế | phòng Nội vụ, hội Cựu chiến binh tỉnh',
  ],
  ['Sở Y tế phối hợp với công an tỉnh, sở Tư pháp kiểm tra.', 'Sở Y tế | công an tỉnh, sở Tư pháp'],
  ['Sở Y tế phối hợp với các phòng ban, công an xã kiểm tra.', 'Sở Y tế | các phòng ban, công an xã'],
  [
    'Sở Y tế phối hợp với Sở Tài nguyên - môi trường và các sở liên quan họp.',
    'Sở Y tế | Sở Tài nguyên - môi trường, các sở liên quan',
  ],
  ['Sở Y tế phối hợp Bộ Tài chính, Công Thương và các bộ rà soát.', 'Sở Y tế | Bộ Tài chính, Bộ Công Thương, các bộ'],
  ['Sở Y tế phối hợp với các cơ quan kiểm tra, chấn chỉnh việc quảng cáo.', 'Sở Y tế | các cơ quan'],
  ['Sở Y tế phối hợp với các đơn vị liên quan, báo cáo lại Giám đốc.', 'Sở Y tế | các đơn vị liên quan'],
  ['Sở Y tế phối hợp với UBND quận 2, các cảng hàng không rà soát.', 'Sở Y tế | UBND quận 2, các cảng hàng không'],
  ['Sở Y tế phối hợp các Tổ dân phố phát 2.000 tờ rơi.', 'Sở Y tế | các Tổ dân phố'],
  [
    'Sở Y tế phối hợp với Quỹ Phòng, chống tác hại của thuốc lá, Ban Chỉ đạo 389 tỉnh kiểm tra.',
    'Sở Y tế | Quỹ Phòng, chống tác hại của thuốc lá, Ban Chỉ đạo 389 tỉnh',
  ],
  [
    'Sở Y tế phối hợp với Ban Nội chính Tỉnh ủy, Cảng hàng không Cổ Loan đầu tư hạ tầng.',
    'Sở Y tế | Ban Nội chính Tỉnh ủy, Cảng hàng không Cổ Loan',
  ],
  // What documents not seen before showed.
  [
    'Sở Y tế chủ trì, Sở Nội vụ và các đơn vị liên quan phối hợp thực hiện.',
    'Sở Y tế | Sở Nội vụ, các đơn vị liên quan',
  ],
  [
    'Sở Y tế phối hợp với các cơ sở đào tạo (Trường Đại học Hải Sơn, Trường Cao đẳng Y) mở lớp.',
    'Sở Y tế | các cơ sở đào tạo',
  ],
  ['Sở Y tế phối hợp với 02 xã (Tân Hòa, Đông Sơn) phun thuốc.', 'Sở Y tế | Tân Hòa, Đông Sơn'],
  [
    'Sở Y tế phối hợp với Công ty Cổ phần vận tải và tư vấn kỹ thuật Thành Long rà soát.',
    'Sở Y tế | Công ty Cổ phần vận tải và tư vấn kỹ thuật Thành Long',
  ],
  [
    'Sở Y tế phối hợp với Cục Cảnh sát giao thông - Bộ Công an và Chi cục Kiểm lâm - Sở Xây dựng rà soát.',
    'Sở Y tế | Cục Cảnh sát giao thông - Bộ Công an, Chi cục Kiểm lâm - Sở Xây dựng',
  ],
  ['Sở Y tế thẩm định, có sự tham gia của Sở Nội vụ và Sở Tư pháp.', 'Sở Y tế | Sở Nội vụ, Sở Tư pháp'],
  ['Sở Y tế xây dựng mô hình có sự tham gia của cộng đồng.', 'Sở Y tế | '],
  ['Giao Sở Y tế (chủ trì), Sở Nội vụ (phối hợp) lập danh sách.', 'Sở Y tế | Sở Nội vụ'],
  [
    'Lập danh sách. Đơn vị chủ trì: Sở Y tế. Đơn vị phối hợp: Sở Nội vụ; Tỉnh đoàn; các xã.',
    'Sở Y tế | Sở Nội vụ, Tỉnh đoàn, các xã',
  ],
  [
    'Sở Y tế phối hợp với lực lượng tham gia bảo vệ an ninh, trật tự ở cơ sở tuần tra.',
    'Sở Y tế | lực lượng tham gia bảo vệ an ninh, trật tự ở cơ sở',
  ],
  [
    'Sở Y tế phối hợp với các cơ quan tham mưu, giúp việc Tỉnh ủy, Trung tâm Dịch vụ tổng hợp tập huấn.',
    'Sở Y tế | các cơ quan tham mưu, giúp việc Tỉnh ủy, Trung tâm Dịch vụ tổng hợp',
  ],
  [
    'Sở Y tế phối hợp với chủ đầu tư dự án Khu đô thị mới Nam Sông và các xã nơi dự án đi qua đo đạc.',
    'Sở Y tế | chủ đầu tư dự án Khu đô thị mới Nam Sông, các xã nơi dự án đi qua',
  ],
  ['Sở Y tế hướng dẫn công tác phối hợp, báo cáo Sở Nội vụ.', 'Sở Y tế | '],
];

test.each(WORDINGS)('%s', (sentence, wanted) => {
  const [d] = directives(`1. ${sentence}`);
  const names = (list: readonly { name: string }[] = []) => list.map((n) => n.name).join(', ');
  expect(`${names(d?.lead)} | ${names(d?.cooperating)}`).toBe(wanted);
});

test('sorts told by their fields are names of their own', () => {
  const [d] = directives(
    '1. Sở Y tế phối hợp với các tổ chức phát hành thẻ, cơ quan công an, lực lượng an ninh kiểm tra.',
  );
  expect(d?.cooperating.map((n) => n.name)).toEqual([
    'các tổ chức phát hành thẻ',
    'cơ quan công an',
    'lực lượng an ninh',
  ]);
});

test('a heading hands down who cooperates', () => {
  const found = directives(
    '1. Sở Y tế chủ trì, phối hợp với Sở Nội vụ:\n\na) Rà soát trạm y tế.\n\nb) Báo cáo kết quả.',
  );
  expect(found.map((d) => d.cooperating.map((n) => n.name))).toEqual([['Sở Nội vụ'], ['Sở Nội vụ']]);
});

test('"Chủ trì, phối hợp với các Sở: …" is a task and no field of a record', () => {
  const found = directives(
    '1. Sở Y tế:\n\na) Chủ trì, phối hợp với các Sở: Nội vụ, Xây dựng rà soát.\n\nb) Báo cáo UBND tỉnh.',
  );
  expect(found.map((d) => d.lead.map((n) => n.name))).toEqual([['Sở Y tế'], ['Sở Y tế']]);
  expect(found[0]?.cooperating.map((n) => n.name)).toEqual(['Sở Nội vụ', 'Sở Xây dựng']);
});
