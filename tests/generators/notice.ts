import { BODIES, PROVINCES } from './agencies.ts';
import { type Assignment, assignment, capital, leads, limit, underHeading } from './assignments.ts';
import { type Day, parts, plusDays } from './days.ts';
import { citation } from './no-deadline.ts';
import { roman, twoDigits } from './numerals.ts';
import { dayWords } from './periods.ts';
import { type Random, randomOf } from './random.ts';
import { taskWords } from './tasks.ts';

export interface ExpectedDirective extends Assignment {
  /** `[start, end)` in the notice's text. */
  readonly span: readonly [number, number];
}

/** A notice and what a careful secretary notes of it. */
export interface GeneratedNotice {
  readonly seed: number;
  readonly text: string;
  readonly number: string;
  readonly issued: Day;
  readonly signer: string;
  readonly directives: readonly ExpectedDirective[];
}

/** Text that grows and remembers where each assignment went. */
class Page {
  text = '';
  readonly directives: ExpectedDirective[] = [];

  line(words = ''): void {
    this.text += `${words}\n`;
  }

  /** A paragraph with a label; each part is plain words or an assignment. */
  item(label: string, parts: readonly (string | Assignment)[], assigned?: Assignment): void {
    this.text += label;
    const from = this.text.length;
    for (const part of parts) {
      const start = this.text.length;
      this.text += typeof part === 'string' ? part : part.words;
      if (typeof part !== 'string') this.directives.push({ ...part, span: [start, this.text.length] });
    }
    if (assigned) this.directives.push({ ...assigned, span: [from, this.text.length] });
    this.text += '\n';
  }
}

const LETTERS = [...'abcdđeghiklm'];

/** How items and their parts are numbered. */
interface Numbering {
  readonly item: (section: number, n: number) => string;
  readonly part: (n: number) => string;
}

const NUMBERINGS: readonly Numbering[] = [
  { item: (_, n) => `${n}. `, part: (n) => `${LETTERS[n - 1] ?? 'm'}) ` },
  { item: (_, n) => `${n}. `, part: () => '- ' },
  { item: (section, n) => `${section}.${n}. `, part: (n) => `${LETTERS[n - 1] ?? 'm'}) ` },
  { item: (_, n) => `${n}) `, part: () => '+ ' },
  { item: () => '- ', part: () => '+ ' },
];

function header(r: Random, page: Page, number: string, issued: Day, province: string): void {
  const { year, month, date } = parts(issued);
  const dated = `${province}, ngày ${twoDigits(date)} tháng ${twoDigits(month)} năm ${year}`;
  if (r.chance(0.5)) {
    page.line(`${`ỦY BAN NHÂN DÂN TỈNH ${province.toUpperCase()}`.padEnd(40)}CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM`);
    page.line(`${'          VĂN PHÒNG'.padEnd(44)}Độc lập - Tự do - Hạnh phúc`);
    page.line();
    page.line(`${`      Số: ${number}`.padEnd(42)}${dated}`);
  } else {
    page.line('ỦY BAN NHÂN DÂN');
    page.line(`TỈNH ${province.toUpperCase()}`);
    page.line(`Số: ${number}`);
    page.line('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
    page.line('Độc lập - Tự do - Hạnh phúc');
    page.line(dated);
  }
  page.line();
}

function opening(r: Random, page: Page, issued: Day): void {
  const met = plusDays(issued, -r.int(1, 6));
  const topic = r.pick(['tiến độ các dự án trọng điểm', 'công tác chuyển đổi số', 'phòng, chống thiên tai năm nay']);
  page.line('THÔNG BÁO');
  page.line(`Kết luận của Phó Chủ tịch UBND tỉnh tại cuộc họp về ${topic}`);
  page.line();
  page.line(
    `Ngày ${dayWords(r, met).replaceAll(' / ', '/')}, tại trụ sở UBND tỉnh, Phó Chủ tịch UBND tỉnh chủ trì cuộc họp về ${topic}. Dự họp có đại diện lãnh đạo: ${r.draw(BODIES, 3).join('; ')}.`,
  );
  page.line(
    `Sau khi nghe ${r.pick(BODIES)} báo cáo tại ${citation(r, met)} và ý kiến của các đại biểu dự họp, Phó Chủ tịch UBND tỉnh kết luận như sau:`,
  );
}

/** Praise, shortcomings and figures: days and fractions enough, and no order. */
function assessment(r: Random, page: Page, issued: Day, label: (n: number) => string): void {
  const { year } = parts(issued);
  const past = plusDays(issued, -r.int(5, 40));
  const { date, month } = parts(past);
  const said = [
    `Trong thời gian qua, các sở, ngành và địa phương đã tích cực triển khai nhiệm vụ; đến ngày ${twoDigits(date)}/${month}/${parts(past).year} đã giải phóng mặt bằng ${r.int(3, 19)}/${r.int(20, 40)} ha, đạt ${r.int(10, 90)},${r.int(1, 9)}%.`,
    `UBND tỉnh ghi nhận, biểu dương ${r.pick(BODIES)} đã hoàn thành ${r.int(3, 9)}/${r.int(10, 20)} nhiệm vụ được giao tại ${citation(r, issued)}.`,
    `Tuy nhiên, tiến độ một số dự án còn chậm; trong quý ${roman(r.int(1, 4))}/${year - 1} mới giải ngân được ${r.int(10, 60)}% kế hoạch vốn năm ${year - 1}; còn ${r.int(3, 19)}/${r.int(20, 60)} hồ sơ quá hạn.`,
    'Nguyên nhân chủ yếu là do công tác phối hợp giữa một số cơ quan, đơn vị chưa chặt chẽ, chưa thường xuyên.',
  ];
  r.draw(said, r.int(1, 3)).forEach((words, i) => {
    page.item(label(i + 1), [words]);
  });
}

/** Two agencies with a duty each, in one paragraph. */
function pair(r: Random, anchor: Day): (string | Assignment)[] {
  const [a = '', b = ''] = r.draw(BODIES, 2);
  const [x, y] = [limit(r, anchor), limit(r, anchor)];
  const first = `${a} ${taskWords(r, anchor)}, hoàn thành ${x.words.replace(/^xong /, '')}`;
  const second = `${b} ${taskWords(r, anchor)} ${y.words}`;
  const none = { cooperating: [], form: 'pair' };
  return [
    { ...none, words: `${first}.`, lead: [a], dues: [x.due] },
    ' ',
    { ...none, words: `Giao ${second}.`, lead: [b], dues: [y.due] },
  ];
}

/** A task with its lead, its helpers and its term in lines of their own. */
function fields(r: Random, page: Page, anchor: Day, label: string): void {
  const lead = r.draw(BODIES, 1);
  const coop = r.draw(
    BODIES.filter((name) => !lead.includes(name) && !name.includes(', ')),
    r.int(1, 2),
  );
  const x = limit(r, anchor);
  const words = `${capital(taskWords(r, anchor))}.`;
  const rows = [
    `- ${r.pick(['Cơ quan chủ trì', 'Đơn vị chủ trì'])}: ${lead.join(', ')}.`,
    `- ${r.pick(['Cơ quan phối hợp', 'Đơn vị phối hợp'])}: ${coop.join(', ')}.`,
    `- ${r.pick(['Thời gian hoàn thành', 'Thời hạn hoàn thành'])}: ${x.words}.`,
  ];
  page.item(label, [[words, ...rows].join('\n')], { form: 'fields', words, lead, cooperating: coop, dues: [x.due] });
}

function tasks(r: Random, page: Page, issued: Day, section: number, style: Numbering): void {
  const items = r.int(2, 7);
  for (let n = 1; n <= items; n++) {
    const label = style.item(section, n);
    const form = r.int(0, 11);
    if (form === 0) page.item(label, pair(r, issued));
    else if (form === 1 && !label.startsWith('-')) fields(r, page, issued, label);
    else if (form <= 4) {
      const lead = leads(r);
      page.item(label, [`${capital(lead.join(', '))}${r.pick([':', ':', ' có trách nhiệm:'])}`]);
      const count = r.int(2, 4);
      for (let k = 1; k <= count; k++) page.item(style.part(k), [underHeading(r, issued, lead)]);
    } else page.item(label, [assignment(r, issued)]);
  }
}

/** Items that name nobody, under an introduction that does. */
function introduced(r: Random, page: Page, issued: Day, section: number, style: Numbering): void {
  const lead = r.pick([
    ['các sở, ban, ngành', 'UBND các huyện, thị xã, thành phố'],
    ['các sở, ngành', 'UBND các xã, phường'],
    ['Sở Xây dựng', 'Sở Tài chính'],
  ]);
  page.line(`Yêu cầu ${lead.join(', ')} tập trung thực hiện các nhiệm vụ sau:`);
  const items = r.int(2, 4);
  for (let n = 1; n <= items; n++) page.item(style.item(section, n), [underHeading(r, issued, lead)]);
}

function closing(r: Random, page: Page): string {
  page.line(
    r.pick([
      'Văn phòng UBND tỉnh thông báo để các cơ quan, đơn vị biết, thực hiện./.',
      'Thừa lệnh Chủ tịch UBND tỉnh, Văn phòng UBND tỉnh thông báo đến các cơ quan, đơn vị, địa phương biết, tổ chức thực hiện./.',
    ]),
  );
  page.line();
  page.line('Nơi nhận:');
  page.line('- Chủ tịch, các Phó Chủ tịch UBND tỉnh;');
  for (const name of r.draw(BODIES, 3)) page.line(`- ${name};`);
  page.line('- Lưu: VT, TH.');
  page.line();
  const signer = `${r.pick(['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Đỗ'])} ${r.pick(['Văn', 'Thị', 'Minh', 'Quốc'])} ${r.pick(['Hòa', 'Sơn', 'Thủy', 'Đức', 'Khánh'])}`;
  for (const line of r.pick([['CHÁNH VĂN PHÒNG'], ['KT. CHÁNH VĂN PHÒNG', 'PHÓ CHÁNH VĂN PHÒNG']])) page.line(line);
  page.line();
  page.line(signer);
  return signer;
}

/** One notice with its answers; the same seed gives the same notice. */
export function noticeOf(seed: number): GeneratedNotice {
  const r = randomOf(seed);
  const issued = plusDays('2024-01-08', r.int(0, 850));
  const number = `${r.int(1, 600)}/TB-VPUBND`;
  const page = new Page();
  header(r, page, number, issued, r.pick(PROVINCES));
  opening(r, page, issued);
  page.line();
  const style = r.pick(NUMBERINGS);
  const upper = r.chance(0.7);
  const title = (n: number, words: string): string =>
    upper ? `${roman(n)}. ${words.toUpperCase()}` : `${roman(n)}. ${words}`;
  page.line(title(1, r.pick(['Đánh giá chung', 'Kết quả đạt được', 'Tình hình thực hiện'])));
  assessment(r, page, issued, (n) => style.item(1, n));
  page.line(title(2, r.pick(['Nhiệm vụ trọng tâm', 'Nhiệm vụ trong thời gian tới', 'Một số nhiệm vụ cụ thể'])));
  tasks(r, page, issued, 2, style);
  if (r.chance(0.4)) {
    page.line(title(3, 'Tổ chức thực hiện'));
    if (r.chance(0.5)) introduced(r, page, issued, 3, style);
    else tasks(r, page, issued, 3, style);
  }
  const signer = closing(r, page);
  return { seed, text: page.text, number, issued, signer, directives: page.directives };
}
