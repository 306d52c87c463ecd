import type { Visit } from '../office/links/index.ts';

/** What happened at the door: never a token, by which one could come in again. */
export type SecurityEvent =
  | (Who & { readonly event: 'opened'; readonly caller: string })
  | (Who & { readonly event: 'act'; readonly act: string; readonly outcome: string })
  /** Somebody of the office sent a form; `name` is empty where a ticket was used. */
  | { readonly event: 'staff'; readonly name: string; readonly path: string; readonly caller: string }
  /** Somebody of the directory sent a form on pages of their own; `person` is empty before they are in. */
  | { readonly event: 'person'; readonly person: string; readonly path: string; readonly caller: string }
  /** Somebody signed in by a name, or tried to; `account` is empty where there is none of that name. */
  | {
      readonly event: 'sign-in';
      readonly how: 'password' | 'chosen' | 'passkey' | 'passkey-added' | 'oidc' | 'again';
      readonly account: string;
      readonly outcome: string;
      readonly caller: string;
    }
  /** A link that opened nothing, and why; `link` where its signature is ours. */
  | { readonly event: 'refused'; readonly why: string; readonly caller: string; readonly link?: string }
  /** An address that has tried so many made-up links that it waits. */
  | { readonly event: 'locked-out'; readonly caller: string };

interface Who {
  readonly link: string;
  readonly directive: string;
  readonly person: string;
  readonly agency: string;
}

/** Is it the doing of somebody nobody knows? Anybody can do it as often as they like. */
export function isByStranger(event: SecurityEvent): boolean {
  switch (event.event) {
    case 'locked-out':
      return true;
    case 'refused':
      return event.link === undefined;
    case 'sign-in':
      return event.outcome !== 'in';
    // Asking to be let in needs no more than an address.
    case 'person':
      return event.person === '' && event.path.endsWith('/toi/dang-nhap');
    default:
      return false;
  }
}

/** Whose link it is, as the security log notes it. */
export function whoOf({ visit: { link, person, agency } }: { readonly visit: Visit }): Who {
  return { link: link.id, directive: link.directiveId, person: person.id, agency: agency.id };
}
