/** The faults of a text as XML 1.0 without a document type: tags that do not match, bare signs, letters XML forbids. */
export function faultsOfXml(xml: string): string[] {
  const faults: string[] = [];
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(xml)) faults.push('a letter XML forbids');
  if (/\p{Cs}/u.test(xml)) faults.push('half a letter');
  const open: string[] = [];
  let roots = 0;
  for (const token of xml.match(/<[^<]*?>|[^<]+|</g) ?? []) {
    if (!token.startsWith('<')) {
      if (token.includes(']]>')) faults.push(']]> in text');
      if (/&(?!(amp|lt|gt|quot|apos|#\d+);)/.test(token)) faults.push(`a bare & in ${token.slice(0, 40)}`);
      if (open.length === 0 && token.trim() !== '') faults.push(`text outside: ${token.slice(0, 40)}`);
      continue;
    }
    const tag = /^<(\/?)([a-zA-Z][\w-]*)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>$/.exec(token);
    if (!tag) {
      faults.push(`no tag: ${token.slice(0, 60)}`);
      continue;
    }
    const [, closes, name = '', attributes = '', empty] = tag;
    const keys = [...attributes.matchAll(/([\w:-]+)="/g)].map((m) => m[1]);
    if (new Set(keys).size < keys.length) faults.push(`an attribute twice: ${token.slice(0, 60)}`);
    if (/&(?!(amp|lt|gt|quot|apos|#\d+);)/.test(attributes)) faults.push(`a bare & in ${token.slice(0, 60)}`);
    if (closes) {
      if (open.pop() !== name) faults.push(`</${name}> closes another`);
    } else {
      if (open.length === 0) roots++;
      if (!empty) open.push(name);
    }
  }
  if (open.length > 0) faults.push(`not closed: ${open.join(', ')}`);
  if (roots !== 1) faults.push(`${roots} roots`);
  return faults;
}
