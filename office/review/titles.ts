/** How somebody with a title is addressed: "Đồng chí", "các đ/c", "Ông (Bà)". */
const POLITELY = /^(?:(?:các )?(?:đồng chí|đ ?[/.]? ?c\.?)|ông ?[/,] ?bà|ông ?\(bà\)|ông|bà)\s+/iu;

/**
 * Titles of the head of an agency, before the agency's name. Deputies are left out: an order to one of several deputies
 * is not an order to the agency's head.
 */
const BEFORE_THE_NAME =
  /^(?:chủ tịch|tổng giám đốc|giám đốc|bộ trưởng|thủ trưởng|người đứng đầu|lãnh đạo|cục trưởng|chi cục trưởng|hiệu trưởng)\s+(?=\p{L})/iu;

/** Titles that share a word with the name: "Chánh Văn phòng …" heads "Văn phòng …". */
const SHARING_A_WORD = /^(?:chánh(?=\s+(?:văn phòng|thanh tra)\s)|trưởng(?=\s+(?:ban|công an)\s))\s+/iu;

/** "Sở Y tế" of "Giám đốc Sở Y tế"; undefined where the name begins with no such title. */
export function officeOfTitle(name: string): string | undefined {
  const text = name.normalize('NFC');
  const titled = text.replace(POLITELY, '');
  const office = titled.replace(BEFORE_THE_NAME, '').replace(SHARING_A_WORD, '');
  return office === titled || office === '' ? undefined : office;
}
