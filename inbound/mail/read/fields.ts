/* Fields as servers write them into reports (RFC 3464): no pattern, every letter is looked at once. */

/** A field's value without the comments in brackets (RFC 5322, section 3.2.2), which may be nested; one blank between words. */
export function withoutComments(value: string): string {
  let kept = '';
  let depth = 0;
  let quoted = false;
  for (let i = 0; i < value.length; i++) {
    const letter = value[i] ?? '';
    if (letter === '\\') {
      if (depth === 0) kept += letter + (value[i + 1] ?? '');
      i++;
    } else if (depth === 0 && letter === '"') {
      quoted = !quoted;
      kept += letter;
    } else if (!quoted && letter === '(') depth++;
    else if (!quoted && letter === ')' && depth > 0) depth--;
    else if (depth === 0) kept += letter;
  }
  return kept.replace(/\s+/g, ' ').trim();
}

/** Groups of fields: an empty line ends one, a line that begins with a blank goes on with the one above. */
export function groupsOf(text: string): ReadonlyMap<string, string>[] {
  const groups: Map<string, string>[] = [new Map()];
  let name = '';
  for (const line of text.split(/\r\n|\r|\n/)) {
    const fields = groups.at(-1);
    if (line.trim() === '') {
      if (fields !== undefined && fields.size > 0) groups.push(new Map());
      name = '';
    } else if ((line[0] === ' ' || line[0] === '\t') && name !== '') {
      fields?.set(name, `${fields.get(name) ?? ''} ${line.trim()}`);
    } else {
      const colon = line.indexOf(':');
      name = line.slice(0, Math.max(0, colon)).trim().toLowerCase();
      if (name !== '' && fields?.has(name) === false) fields.set(name, line.slice(colon + 1).trim());
    }
  }
  return groups.filter((group) => group.size > 0);
}

/** Without its type: "smtp; 550 …" → "550 …". */
export function untyped(typed: string): string {
  const semicolon = typed.indexOf(';');
  return semicolon > 0 && /^[\w-]+\s?$/.test(typed.slice(0, semicolon))
    ? typed.slice(semicolon + 1).trim()
    : typed.trim();
}

/**
 * The addresses a typed field may mean, lower case: as it stands and, where letters are written as codes (`+2B` of
 * RFC 3461, `\x{1EC5}` of RFC 6533), with the letters in their place.
 */
export function addressesIn(field: string | undefined): string[] {
  const bare = untyped(withoutComments(field ?? ''))
    .replace(/^<|>$/g, '')
    .trim();
  if (!bare.includes('@')) return [];
  const decoded = bare
    .replace(/\\x\{([0-9a-f]{1,6})\}/gi, (code, hex: string) => letterOf(hex) ?? code)
    .replace(/\+([0-9a-f]{2})/gi, (code, hex: string) => letterOf(hex) ?? code);
  return [...new Set([bare, decoded].map((address) => address.normalize('NFC').toLowerCase()))];
}

function letterOf(hex: string): string | undefined {
  const point = Number.parseInt(hex, 16);
  return point > 0x20 && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff)
    ? String.fromCodePoint(point)
    : undefined;
}
