import type { DeadlineContext } from '../../deadline/index.ts';
import { present } from '../../dsl/present.ts';
import type { Label } from '../structure/labels.ts';
import type { Paragraph } from '../structure/paragraphs.ts';
import { sourceSpan } from '../text/clean.ts';
import type { Name, Span } from '../types.ts';
import { cooperatingIn } from './cooperating.ts';
import { deadlinesOf } from './dates.ts';
import { type Draft, toNames, unique, without } from './draft.ts';
import { type FieldKind, type FieldRecord, fieldOf, fieldsIn, namesOfField } from './fields.ts';
import { parse, segmentsOf } from './segments.ts';

export type RecordDraft = Omit<Draft, 'path'> & { readonly label: Label | null };

/** The assignments of one record: its tasks with the agencies and times its fields give. */
export function readRecord(
  paragraphs: readonly Paragraph[],
  record: FieldRecord,
  context: DeadlineContext,
): RecordDraft[] {
  const tasks = paragraphs.slice(0, record.fields - record.from).filter((p) => !p.footnote);
  const fields = paragraphs.slice(record.fields - record.from);
  const values = fields.flatMap(fieldsIn);
  const namesOf = (kind: FieldKind): Name[] =>
    unique(values.filter((v) => v.kind === kind).flatMap((v) => namesOfField(v.value)));
  const said = fields.filter((p) => fieldOf(p) === null).flatMap(saidIn);
  const lead = unique([...namesOf('lead'), ...said.flatMap((s) => s.lead)]);
  const cooperating = unique([...namesOf('cooperating'), ...said.flatMap((s) => s.cooperating)]);
  const supervisor = namesOf('supervisor');
  const inWords = fields.filter((p) => fieldOf(p) === null).flatMap((p) => deadlinesOf(p.clean, context));
  const times = values.filter((v) => v.kind === 'time').flatMap((v) => deadlinesOf(v.value, context));
  const end = endOf(fields.at(-1) ?? tasks.at(-1));
  const groups = record.whole ? [tasks] : tasks.map((t) => [t]);
  return groups.map((group, k): RecordDraft => {
    const first = group[0];
    const last = k === groups.length - 1;
    const span: Span = [startOf(first), last ? end : endOf(group.at(-1))];
    const own = group.flatMap((p) => deadlinesOf(p.clean, context));
    const actor = lead.length > 0 || !first ? null : leadOf(first);
    return present({
      label: first?.label ?? null,
      span,
      lead: lead.length > 0 ? lead : (actor ?? []),
      by: lead.length > 0 ? 'field' : actor ? 'subject' : 'none',
      // "c) Phối hợp với Sở B rà soát …" above "Đơn vị phối hợp: Phòng C": both.
      cooperating: without(
        unique([...cooperating, ...group.flatMap(besideIn)]),
        lead.length > 0 ? lead : (actor ?? []),
      ),
      supervises: false,
      supervisor: supervisor.length > 0 ? supervisor : undefined,
      deadlines: [...own, ...inWords, ...times],
      weak: false,
    });
  });
}

function leadOf(p: Paragraph) {
  const parsed = parse(bodyOf(p));
  const first = segmentsOf(parsed, 'actor')[0];
  return first && first.lead.length > 0 ? toNames(parsed, first.lead) : null;
}

/** "Sở A chủ trì, phối hợp với Sở B": who does it, said in words below "Phân công thực hiện:". */
function saidIn(p: Paragraph): { lead: readonly Name[]; cooperating: readonly Name[] }[] {
  const parsed = parse(bodyOf(p));
  return segmentsOf(parsed, 'actor').map((s) => ({
    lead: toNames(parsed, s.lead),
    cooperating: toNames(parsed, cooperatingIn(parsed.tokens, parsed.depth, s.from, s.to)),
  }));
}

function besideIn(p: Paragraph): Name[] {
  const parsed = parse(bodyOf(p));
  return toNames(parsed, cooperatingIn(parsed.tokens, parsed.depth, 0, parsed.tokens.length));
}

function bodyOf(p: Paragraph) {
  return p.body;
}

function startOf(p: Paragraph | undefined): number {
  if (!p) return 0;
  const body = bodyOf(p);
  return body.starts[0] ?? 0;
}

function endOf(p: Paragraph | undefined): number {
  if (!p) return 0;
  return sourceSpan(p.clean, 0, p.clean.text.length)[1];
}
