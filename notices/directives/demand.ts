import type { Paragraph } from '../structure/paragraphs.ts';
import { inlineFields } from './fields.ts';
import { ordersSomething } from './items.ts';
import type { Level } from './outline.ts';
import type { Demand, Parsed } from './segments.ts';
import { reportsOn } from './shapes.ts';
import { isPreamble } from './sinks.ts';

/**
 * What a paragraph must say to count as orders, by where it stands; `front`: before the first part of the document,
 * `prose`: of one that has no parts.
 */
export function demandOf(p: Paragraph, parsed: Parsed, top: Level, front: boolean, prose = false): Demand {
  if (top.sink) return 'order';
  if (p.label === null && !top.opens) return 'task';
  if (p.label === null && isPreamble(parsed.clean.folded) && (front || top.by !== 'heading')) return 'order';
  if (front) return p.label || prose ? 'actor' : 'order';
  // "3. Xây dựng cơ sở dữ liệu. Đơn vị chủ trì: …": a task by its fields, whatever it stands under.
  if (inlineFields(parsed.clean.folded).some((f) => f.kind === 'lead')) return 'task';
  // In a letter an item that begins as a task is asked of its addressees, whatever heading it stands under.
  const asked = top.by === 'addressee' && top.lead.length > 0 && p.label !== null && ordersSomething(parsed, 0);
  if (p.label) return top.task || top.by === 'heading' || asked ? 'task' : 'actor';
  // A paragraph of its own below a heading, an introduction, in a letter: a task where it begins as one.
  const told = top.by === 'heading' || (top.task && top.lead.length > 0);
  if (told && ordersSomething(parsed, 0)) return 'task';
  // Right below an agency that stands alone as a heading: what it is to do, in whatever words.
  return top.by === 'heading' && top.opens && top.label && top.children === 0 && !reportsOn(parsed) ? 'task' : 'actor';
}

/** What the sentences before an introduction must say; `described`: in the front, or where things are only told of. */
export function demandAbove(p: Paragraph, described: boolean): Demand {
  if (described) return 'order';
  return p.label ? 'task' : 'actor';
}
