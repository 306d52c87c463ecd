import { isNode, LineCounter, parseDocument } from 'yaml';
import { UserError } from '../../dsl/user-error.ts';
import type { RawFile } from './file-schema.ts';

/** A YAML file as data that remembers its lines. */
export function readYaml(file: string, text: string): RawFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const [error] = document.errors;
  if (error) {
    const line = lines.linePos(error.pos[0]).line;
    throw new UserError(
      `${file}:${line}: không phải YAML đúng cú pháp; kiểm tra thụt dòng, dấu hai chấm và dấu ngoặc kép`,
    );
  }
  return {
    data: plainData(file, document),
    // A part that is missing stands nowhere: the nearest thing around it does.
    lineOf: (path) => {
      for (let depth = path.length; depth >= 0; depth--) {
        const node = document.getIn(path.slice(0, depth), true);
        if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
      }
      return 1;
    },
  };
}

/** The data; a file whose aliases multiply past what any list holds is refused, not expanded. */
function plainData(file: string, document: { toJS(): unknown }): RawFile['data'] {
  try {
    return document.toJS();
  } catch {
    throw new UserError(
      `${file}: có quá nhiều chỗ lặp lại (alias “*”) hoặc trỏ tới chỗ không có; ghi thẳng nội dung ra`,
    );
  }
}
