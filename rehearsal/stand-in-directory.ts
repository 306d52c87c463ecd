import type { Name } from '../notices/index.ts';
import type { ReadNotice } from '../office/registration.ts';
import { type Directory, EMPTY_DIRECTORY, matchAgency } from '../register/index.ts';

const DOMAIN = 'rehearsal.invalid';

/**
 * The people of a rehearsal: the directory's agencies under addresses that lead nowhere, and for every name the
 * directory does not know an agency with a contact and a head of its own. So a rehearsal reaches everybody the notice
 * names and nobody real.
 */
export function standInDirectory(reads: readonly ReadNotice[], directory: Directory = EMPTY_DIRECTORY): Directory {
  const names = new Map<string, string>();
  for (const { notice } of reads) {
    for (const { name } of notice.directives.flatMap(namesOf)) {
      if (!matchAgency(directory, name, notice.anchor)) names.set(name.toLocaleLowerCase('vi'), name);
    }
  }
  const extras = [...names.values()].map((name, i) => ({ id: `don-vi-${i + 1}`, name }));
  const offices = [
    ...(directory.offices.issuer === undefined ? [{ id: 'lanh-dao', name: 'Lãnh đạo giao việc' }] : []),
    ...(directory.offices.secretariat === undefined ? [{ id: 'van-phong', name: 'Văn phòng' }] : []),
  ];
  const invented = [...extras, ...offices];
  return {
    offices: { issuer: 'lanh-dao', secretariat: 'van-phong', defaultSupervisor: 'van-phong', ...directory.offices },
    agencies: [...directory.agencies, ...invented.map(({ id, name }) => ({ id, name, aliases: [], kind: 'dien-tap' }))],
    people: [
      ...directory.people.map(({ id, name }, i) => ({ id, name, ...contactsOf(id, i) })),
      ...invented.flatMap(({ id, name }, i) => [
        { id: `${id}-dau-moi`, name: `Đầu mối ${name}`, ...contactsOf(`${id}-dau-moi`, 5000 + 2 * i) },
        { id: `${id}-thu-truong`, name: `Thủ trưởng ${name}`, ...contactsOf(`${id}-thu-truong`, 5001 + 2 * i) },
      ]),
    ],
    positions: [
      ...directory.positions,
      ...invented.flatMap(({ id }) => [
        { agency: id, person: `${id}-dau-moi`, function: 'contact' as const, acting: false },
        { agency: id, person: `${id}-thu-truong`, function: 'head' as const, acting: false },
      ]),
    ],
  };
}

function namesOf(d: { lead: readonly Name[]; cooperating: readonly Name[]; supervisor: readonly Name[] }): Name[] {
  return [...d.lead, ...d.cooperating, ...d.supervisor];
}

function contactsOf(id: string, number: number): { email: string; phone: string } {
  return { email: `${id}@${DOMAIN}`, phone: `84900${String(number).padStart(6, '0')}` };
}
