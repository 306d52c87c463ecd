import type { Day } from '../../dsl/time/day.ts';
import type { NoticeDraft } from '../records.ts';
import type { Directory } from './directory.ts';
import { type Holder, holdersOn } from './lookup.ts';
import { comparable } from './normalise.ts';

/** As much of a notice as says who concluded, and who issued it. */
export type Conclusion = Pick<NoticeDraft, 'signer' | 'text' | 'issuedBy'>;

/** How notices name them: “Kết luận của Phó Chủ tịch UBND tỉnh Nguyễn Văn A tại cuộc họp …”. */
const CONCLUSION_OF = 'kết luận của ';
/** Letters in which the name stands, after posts in the Party and the State. */
const NAMED_WITHIN = 160;

/**
 * The leader of the issuer who concluded: of its head and deputies on the day the one the notice names so, in its title
 * or its last words; where it names none of them, the one who signed. Undefined where that is nobody in post that day.
 */
export function concluderOf(directory: Directory, notice: Conclusion, day: Day): Holder | undefined {
  return concludersOn(directory, day)(notice);
}

/** The same for many notices of one day: its leaders are looked up once. */
export function concludersOn(directory: Directory, day: Day): (notice: Conclusion) => Holder | undefined {
  const { issuer } = directory.offices;
  if (issuer === undefined) return () => undefined;
  const holders = [...holdersOn(directory, issuer, 'head', day), ...holdersOn(directory, issuer, 'deputy', day)];
  const leaders = holders.map((holder) => ({ holder, name: ` ${comparable(holder.person.name)} ` }));
  return ({ signer, text }) => (namedIn(leaders, text) ?? signing(leaders, signer))?.holder;
}

/** A leader, and the name as whole words it is looked for. */
interface Leader {
  readonly holder: Holder;
  readonly name: string;
}

/**
 * The words of a notice that can say who concluded, and no others: in its place they lead to the same person. '' where
 * there are none.
 */
export function conclusionIn(text: string): string {
  return namingWords(text)
    .map((words) => `${CONCLUSION_OF}${words}`)
    .join(' ');
}

function namingWords(text: string): string[] {
  const [, ...after] = comparable(text).split(CONCLUSION_OF);
  return after.map((part) =>
    (part.length > NAMED_WITHIN ? part.slice(0, NAMED_WITHIN).replace(/\S*$/, '') : part).trim(),
  );
}

function namedIn(leaders: readonly Leader[], text: string): Leader | undefined {
  for (const words of namingWords(text)) {
    const named = leaders.filter(({ name }) => ` ${words} `.includes(name));
    const [first, ...others] = new Set(named.map(({ holder }) => holder.person.id));
    // Two of one name, or two who concluded together: nobody is guessed.
    if (first !== undefined && others.length === 0) return named[0];
  }
  return undefined;
}

/** Whose name stands under the notice. Before it may stand their post: “KT. CHỦ TỊCH, PHÓ CHỦ TỊCH Vũ Minh Lan”. */
function signing(leaders: readonly Leader[], signer: string | null): Leader | undefined {
  if (signer === null) return undefined;
  const under = ` ${comparable(signer)} `;
  return leaders.find(({ name }) => under.endsWith(name));
}
