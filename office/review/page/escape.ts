const NAMED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/**
 * Text as HTML text or attribute value. A carriage return is written as a reference: as it stands the browser's parser
 * would make a line feed of it, and the page would no longer hold the text as it is.
 */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (c) => NAMED[c] ?? c).replaceAll('\r', '&#13;');
}
