import type { Day } from '../dsl/time/day.ts';
import { formatDay } from './format.ts';

/* What Temporal's own pages show beside a workflow, for whoever operates it. */

/** Temporal takes 400 bytes, and Vietnamese letters take up to three. */
const SUMMARY_LETTERS = 130;

/** “12/TB-VP · II.3 · hạn 14/03/2025 · Sở Y tế”; `due` of what recurs is `recurring`. */
export function workflowSummary(
  notice: string,
  code: string,
  due: Day | null | 'recurring',
  leads: readonly string[],
): string {
  const when = due === 'recurring' ? 'định kỳ' : `hạn ${formatDay(due)}`;
  const line = `${notice} · ${code} · ${when} · ${leads.join(', ') || 'chưa rõ đơn vị'}`;
  return line.length > SUMMARY_LETTERS ? `${line.slice(0, SUMMARY_LETTERS - 1)}…` : line;
}

export const AUDIT_SUMMARY = 'Đối soát: điều lẽ ra đã xảy ra với sổ và với các quy trình';
export const NEXT_AUDIT = 'đối soát lần tới';

/** Leads from a run to the directive's page (Markdown). */
export function pageDetails(url: string): string {
  return `[Nhiệm vụ trên trang của văn phòng](${url})`;
}

/** Reason on a run that is ended because the register was restored. */
export const RUNS_TAKEN_BACK = 'Sổ được khôi phục từ bản sao lưu; nhiệm vụ được chạy lại theo sổ.';
