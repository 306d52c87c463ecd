import type { Agency, Directory } from '../../register/index.ts';

/** A province of communes and departments, each with a head and a contact, an office that follows and one that issues. */
export function province(communes: number, departments = 3): Directory {
  const agencies: Agency[] = [
    agency('ubnd-tinh', 'Ủy ban nhân dân tỉnh Hải Sơn', 'ubnd-tinh'),
    agency('vp-ubnd-tinh', 'Văn phòng Ủy ban nhân dân tỉnh', 'van-phong'),
    ...Array.from({ length: departments }, (_, i) => agency(`so-${i + 1}`, `Sở Số ${i + 1}`, 'so')),
    ...Array.from({ length: communes }, (_, i) => agency(`xa-${i + 1}`, `UBND xã Số ${i + 1}`, 'ubnd-xa')),
  ];
  const held = agencies.flatMap(({ id }) => [
    { agency: id, person: `${id}-dau-moi`, function: 'contact' as const, acting: false },
    { agency: id, person: `${id}-thu-truong`, function: 'head' as const, acting: false },
  ]);
  return {
    offices: { issuer: 'ubnd-tinh', secretariat: 'vp-ubnd-tinh', defaultSupervisor: 'vp-ubnd-tinh' },
    agencies,
    people: held.map(({ person }) => ({ id: person, name: `Người ${person}`, email: `${person}@haison.example` })),
    positions: held,
  };
}

function agency(id: string, name: string, kind: string): Agency {
  return { id, name, aliases: [], kind };
}
