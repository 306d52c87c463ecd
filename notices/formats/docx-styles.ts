import { attribute, child, elements, isOn, valOf, type XmlNode } from './xml.ts';

/** What a paragraph style says that changes the text a reader sees. */
export interface Style {
  readonly numId?: string;
  readonly level?: number;
  readonly hidden: boolean;
  readonly tableOfContents: boolean;
}

interface Written extends Style {
  readonly basedOn?: string;
}

const LONGEST_CHAIN = 20;

/** The paragraph styles of a document with what they inherit. */
export class Styles {
  private readonly written = new Map<string, Written>();
  private readonly default: string | undefined;

  constructor(part: XmlNode | null) {
    for (const style of part ? elements(part) : []) {
      const id = attribute(style, 'styleId');
      if (style.name !== 'style' || !id) continue;
      if (attribute(style, 'type') === 'paragraph' && attribute(style, 'default') === '1') this.default = id;
      const properties = child(child(style, 'pPr'), 'numPr');
      const numId = valOf(properties, 'numId');
      const level = valOf(properties, 'ilvl');
      const basedOn = valOf(style, 'basedOn');
      this.written.set(id, {
        ...(basedOn ? { basedOn } : {}),
        ...(numId ? { numId } : {}),
        ...(level ? { level: Number(level) } : {}),
        hidden: isOn(child(style, 'rPr'), 'vanish'),
        tableOfContents: /^toc ?\d/i.test(valOf(style, 'name') ?? ''),
      });
    }
  }

  of(id: string | undefined): Style {
    let at = id ?? this.default;
    let style: Style = { hidden: false, tableOfContents: false };
    for (let k = 0; at !== undefined && k < LONGEST_CHAIN; k++) {
      const written = this.written.get(at);
      if (!written) break;
      style = {
        ...written,
        ...style,
        hidden: style.hidden || written.hidden,
        tableOfContents: style.tableOfContents || written.tableOfContents,
      };
      at = written.basedOn;
    }
    return style;
  }
}
