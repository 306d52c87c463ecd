import { Phrases, type Token } from '../text/tokens.ts';

/** What another document says, carried out: the ground a sentence opens with, and no task. */
const DOCUMENTS = new Phrases(
  'chức năng|thông báo|công văn|kế hoạch|chỉ đạo|ý kiến|chương trình|quyết định|nghị quyết|văn bản|công điện|chỉ thị|luật|nghị định|thông tư|kết luận|quy định',
);

/** "Thực hiện Công điện số 90/CĐ-TTg …, Bộ X đề nghị …" */
export function carriesOut(t: readonly Token[], at: number): boolean {
  const verb = t[at]?.low === 'thực' || t[at]?.low === 'triển' ? 2 : 0;
  return verb > 0 && DOCUMENTS.at(t, at + verb) > 0;
}

const SAYS = new Phrases('nêu rõ|cũng nêu rõ|nhấn mạnh|nêu');

/** "Chỉ thị nêu rõ, | Bộ X …", "Thông báo kết luận nêu rõ: | …": what paper says it is no part of the order. */
export function afterSource(t: readonly Token[], at: number, to: number): number {
  const paper = DOCUMENTS.at(t, at);
  for (let k = at + paper; paper > 0 && k <= at + paper + 2 && k < to; k++) {
    const says = SAYS.at(t, k);
    if (says > 0 && /^[,:]$/.test(t[k + says]?.text ?? '')) return k + says + 1;
  }
  return at;
}
