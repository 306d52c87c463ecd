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

/** The office's page of a directive. `pages`: where the pages are reached, without a slash at the end. */
export function officePage(pages: string, directiveId: string): string {
  return `${pages}/vp/nhiem-vu/${itemOf(directiveId)}`;
}

/** Temporal's own page of a run. `ui`: where its pages are reached, without a slash at the end. */
export function runPage(ui: string, namespace: string, workflowId: string): string {
  return `${ui}/namespaces/${encodeURIComponent(namespace)}/workflows/${encodeURIComponent(workflowId)}`;
}
