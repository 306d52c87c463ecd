import type { ToldOne } from '../../../office/year/index.ts';
import { CHANNEL_NAMES } from '../../../texts/names.ts';
import { outcomeWords, wasTaken } from '../../../texts/outcomes.ts';
import { YEAR_PAGE as say } from '../../../texts/staff/index.ts';
import { yearPath } from './path.ts';

/** Who was told by a step; with a life, each a way to the words. */
export function ToldView({
  told,
  life,
}: {
  readonly told: readonly ToldOne[];
  readonly life?: { readonly top: string; readonly number: number };
}) {
  if (told.length === 0) return null;
  return (
    <ul class="told">
      {told.map((one) => {
        const words = wordsOf(one);
        return (
          <li>
            {life === undefined || one.subject === null ? (
              words
            ) : (
              <a href={yearPath(life.top, 'nhiem-vu', life.number, 'tin', one.row)}>{words}</a>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function wordsOf({ person, channel, outcome, reason }: ToldOne): string {
  const whom = person === null ? say.nobody : channel === null ? person : `${person} (${CHANNEL_NAMES[channel]})`;
  return wasTaken(outcome) ? whom : `${whom}: ${outcomeWords({ outcome, reason })}`;
}
