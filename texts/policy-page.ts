import type { Policy, Rung, Source } from '../dsl/policy/policy.ts';
import { roleName, spanText, speaksOfText, triggerText } from './names.ts';
import { becauseText, policyText } from './rules.ts';

/** A policy for people to read, ask about and sign: each rule beside where it comes from. */
export interface PolicyPage {
  readonly title: string;
  /** Which policy this is, exactly. */
  readonly asOf: string;
  readonly tables: readonly {
    readonly title: string;
    readonly head: readonly string[];
    readonly rows: readonly (readonly string[])[];
  }[];
  readonly notes: readonly string[];
}

const UNSAID = 'chưa ghi căn cứ';

/** The page of a policy; `version` names its content. */
export function policyPage(policy: Policy, version: string): PolicyPage {
  const { assign, remind, escalate } = policy;
  const head = ['Bước', 'Khi nào', 'Báo ai', 'Căn cứ, lý do'];
  const rung = (name: string) => (one: Rung, i: number) => [
    `${name} ${i + 1}`,
    `${triggerText(one.when)}${one.every ? `; lặp lại cách ${spanText(one.every)}, nhiều nhất ${one.atMost} lần` : ''}${speaksOfText(one)}`,
    `${roleName(one.to)}${one.letter === undefined ? '' : ', kèm công văn đôn đốc'}`,
    said(one.because),
  ];
  const within = assign.acknowledgeWithin;
  return {
    title: `Quy tắc đôn đốc: ${policy.name}`,
    asOf: `Mã ${policy.id}, phiên bản ${version}`,
    tables: [
      {
        title: 'Các bước',
        head,
        rows: [
          ['Giao', 'khi ban hành', [assign.to, ...assign.copy].map(roleName).join('; sao gửi '), said(assign.because)],
          ...(within
            ? [
                [
                  'Nhắc tiếp nhận',
                  triggerText({ whenUnacknowledgedFor: within }),
                  roleName(assign.to),
                  said(assign.because),
                ],
              ]
            : []),
          ...remind.map(rung('Nhắc')),
          ...escalate.map(rung('Báo lên')),
        ],
      },
      { title: 'Ký xác nhận', head: ['Người soạn', 'Người duyệt', 'Ngày'], rows: [['', '', '']] },
    ],
    notes: [
      policy.because === undefined ? `Căn cứ chung: ${UNSAID}.` : `Căn cứ chung: ${becauseText(policy.because)}.`,
      `${policyText(policy).find((line) => line.startsWith('Đóng: ')) ?? ''}.`,
      `Thông báo gửi vào ngày làm việc, từ ${policy.window.from} đến ${policy.window.to}.`,
    ],
  };
}

function said(because: Source | undefined): string {
  return because === undefined ? UNSAID : becauseText(because);
}
