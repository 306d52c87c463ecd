import { oneLine } from '../../texts/plain-text.ts';

/** Any text as XML 1.0 can hold it, in one line. What XML forbids may not even be written as a reference. */
export function svgText(text: string): string {
  return oneLine(text).replace(/[\ufffe\uffff]/g, '\ufffd');
}
