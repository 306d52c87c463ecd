import type { DirectiveRecord, EventRecord, NoticeRecord, Register } from '../../register/index.ts';
import { isWithdrawal } from '../withdraw.ts';
import type { InForce, InForceOf } from './compare.ts';

/** Of every act by which an edition takes effect: the notice's id, and which act where it takes two. */
export function editionActId(noticeId: string, key = ''): string {
  return `edition/${noticeId}${key}`;
}

/**
 * All directives of a notice and its editions, but those an edition has dropped or that were withdrawn with their notice:
 * an edition that brings such a one back gives it anew.
 */
export async function directivesUnder(
  register: Register,
  editions: readonly NoticeRecord[],
): Promise<DirectiveRecord[]> {
  const all = await register.directives.list({ noticeIds: editions.map(({ id }) => id) });
  const ended = all.filter(({ status }) => status === 'superseded' || status === 'cancelled');
  const logs = await register.directives.logs(ended.map(({ id }) => id));
  const takenBack = (event: EventRecord) =>
    event.closedAt !== null && (isOfEdition(event) || isWithdrawal(event.act?.id ?? ''));
  return all.filter(({ id }) => !(logs.get(id) ?? []).some(takenBack));
}

/** What the editions so far have said of each directive: its notice first, then every edition in its turn. */
export async function saidBy(
  register: Register,
  editions: readonly NoticeRecord[],
  directives: readonly DirectiveRecord[],
): Promise<InForceOf> {
  const logs = await register.directives.logs(directives.map(({ id }) => id));
  return (directive) => {
    const notice = editions.find(({ id }) => id === directive.noticeId);
    let said: InForce = {
      text: notice?.text.slice(...directive.span) ?? directive.text,
      due: directive.originalDue,
      lead: directive.originalLead ?? directive.lead,
    };
    for (const { act } of (logs.get(directive.id) ?? []).filter(isOfEdition)) {
      const given = act?.act;
      if (given?.type === 'reassign') said = { ...said, lead: given.lead };
      if (given?.type === 'correct')
        said = { ...said, text: given.text ?? said.text, due: given.due === undefined ? said.due : given.due };
    }
    return said;
  };
}

function isOfEdition({ act }: EventRecord): boolean {
  return act?.id.startsWith(editionActId('')) ?? false;
}
