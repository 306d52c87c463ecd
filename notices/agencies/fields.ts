import { Phrases } from '../text/tokens.ts';

/**
 * Fields by which ministries and provincial departments are named, those before the mergers of 2025 included: what may
 * stand after "Bộ", "Sở" or in a list behind one of them ("các Bộ: Quốc phòng, Công an"). Source: the decrees on the
 * organisation of the Government (2021, 2025) and on departments of provinces (2014, 2025).
 */
export const FIELDS = new Phrases(`
quốc phòng|công an|ngoại giao|nội vụ|tư pháp|tài chính|công thương|xây dựng|y tế|dân tộc|tôn giáo|ngoại vụ|du lịch|thuế|hải quan
nông nghiệp và môi trường|nông nghiệp môi trường|nông nghiệp và phát triển nông thôn|nông nghiệp|tài nguyên và môi trường|tài nguyên môi trường
giao thông vận tải|giao thông công chính|khoa học và công nghệ|khoa học công nghệ|thông tin và truyền thông|thông tin truyền thông
giáo dục và đào tạo|giáo dục đào tạo|văn hóa , thể thao và du lịch|văn hóa , thể thao|văn hóa và thể thao|văn hóa thể thao và du lịch|văn hóa thể thao du lịch|văn hóa thể thao
dân tộc và tôn giáo|dân tộc , tôn giáo|lao động - thương binh và xã hội|lao động , thương binh và xã hội|lao động thương binh và xã hội|kế hoạch và đầu tư|kế hoạch đầu tư
quy hoạch - kiến trúc|quy hoạch kiến trúc|quy hoạch và kiến trúc|an toàn thực phẩm|thanh tra|quân sự
tài nguyên - môi trường|tài nguyên – môi trường|kế hoạch - đầu tư|kế hoạch – đầu tư|giáo dục - đào tạo|giáo dục – đào tạo|văn hóa - thể thao|văn hóa – thể thao|khoa học - công nghệ|khoa học – công nghệ|thông tin - truyền thông|thông tin – truyền thông|giao thông - vận tải|giao thông – vận tải|nông nghiệp - phát triển nông thôn|nông nghiệp – phát triển nông thôn|nông nghiệp - môi trường|nông nghiệp – môi trường|văn hóa - thông tin|văn hóa – thông tin|vh , tt&dl`);

/** Abbreviations of the same, one word each ("KH&CN", "NN&MT"). */
const FIELD_CODE =
  /^(?:KH&?CN|KHCN|GD&?ĐT|GDĐT|TN&?MT|TNMT|NN&?MT|NNMT|NN&?PTNT|NNPTNT|TT&?TT|TTTT|VH&?TT|VHTTDL|VHTT&DL|VHTT|LĐTBXH|LĐTB&XH|KH&?ĐT|KHĐT|GTVT|QHKT|XD|TC|CT|YT|NV|TP|QP|NG|DTTG|DT&TG)$/u;

/** Is a word, as it is spelt ("NN&PTNT", "NN & PTNT"), such an abbreviation? */
export function isFieldCode(word: string): boolean {
  return FIELD_CODE.test(word.replaceAll(' ', ''));
}
