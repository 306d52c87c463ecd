import type { Context } from 'hono';
import { UserError } from '../../dsl/user-error.ts';
import {
  EXCUSING_ACTS,
  type FormulaFields,
  formulaFields,
  formulaText,
  loadFormula,
  textOfFields,
  writeFormula,
} from '../../office/evaluation/index.ts';
import { manyLines } from '../../texts/messages/index.ts';
import { EVALUATION_PAGE as say } from '../../texts/staff/index.ts';
import type { Env } from '../http/caller.ts';
import { problemPage } from '../respond.tsx';
import type { StaffContext, StaffVisit } from './context.ts';
import { EVALUATION_PATH } from './evaluation.tsx';
import { FormulaForm, FormulaTextForm } from './evaluation-forms.tsx';
import { type SentFields, sentFields } from './fields.ts';
import { type Said, staffPage } from './frame.tsx';

/** What the page holds: the fields of the form, or the text of the file. */
type Held = { readonly fields: FormulaFields } | { readonly text: string };

/** The office's own numbers, as a form, or as the file that holds them. */
export async function showFormula(c: Context<Env>, context: StaffContext, visit: StaffVisit): Promise<Response> {
  const { evaluationFile: file } = context;
  const said = c.req.query('da') === undefined ? undefined : ({ kind: 'done', text: say.saved } as const);
  if (c.req.query('dang') === 'van-ban') {
    return formulaPage(c, context, visit, { text: await formulaText(file) }, said);
  }
  try {
    return await formulaPage(c, context, visit, { fields: formulaFields(await loadFormula(file)) }, said);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    // Written by hand, and wrongly: no form can hold it.
    const fault = { kind: 'refused', text: error.message } as const;
    return formulaPage(c, context, visit, { text: await formulaText(file) }, fault);
  }
}

/** Writes them where they can be read; else says what cannot be right, and keeps what was typed. */
export async function saveFormula(c: Context<Env>, context: StaffContext, visit: StaffVisit): Promise<Response> {
  const sent = await sentFields(c);
  if (!sent) return problemPage(c, context, 'badForm');
  const held: Held = sent.has('cach-tinh') ? { text: manyLines(sent.text('cach-tinh')) } : { fields: fieldsIn(sent) };
  try {
    await writeFormula(context.evaluationFile, 'text' in held ? held.text : textOfFields(held.fields));
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return formulaPage(c, context, visit, held, { kind: 'refused', text: error.message });
  }
  const form = 'text' in held ? '&dang=van-ban' : '';
  return c.redirect(`${visit.top}${EVALUATION_PATH}/cach-tinh?da=ghi${form}`, 303);
}

function fieldsIn(sent: SentFields): FormulaFields {
  return {
    source: sent.line('source'),
    isExample: sent.has('isExample'),
    taskPoints: sent.line('taskPoints'),
    quantity: sent.line('quantity'),
    quality: sent.line('quality'),
    progress: sent.line('progress'),
    late: sent.line('late'),
    returned: sent.line('returned'),
    excusing: EXCUSING_ACTS.filter((one) => sent.has(`excusing-${one}`)),
    products: manyLines(sent.text('products')),
    common: manyLines(sent.text('common')),
    bands: manyLines(sent.text('bands')),
  };
}

function formulaPage(c: Context<Env>, context: StaffContext, visit: StaffVisit, held: Held, said?: Said) {
  const status = said?.kind === 'refused' ? { status: 422 as const } : {};
  const here = `${visit.top}${EVALUATION_PATH}/cach-tinh`;
  return staffPage(
    c,
    context,
    visit,
    { title: say.formula, at: 'report', ...(said === undefined ? {} : { said, ...status }) },
    <section class="card">
      <p class="back">
        <a href={`${visit.top}${EVALUATION_PATH}`}>{say.backToAnnex}</a>
      </p>
      <h1>{say.formula}</h1>
      <p>{say.formulaAbout}</p>
      <p>
        <a href={'text' in held ? here : `${here}?dang=van-ban`}>{'text' in held ? say.asForm : say.asText}</a>
      </p>
      {'text' in held ? (
        <FormulaTextForm action={here} text={held.text} />
      ) : (
        <FormulaForm action={here} fields={held.fields} />
      )}
    </section>,
  );
}
