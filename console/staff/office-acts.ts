import type { ActType, NamedAgency } from '../../dsl/rules/index.ts';
import { dayOf } from '../../dsl/time/day.ts';
import { UserError } from '../../dsl/user-error.ts';
import type { ActFields } from '../../office/act-fields.ts';
import { type Directory, matchAgency } from '../../register/index.ts';
import { oneLine } from '../../texts/messages/index.ts';
import type { FormWords } from '../../texts/pages/index.ts';
import { OFFICE_ACTS as say } from '../../texts/staff/index.ts';
import type { SentForm } from '../http/form.ts';

/** Acts no link may do; of a directive's page in the office. */
const OFFICE_ACTS = [
  'change-deadline',
  'suspend',
  'resume',
  'reassign',
  'note',
  'cancel',
] as const satisfies readonly ActType[];
export type OfficeAct = (typeof OFFICE_ACTS)[number];

const REASON = { name: 'reason', label: say.reason, required: true } as const;

export const OFFICE_FORMS: Readonly<Record<OfficeAct, FormWords>> = {
  'change-deadline': {
    title: say.changeDue.title,
    button: say.changeDue.button,
    fields: [{ name: 'due', label: say.changeDue.due, hint: say.changeDue.dueHint, required: true }, REASON],
  },
  suspend: {
    title: say.suspend.title,
    button: say.suspend.button,
    fields: [REASON, { name: 'due', label: say.suspend.until }],
  },
  resume: { title: say.resume.title, button: say.resume.button, fields: [] },
  reassign: {
    title: say.reassign.title,
    button: say.reassign.button,
    fields: [{ name: 'text', label: say.reassign.lead, hint: say.reassign.leadHint, required: true }, REASON],
  },
  note: {
    title: say.note.title,
    button: say.note.button,
    fields: [{ name: 'text', label: say.note.text, required: true }],
  },
  cancel: { title: say.cancel.title, button: say.cancel.button, fields: [REASON] },
};

export function isOfficeAct(type: string): type is OfficeAct {
  return OFFICE_ACTS.some((act) => act === type);
}

/** Those of them that are open now, in the order the page offers them. */
export function officeOffers(open: readonly ActType[]): OfficeAct[] {
  return OFFICE_ACTS.filter((act) => open.includes(act));
}

/** What the form says, as the act wants it. @throws UserError where an agency is not in the directory. */
export function officeActFields(
  act: OfficeAct,
  form: SentForm,
  directory: Directory,
  now: number,
): Omit<ActFields, 'by'> {
  const filled = (value: string) => (value === '' ? undefined : value);
  switch (act) {
    case 'change-deadline':
      return { due: filled(form.due), reason: filled(form.reason) };
    case 'suspend':
      return { reason: filled(form.reason), until: filled(form.due) };
    case 'reassign':
      return { reason: filled(form.reason), lead: leadsOf(form.text, directory, now) };
    case 'note':
      return { text: filled(form.text) };
    case 'cancel':
      return { reason: filled(form.reason) };
    case 'resume':
      return {};
  }
}

function leadsOf(text: string, directory: Directory, now: number): NamedAgency[] {
  const names = oneLine(text)
    .split(';')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return names.map((name) => {
    const match = matchAgency(directory, name, dayOf(now));
    if (!match) throw new UserError(say.unknownAgency(name));
    return { name: match.agency.name, agency: match.agency.id };
  });
}
