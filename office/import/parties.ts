import type { Day } from '../../dsl/time/day.ts';
import { type Directory, matchAgency, type NamedParty } from '../../register/index.ts';

const MOST_NAMES_JOINED = 5;

/**
 * The agencies a cell names, on a day. Names are split at ";", and at "," where what stands between is
 * not one name itself ("Sở Văn hóa, Thể thao và Du lịch"). An unknown name keeps its words and no agency.
 */
export function importedParties(cell: string, directory: Directory, day: Day): NamedParty[] {
  return cell
    .split(/[;+]/)
    .flatMap((part) => namesIn(part.trim(), directory, day))
    .filter((party, i, all) => all.findIndex((p) => p.name === party.name) === i);
}

function namesIn(text: string, directory: Directory, day: Day): NamedParty[] {
  if (text === '') return [];
  const whole = known(text, directory, day);
  const pieces = text.split(/,\s*/).filter((piece) => piece !== '');
  if (whole || pieces.length === 1) return [whole ?? { name: text }];
  const parties: NamedParty[] = [];
  for (let i = 0; i < pieces.length; ) {
    const found = longest(pieces.slice(i, i + MOST_NAMES_JOINED), directory, day);
    parties.push(found?.party ?? { name: pieces[i] ?? '' });
    i += found?.length ?? 1;
  }
  // Where nothing is known the commas may belong to one name: the words stay together.
  return parties.some((p) => p.agency !== undefined) ? parties : [{ name: text }];
}

function longest(pieces: readonly string[], directory: Directory, day: Day) {
  for (let length = pieces.length; length > 0; length--) {
    const party = known(pieces.slice(0, length).join(', '), directory, day);
    if (party) return { party, length };
  }
  return undefined;
}

function known(name: string, directory: Directory, day: Day): NamedParty | undefined {
  const match = matchAgency(directory, name, day);
  return match && { name, agency: match.agency.id };
}
