import type { Context } from 'hono';
import { UserError } from '../../dsl/user-error.ts';
import { formulaText, writeFormula } from '../../office/evaluation/index.ts';
import { manyLines } from '../../texts/messages/index.ts';
import { EVALUATION_PAGE as say } from '../../texts/staff/index.ts';
import type { Env } from '../http/caller.ts';
import { problemPage } from '../respond.tsx';
import type { StaffContext, StaffVisit } from './context.ts';
import { EVALUATION_PATH } from './evaluation.tsx';
import { sentFields } from './fields.ts';
import { type Said, staffPage } from './frame.tsx';

/** The office's own numbers, as the file that holds them. */
export async function showFormula(c: Context<Env>, context: StaffContext, visit: StaffVisit): Promise<Response> {
  const said = c.req.query('da') === undefined ? undefined : ({ kind: 'done', text: say.saved } as const);
  return formulaPage(c, context, visit, await formulaText(context.evaluationFile), said);
}

/** Writes them where they can be read; else says what cannot be right, and keeps what was typed. */
export async function saveFormula(c: Context<Env>, context: StaffContext, visit: StaffVisit): Promise<Response> {
  const sent = await sentFields(c);
  if (!sent) return problemPage(c, context, 'badForm');
  const text = manyLines(sent.text('cach-tinh'));
  try {
    await writeFormula(context.evaluationFile, text);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return formulaPage(c, context, visit, text, { kind: 'refused', text: error.message });
  }
  return c.redirect(`${visit.top}${EVALUATION_PATH}/cach-tinh?da=ghi`, 303);
}

function formulaPage(c: Context<Env>, context: StaffContext, visit: StaffVisit, text: string, said?: Said) {
  const status = said?.kind === 'refused' ? { status: 422 as const } : {};
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
      <form method="post" action={`${visit.top}${EVALUATION_PATH}/cach-tinh`}>
        <div class="field">
          <label for="cach-tinh">{say.formulaText}</label>
          <textarea id="cach-tinh" name="cach-tinh" rows={28} class="code" spellcheck={false}>
            {text}
          </textarea>
        </div>
        <button type="submit">{say.save}</button>
      </form>
    </section>,
  );
}
