import { present } from '../../dsl/present.ts';
import type { Act } from '../../dsl/rules/index.ts';
import { typedDay } from '../../dsl/time/typed-day.ts';
import { actingOn, FILE_ENDINGS, isTakenKind, type LinkAct, type Visit } from '../../office/links/index.ts';
import { FORM_FAULTS, FORMS } from '../../texts/pages/index.ts';
import { refusalText } from '../../texts/refusals.ts';
import type { SentForm } from '../http/form.ts';
import { MOST_FILES, TEXT_LETTERS } from '../options.ts';

/** Why a form cannot be an act: in words for the one who sent it. Undefined where nothing is wrong. */
export function faultOf(type: LinkAct, form: SentForm): string | undefined {
  for (const field of FORMS[type]?.fields ?? []) {
    if (field.name === 'files') continue;
    const value = form[field.name];
    if (field.name === 'percent') {
      if (value !== '' && !/^(100|\d{1,2})$/.test(value)) return FORM_FAULTS.percent;
    } else if (field.name === 'due') {
      if (typedDay(value) === undefined)
        return value === '' ? FORM_FAULTS.noDay : refusalText({ code: 'not-a-day', due: value });
    } else if ([...value].length > TEXT_LETTERS) return FORM_FAULTS.textTooLong(TEXT_LETTERS);
    else if (field.required && value === '') {
      return refusalText({ code: 'empty', field: field.name === 'reason' ? 'reason' : 'text' });
    }
  }
  return fileFaultOf(form);
}

function fileFaultOf({ files }: SentForm): string | undefined {
  if (files.length > MOST_FILES) return FORM_FAULTS.tooManyFiles(MOST_FILES);
  const empty = files.find((file) => file.bytes.length === 0);
  if (empty) return FORM_FAULTS.fileEmpty(empty.name);
  const odd = files.find((file) => !isTakenKind(file.name, file.bytes));
  return odd && FORM_FAULTS.fileKind(odd.name, FILE_ENDINGS);
}

/** The act a form asks for. `hashes` are those of its files, as kept. */
export function actOfForm(type: LinkAct, visit: Visit, form: SentForm, hashes: readonly string[]): Act {
  const by = actingOn(visit);
  const note = form.note === '' ? {} : { note: form.note };
  switch (type) {
    case 'acknowledge':
      return { type, by };
    case 'report-progress':
      return {
        type,
        by,
        text: form.text,
        ...present({
          percent: form.percent !== '' ? Number(form.percent) : undefined,
          blockedBy: form.blockedBy || undefined,
        }),
      };
    case 'submit-result':
    case 'explain': {
      const evidence = hashes.map((hash) => `sha256:${hash}`);
      return { type, by, text: form.text, ...present({ evidence: evidence.length !== 0 ? evidence : undefined }) };
    }
    case 'withdraw-result':
    case 'endorse':
    case 'approve':
    case 'grant-extension':
    case 'accept-offer':
    case 'accept-explanation':
    case 'withdraw-explanation-request':
      return { type, by, ...note };
    case 'return':
    case 'reject-extension':
    case 'decline-offer':
    case 'reject-explanation':
      return { type, by, reason: form.reason };
    case 'ask-explanation':
      return { type, by, due: typedDay(form.due) ?? form.due, text: form.text };
    case 'ask-extension':
    case 'offer-extension':
      return { type, by, due: typedDay(form.due) ?? form.due, reason: form.reason };
  }
}
