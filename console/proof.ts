import type { ActType } from '../dsl/rules/index.ts';
import { missingProof } from '../office/links/index.ts';
import { itemOf } from '../office/page-address.ts';
import { DECISION_PROOF } from '../texts/pages/index.ts';
import type { PageFacts } from './model/directive-page.ts';
import type { ConsoleContext } from './options.ts';

/** The acts open to a reader that wait until they have proved who they are, and where they do it. */
export function proofFor(
  { basePath, decideBy, now }: ConsoleContext,
  { visit, view, here }: Pick<PageFacts, 'visit' | 'view' | 'here'>,
  offers: readonly ActType[],
) {
  const missing = offers.flatMap((act) => {
    const what = missingProof(decideBy(), act, visit, now());
    return what === undefined ? [] : [{ act, what }];
  });
  const [first] = missing;
  if (first === undefined) return undefined;
  // Who has a session is asked on the way; the office and everybody else have pages of their own.
  const own = `${visit.link.party === 'secretariat' ? '/vp/nhiem-vu' : '/toi/viec'}/${itemOf(view.directive.id)}`;
  const href = first.what === 'login' ? `${basePath}${own}` : `${basePath}/xac-nhan?den=${here.slice(basePath.length)}`;
  return { acts: new Set(missing.map(({ act }) => act)), words: { ...DECISION_PROOF[first.what], href } };
}
