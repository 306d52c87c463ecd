import type { PostKind } from '../../dsl/rules/post.ts';
import { cutAtWord, type MessageContent, oneLine } from '../../texts/messages/index.ts';

/** What a parameter of a template is filled with. */
export type ParameterSource = 'recipient' | 'title' | 'code' | 'agency' | 'due' | 'brief' | 'link';

/** Limits by type of parameter, in characters (official table). */
export const PARAMETER_LIMITS = { name: 30, code: 30, product: 200, date: 20, url: 200, label: 30 } as const;

export interface TemplateParameter {
  readonly from: ParameterSource;
  readonly type: keyof typeof PARAMETER_LIMITS;
}

/** A template as approved by Zalo: its id and the names of its parameters. */
export interface ZaloTemplate {
  readonly id: string;
  readonly parameters: Readonly<Record<string, TemplateParameter>>;
}

/** One template for all kinds, or one each. */
export type ZaloTemplates = Partial<Readonly<Record<PostKind | 'default', ZaloTemplate>>>;

/** Parameters of the template the office is advised to register; `docs` of the account name them alike. */
export const DEFAULT_PARAMETERS: ZaloTemplate['parameters'] = {
  nguoi_nhan: { from: 'recipient', type: 'name' },
  noi_dung: { from: 'title', type: 'label' },
  so_ky_hieu: { from: 'code', type: 'code' },
  co_quan: { from: 'agency', type: 'label' },
  han: { from: 'due', type: 'date' },
  nhiem_vu: { from: 'brief', type: 'product' },
};

/** For a template whose button opens the page behind the message: there the text stands uncut. */
export const LINK_PARAMETER: ZaloTemplate['parameters'] = { lien_ket: { from: 'link', type: 'url' } };

/**
 * The data of a template, each value cut at a word to what its type allows; an empty one becomes a dash. A link is whole
 * or not there: what is cut leads nowhere.
 */
export function templateData(
  template: ZaloTemplate,
  content: MessageContent,
  recipientName: string,
): Record<string, string> {
  const { title, code, agency, due, brief, link = '' } = content.zalo;
  const sources: Readonly<Record<ParameterSource, string>> = {
    title,
    code,
    agency,
    due,
    brief,
    link,
    recipient: recipientName,
  };
  return Object.fromEntries(
    Object.entries(template.parameters).map(([name, { from, type }]) => {
      const [value, limit] = [oneLine(sources[from]), PARAMETER_LIMITS[type]];
      const fitting = from === 'link' && value.length > limit ? '' : cutAtWord(value, limit);
      return [name, fitting || '-'];
    }),
  );
}
