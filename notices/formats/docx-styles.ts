import { present } from '../../dsl/present.ts';
import { attribute, child, elements, isOn, valOf, type XmlNode } from './xml.ts';

/** How letters look, as far as it changes what a reader sees; undefined where nothing is said. */
export interface Look {
  readonly struck?: boolean;
  readonly hidden?: boolean;
  readonly white?: boolean;
  readonly font?: string;
}

/** What a style says that changes the text a reader sees. */
export interface Style {
  readonly numId?: string;
  readonly level?: number;
  readonly tableOfContents: boolean;
  readonly look: Look;
}

interface Written extends Style {
  readonly basedOn?: string;
}

const LONGEST_CHAIN = 20;

/** The styles of a document with what they inherit. */
export class Styles {
  private readonly written = new Map<string, Written>();
  private readonly known = new Map<string, Style>();
  private readonly default: string | undefined;
  private readonly defaultLook: Look;

  constructor(part: XmlNode | null) {
    this.defaultLook = lookOf(child(child(child(part ?? undefined, 'docDefaults'), 'rPrDefault'), 'rPr'));
    for (const style of part ? elements(part) : []) {
      const id = attribute(style, 'styleId');
      if (style.name !== 'style' || !id) continue;
      if (attribute(style, 'type') === 'paragraph' && attribute(style, 'default') === '1') this.default = id;
      const properties = child(child(style, 'pPr'), 'numPr');
      const numId = valOf(properties, 'numId');
      const level = valOf(properties, 'ilvl');
      const basedOn = valOf(style, 'basedOn');
      this.written.set(
        id,
        present({
          basedOn: basedOn || undefined,
          numId: numId || undefined,
          level: level ? Number(level) : undefined,
          tableOfContents: /^toc ?\d/i.test(valOf(style, 'name') ?? ''),
          look: lookOf(child(style, 'rPr')),
        }),
      );
    }
  }

  /** The style of a paragraph. */
  of(id: string | undefined): Style {
    const own = this.chain(id ?? this.default);
    return { ...own, look: { ...this.defaultLook, ...own.look } };
  }

  /** How letters look by a character style. */
  lookOf(id: string | undefined): Look {
    return id === undefined ? {} : this.chain(id).look;
  }

  private chain(id: string | undefined): Style {
    const key = id ?? '';
    const known = this.known.get(key);
    if (known) return known;
    let style: Style = { tableOfContents: false, look: {} };
    let at = id;
    for (let k = 0; at !== undefined && k < LONGEST_CHAIN; k++) {
      const written = this.written.get(at);
      if (!written) break;
      style = {
        ...written,
        ...style,
        tableOfContents: style.tableOfContents || written.tableOfContents,
        look: { ...written.look, ...style.look },
      };
      at = written.basedOn;
    }
    this.known.set(key, style);
    return style;
  }
}

const WHITE = /^f{6}$/i;

/** What run properties say of the look of letters. */
export function lookOf(properties: XmlNode | undefined): Look {
  if (!properties || properties.children.length === 0) return {};
  const color = valOf(properties, 'color');
  const shade = child(properties, 'shd');
  const fill = shade && attribute(shade, 'fill');
  const ground = child(properties, 'highlight') ?? (fill && !/^(?:auto|f{6})$/i.test(fill) ? shade : undefined);
  const fonts = child(properties, 'rFonts');
  const font = fonts && (attribute(fonts, 'hAnsi') ?? attribute(fonts, 'ascii'));
  return present({
    struck:
      child(properties, 'strike') || child(properties, 'dstrike')
        ? isOn(properties, 'strike') || isOn(properties, 'dstrike')
        : undefined,
    hidden: child(properties, 'vanish') ? isOn(properties, 'vanish') : undefined,
    white: color === undefined && !ground ? undefined : color !== undefined && WHITE.test(color) && !ground,
    font,
  });
}
