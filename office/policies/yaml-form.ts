import { type Document, isMap, isNode, isPair, LineCounter, type Node, parseAllDocuments } from 'yaml';
import { POLICY_FILE, type PolicyPath, yamlFaultText } from '../../texts/policies.ts';
import { PolicyTextError, type WrittenPolicy } from './written.ts';

/**
 * A policy in YAML or JSON.
 *
 * @throws PolicyTextError where the text is none
 */
export function readYamlPolicy(text: string): WrittenPolicy {
  const lines = new LineCounter();
  const documents = parseAllDocuments(text, { lineCounter: lines, prettyErrors: false, logLevel: 'silent' });
  const [document, second] = Array.isArray(documents) ? documents : [];
  if (document === undefined || document.contents === null) throw new PolicyTextError(1, POLICY_FILE.empty);
  const fault = document.errors[0] ?? second?.errors[0];
  if (fault) throw new PolicyTextError(lines.linePos(fault.pos[0]).line, yamlFaultText(fault.code));
  if (second !== undefined) throw new PolicyTextError(lineOfNode(second.contents, lines), POLICY_FILE.many);
  return {
    form: 'yaml',
    data: dataOf(document),
    lineOf: (path) => lineAt(document, path, lines),
  };
}

function dataOf(document: Document.Parsed): unknown {
  try {
    return document.toJS({ maxAliasCount: 50 });
  } catch {
    // Names of names of names: longer written out than any policy.
    throw new PolicyTextError(1, yamlFaultText('BAD_ALIAS'));
  }
}

function lineAt(document: Document.Parsed, path: PolicyPath, lines: LineCounter): number {
  let line = lineOfNode(document.contents, lines);
  for (let depth = 1; depth <= path.length; depth++) {
    const above = document.getIn(path.slice(0, depth - 1), true);
    const step = path[depth - 1];
    const pair = isMap(above)
      ? above.items.find((item) => isPair(item) && String(item.key) === String(step))
      : undefined;
    const node = pair?.key ?? document.getIn(path.slice(0, depth), true);
    if (!isNode(node)) return line;
    line = lineOfNode(node, lines);
  }
  return line;
}

function lineOfNode(node: Node | null | undefined, lines: LineCounter): number {
  return lines.linePos(node?.range?.[0] ?? 0).line;
}
