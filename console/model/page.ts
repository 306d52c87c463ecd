import type { ActType } from '../../dsl/rules/index.ts';
import type { Colour } from '../../office/links/index.ts';
import type { FormWords } from '../../texts/pages/index.ts';
import type { SentForm } from '../http/form.ts';

/** A page's texts, complete: views lay them out and add none of their own. */
export interface Frame {
  readonly title: string;
  /** Absent where nothing was opened: a bad link learns nothing, not even whose office this is. */
  readonly officeName?: string;
  /** Whose page it is; absent where nothing was opened. */
  readonly reader?: string;
}

export interface Badge {
  readonly colour: Colour;
  readonly words: string;
}

export interface FormModel {
  readonly act: ActType;
  readonly words: FormWords;
  readonly action: string;
  readonly nonce: string;
  /** What was typed before, where the form is shown again. */
  readonly typed: SentForm;
  readonly fault?: string;
}

export interface HistoryItem {
  readonly at: string;
  readonly line: string;
  /** The person who acted and the door they came by, as far as it was recorded and the reader may know. */
  readonly who?: string;
  readonly text?: string;
  readonly files: readonly FileLink[];
}

/** Without `href`: named only, the reader may not open it, or it is no file of ours. */
export interface FileLink {
  readonly name: string;
  readonly href?: string;
}

/** An answer by mail that waits for a person. */
export interface ReplyItem {
  readonly at: string;
  readonly line: string;
  readonly text?: string;
  readonly files: readonly string[];
}

export interface SentItem {
  readonly at: string;
  readonly line: string;
  readonly fate: string;
  /** The words, of what went to the reader of the page; several where the channels were given different ones. */
  readonly texts: readonly { readonly heading: string; readonly text: string }[];
}

/** What has just happened, above everything else. */
export interface Announcement {
  readonly kind: 'done' | 'repeated' | 'refused';
  readonly title?: string;
  readonly text: string;
}

export interface DirectivePage extends Frame {
  readonly announcement?: Announcement;
  readonly badge: Badge;
  readonly heading: string;
  readonly ask: string;
  readonly quote: string;
  readonly rows: readonly { readonly label: string; readonly value: string }[];
  readonly result?: HistoryItem;
  readonly forms: readonly FormModel[];
  /** What its reader must do first, where the office asks it of whoever decides. */
  readonly proof?: { readonly text: string; readonly href: string; readonly button: string };
  readonly replies: readonly ReplyItem[];
  readonly history: readonly HistoryItem[];
  readonly sent: readonly SentItem[];
  readonly back?: string;
}

export interface AgencyPage extends Frame {
  readonly heading: string;
  readonly intro: string;
  readonly asOf: string;
  readonly groups: readonly { readonly title: string; readonly colour: Colour; readonly cards: readonly TaskCard[] }[];
  readonly others?: string;
}

export interface TaskCard {
  readonly href: string;
  readonly heading: string;
  readonly badge: Badge;
  readonly basis: string;
  readonly due: string;
  readonly quote: string;
  /** Words that mark the one the letter was about. */
  readonly mark?: string;
}
