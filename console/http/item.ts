/** A directive's id as one part of an address: ids hold slashes, which proxies like to change. */
export function itemOf(directiveId: string): string {
  return Buffer.from(directiveId).toString('base64url');
}

/**
 * The id behind the part of a path that `itemOfDirective` made; nonsense in, nonsense out: the register has no such
 * directive.
 */
export function directiveIdOfItem(item: string): string {
  return Buffer.from(item, 'base64url').toString('utf8');
}
