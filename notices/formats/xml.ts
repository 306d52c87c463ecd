/** An element of an XML part; names are local (`w:p` is "p"): the parts of a document mix no vocabularies that clash. */
export interface XmlNode {
  readonly name: string;
  /** The attributes as written. */
  readonly raw: string;
  readonly children: (XmlNode | string)[];
}

export class XmlError extends Error {}
export class XmlTooLarge extends Error {}

/** Deeper nesting than any editor writes; keeps recursion over the tree safe. */
const DEEPEST = 200;
/** What a tree may hold, for its memory: a notice of 1,000 pages has a tenth. */
const MOST_ELEMENTS = 2_000_000;

/**
 * Reads an XML part into a tree in linear time. No document type, no entities of its own (nothing expands).
 *
 * @throws XmlError where the part is cut short, badly nested, too deep, or declares a document type; XmlTooLarge
 */
export function parseXml(source: string): XmlNode {
  const root: XmlNode = { name: '', raw: '', children: [] };
  const stack: XmlNode[] = [root];
  let count = 0;
  let at = source.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (at < source.length) {
    const top = stack.at(-1);
    if (!top) throw new XmlError('nesting');
    const open = source.indexOf('<', at);
    const text = source.slice(at, open < 0 ? source.length : open);
    if (text !== '' && stack.length > 1) top.children.push(decode(text));
    if (open < 0) break;
    const kind = source.charAt(open + 1);
    if (kind === '?') at = past(source, '?>', open);
    else if (kind === '!') {
      if (source.startsWith('<!--', open)) at = past(source, '-->', open);
      else if (source.startsWith('<![CDATA[', open)) {
        at = past(source, ']]>', open);
        top.children.push(source.slice(open + 9, at - 3));
      } else throw new XmlError('document type');
    } else {
      const close = tagEnd(source, open);
      at = close + 1;
      if (kind === '/') {
        const name = localName(source, open + 2, close);
        if (stack.length < 2 || top.name !== name) throw new XmlError('nesting');
        stack.pop();
      } else {
        const empty = source.charAt(close - 1) === '/';
        if (++count > MOST_ELEMENTS) throw new XmlTooLarge();
        const node = element(source, open + 1, empty ? close - 1 : close);
        top.children.push(node);
        if (!empty && stack.push(node) > DEEPEST) throw new XmlError('depth');
      }
    }
  }
  const first = root.children.find((c): c is XmlNode => typeof c !== 'string');
  if (!first || stack.length !== 1) throw new XmlError('cut short');
  return first;
}

function past(source: string, mark: string, from: number): number {
  const at = source.indexOf(mark, from);
  if (at < 0) throw new XmlError('cut short');
  return at + mark.length;
}

/** The ">" that ends a tag: one inside an attribute's value does not. */
function tagEnd(source: string, from: number): number {
  let quote = 0;
  for (let i = from + 1; i < source.length; i++) {
    const code = source.charCodeAt(i);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 0x22 || code === 0x27) quote = code;
    else if (code === 0x3e) return i;
  }
  throw new XmlError('cut short');
}

function localName(source: string, from: number, to: number): string {
  const name = source.slice(from, to).trim();
  return name.slice(name.indexOf(':') + 1);
}

function element(source: string, from: number, to: number): XmlNode {
  let end = from;
  while (end < to && source.charCodeAt(end) > 0x20) end++;
  return { name: localName(source, from, end), raw: source.slice(end, to), children: [] };
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decode(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x[\da-f]{1,6}|#\d{1,7}|[a-z]{2,4});/gi, (whole, body: string) => {
    if (!body.startsWith('#')) return ENTITIES[body] ?? whole;
    const code = /^#x/i.test(body) ? Number.parseInt(body.slice(2), 16) : Number(body.slice(1));
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

const PATTERNS = new Map<string, RegExp>();

/** An attribute by its local name. */
export function attribute(node: XmlNode, name: string): string | undefined {
  let pattern = PATTERNS.get(name);
  if (!pattern) {
    pattern = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
    PATTERNS.set(name, pattern);
  }
  const m = pattern.exec(node.raw);
  const value = m?.[1] ?? m?.[2];
  return value === undefined ? undefined : decode(value);
}

export function elements(node: XmlNode): XmlNode[] {
  return node.children.filter((c): c is XmlNode => typeof c !== 'string');
}

/** The first child of this name. */
export function child(node: XmlNode | undefined, name: string): XmlNode | undefined {
  return node?.children.find((c): c is XmlNode => typeof c !== 'string' && c.name === name);
}

/** `val` of the first child of this name: how Word writes most properties. */
export function valOf(node: XmlNode | undefined, name: string): string | undefined {
  const found = child(node, name);
  return found ? attribute(found, 'val') : undefined;
}

/** A switch such as `<w:vanish/>`: on where it stands without a value. */
export function isOn(node: XmlNode | undefined, name: string): boolean {
  const found = child(node, name);
  return found !== undefined && !['0', 'false', 'off'].includes(attribute(found, 'val') ?? '1');
}
