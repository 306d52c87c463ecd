import { KNOWN_NAMES } from '../agencies/known.ts';
import { KNOWN_CENTRAL } from '../agencies/known-central.ts';

/**
 * Departments of provinces and ministries, in lower case with the old tone placement: what orders name most often.
 * Sources: decrees 150/2025/NĐ-CP and 45/2025/NĐ-CP on the departments of provinces, the resolution of the National
 * Assembly of 18 February 2025 on the ministries; those merged since are named by older documents.
 */
const DEPARTMENTS = `
sở y tế|sở tài chính|sở nội vụ|sở tư pháp|sở xây dựng|sở công thương|sở ngoại vụ|sở du lịch|sở nông nghiệp và môi trường|sở giáo dục và đào tạo|sở khoa học và công nghệ
sở văn hóa và thể thao|sở dân tộc và tôn giáo|sở quy hoạch và kiến trúc|sở an toàn thực phẩm|sở kế hoạch và đầu tư|sở giao thông vận tải|sở tài nguyên và môi trường|sở nông nghiệp và phát triển nông thôn|sở thông tin và truyền thông
bộ y tế|bộ tài chính|bộ nội vụ|bộ tư pháp|bộ xây dựng|bộ công thương|bộ ngoại giao|bộ quốc phòng|bộ công an|bộ nông nghiệp và môi trường|bộ giáo dục và đào tạo|bộ khoa học và công nghệ|bộ dân tộc và tôn giáo`;

/** Names of bodies a misread word may be mended by, as their words; too short ones would mend too much. */
export const NAMES: readonly (readonly string[])[] = [DEPARTMENTS, KNOWN_NAMES, KNOWN_CENTRAL]
  .flatMap((list) => list.trim().split(/[|\n]/))
  .filter((name) => !/[^\p{L}\s]/u.test(name))
  .map((name) => name.split(' '))
  .filter((words) => words.length >= 3);
