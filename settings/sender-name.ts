/** `Name <address>` or an address alone, taken apart; the name is empty where there is none. */
export function nameAndAddress(from: string): { readonly name: string; readonly address: string } {
  const [, name = '', address = from] = /^\s*"?([^"<]*?)"?\s*<([^>]+)>\s*$/.exec(from) ?? [];
  return { name: name.trim(), address: address.trim() };
}
