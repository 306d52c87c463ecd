import type { DirectiveRecord, NamedParty, OldWork, Register } from '../../register/index.ts';
import { plain } from './plain.ts';
import type { Known } from './plan-import.ts';

/** Shorter words say too little to be the same task because the longer ones contain them. */
const TELLING_LETTERS = 30;

/**
 * Finds what the register has of a row already: imported before, or a directive of the same notice that was issued
 * here, by its words, or by its lead and deadline.
 */
export async function twinFinder(
  register: Register,
): Promise<(work: OldWork) => Pick<Known, 'id' | 'where'> | undefined> {
  const all = await register.directives.list();
  const ids = new Set(all.map((d) => d.id));
  const issued = new Map<string, DirectiveRecord[]>();
  for (const [noticeId, directives] of grouped(all)) {
    const notice = await register.notices.find(noticeId);
    const key = notice?.number == null ? undefined : documentKey(notice.number, notice.issued);
    if (key !== undefined) issued.set(key, [...(issued.get(key) ?? []), ...directives]);
  }
  return ({ notice, directive }) => {
    if (ids.has(directive.id)) return { id: directive.id, where: 'imported' };
    if (notice.number === null) return undefined;
    const document = issued.get(documentKey(notice.number, notice.issued)) ?? [];
    // Two deadlines of one text are two tasks where both were imported.
    const twin = document
      .filter((d) => d.noticeId !== noticeOf(directive.id))
      .find(
        (d) =>
          sameWords(d.text, directive.text) ||
          (directive.due !== null && d.originalDue === directive.due && sameLead(d.lead, directive.lead)),
      );
    if (!twin) return undefined;
    return { id: twin.id, where: 'issued' };
  };
}

function grouped(all: readonly DirectiveRecord[]): Map<string, DirectiveRecord[]> {
  const groups = new Map<string, DirectiveRecord[]>();
  for (const directive of all) {
    const group = groups.get(directive.noticeId);
    if (group) group.push(directive);
    else groups.set(directive.noticeId, [directive]);
  }
  return groups;
}

function documentKey(number: string, issued: string | null): string {
  return `${plain(number).replaceAll(' ', '')}|${issued ?? ''}`;
}

function noticeOf(directiveId: string): string {
  return directiveId.split('/')[0] ?? '';
}

function sameWords(a: string, b: string): boolean {
  const [one, two] = [plain(a), plain(b)];
  const [short, long] = one.length < two.length ? [one, two] : [two, one];
  return short === long || (short.length >= TELLING_LETTERS && long.includes(short));
}

function sameLead(a: readonly NamedParty[], b: readonly NamedParty[]): boolean {
  const of = (parties: readonly NamedParty[]) => parties.map((p) => p.agency ?? plain(p.name)).sort();
  return JSON.stringify(of(a)) === JSON.stringify(of(b)) && a.length > 0;
}
