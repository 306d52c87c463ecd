import type { PathlessDraft } from './assignments.ts';
import type { Draft } from './draft.ts';

const THESE =
  /^(?:các|những) (?:cơ quan|đơn vị|bộ|sở|ngành|địa phương|tổ chức)(?:(?:,| và) (?:cơ quan|đơn vị|bộ|sở|ngành|địa phương|tổ chức))* này$/iu;

/** "Các đơn vị này báo cáo …": who is meant is who leads the order right above, where that names anybody. */
export function pointingBack(d: PathlessDraft, above: Draft | undefined): PathlessDraft {
  const [only] = d.lead;
  if (!only || d.lead.length > 1 || !THESE.test(only.name) || !above || above.lead.length === 0) return d;
  return { ...d, lead: above.lead, by: 'introduction' };
}
