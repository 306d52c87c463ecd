import type { Context, Hono } from 'hono';
import type { Env } from '../http/caller.ts';
import { changeAccount, closeAccount, linkForAccount, reopenAccount, showAccount } from './account.tsx';
import { addOne, showAccounts } from './accounts.tsx';
import { resumeOne, showChannels, stopOne } from './channels.tsx';
import type { StaffContext } from './context.ts';
import { keepSession } from './cookie.ts';
import { actOnDirective, serveResult, showOfficeDirective } from './directive.tsx';
import { changeAgencyEntry, showAgencyEntry } from './directory/agency.tsx';
import { lookAtDirectory, takeDirectory } from './directory/import.tsx';
import { addAgency, showDirectory } from './directory/list.tsx';
import { addMissing, showMissing } from './directory/missing.tsx';
import { showTicket, useTicket } from './door.tsx';
import { bringIn, putAway, showDrafts, showReading } from './drafts.tsx';
import { downloadEvaluation, showEvaluation } from './evaluation.tsx';
import { saveFormula, showFormula } from './evaluation-formula.tsx';
import { guarded } from './guard.ts';
import { showHome } from './home.tsx';
import { issueNow, showIssue, showIssuing } from './issue.tsx';
import { showList } from './list.tsx';
import { showComparison } from './policies/compare.tsx';
import { changePolicy, showPolicyForm } from './policies/edit.tsx';
import { copyPolicy, showPolicies } from './policies/list.tsx';
import { LIVE_SCRIPT, LIVE_SCRIPT_PATH } from './policies/live.ts';
import { migrateNow, showMigration } from './policies/migrate.tsx';
import { showMigrating } from './policies/migrated.tsx';
import { servePolicyDocx, showPolicy } from './policies/one.tsx';
import { downloadReport, showReport } from './report.tsx';
import { showReportRows } from './report-rows.tsx';
import { releaseHeld, showRestored } from './restored.tsx';
import { changeDraft, servePicture, showDraft } from './review/page.tsx';
import { changeSample } from './sample.tsx';
import { endSession, showSessions } from './sessions.tsx';
import {
  saveDecideBy,
  saveMail,
  saveProvider,
  saveUrl,
  saveZalo,
  showSettings,
  tryMail,
  tryProvider,
  tryZalo,
} from './settings.tsx';
import { STAFF_STYLE, STAFF_STYLE_PATH } from './style.ts';
import { showYearForm, startYear } from './year/form.tsx';
import { showYearLife, showYearMessage } from './year/life.tsx';
import { showYear, stopYear } from './year/result.tsx';

/** The pages in which the office works, behind a session. GET shows and changes nothing, POST acts. */
export function staffRoutes(pages: Hono<Env>, context: StaffContext): void {
  const { register } = context;
  pages.get(STAFF_STYLE_PATH, (c) => {
    c.header('Cache-Control', 'public, max-age=31536000, immutable');
    return c.body(STAFF_STYLE, 200, { 'Content-Type': 'text/css; charset=utf-8' });
  });
  pages.get(LIVE_SCRIPT_PATH, (c) => {
    c.header('Cache-Control', 'public, max-age=31536000, immutable');
    return c.body(LIVE_SCRIPT, 200, { 'Content-Type': 'text/javascript; charset=utf-8' });
  });
  pages.get('/vp/vao/:ticket', (c) => showTicket(c, context));
  pages.post('/vp/vao/:ticket', (c) => useTicket(c, context));
  pages.get('/vp', guarded(context, 'read', showHome));
  pages.post(
    '/vp/thoat',
    guarded(context, 'read', async (c: Context<Env>, _, { session, top }) => {
      await register.staff.end(session.id, context.now());
      keepSession(c, context, null);
      return c.redirect(session.means === 'oidc' ? `${context.basePath}/dang-nhap/da-thoat` : top, 303);
    }),
  );
  pages.get('/vp/van-ban', guarded(context, 'read', showDrafts));
  pages.post('/vp/van-ban', guarded(context, 'work', bringIn));
  pages.get('/vp/van-ban/dang-doc/:job', guarded(context, 'read', showReading));
  pages.get('/vp/van-ban/:draft/anh/:page', guarded(context, 'read', servePicture));
  pages.get('/vp/van-ban/:draft', guarded(context, 'read', showDraft));
  pages.post('/vp/van-ban/:draft/sua', guarded(context, 'work', changeDraft));
  pages.post('/vp/van-ban/:draft/bo', guarded(context, 'work', putAway));
  pages.get('/vp/van-ban/:draft/giao', guarded(context, 'read', showIssue));
  pages.post('/vp/van-ban/:draft/giao', guarded(context, 'work', issueNow));
  pages.get('/vp/van-ban/:draft/dang-giao', guarded(context, 'read', showIssuing));
  pages.get('/vp/nhiem-vu', guarded(context, 'read', showList));
  pages.get('/vp/nhiem-vu/:item', guarded(context, 'read', showOfficeDirective));
  pages.get('/vp/nhiem-vu/:item/tep/:hash', guarded(context, 'read', serveResult));
  pages.post('/vp/nhiem-vu/:item/:act', guarded(context, 'work', actOnDirective));
  pages.get('/vp/bao-cao', guarded(context, 'read', showReport));
  pages.get('/vp/bao-cao/nhiem-vu', guarded(context, 'read', showReportRows));
  pages.get('/vp/bao-cao/danh-gia', guarded(context, 'read', showEvaluation));
  pages.get('/vp/bao-cao/danh-gia/cach-tinh', guarded(context, 'set-up', showFormula));
  pages.post('/vp/bao-cao/danh-gia/cach-tinh', guarded(context, 'set-up', saveFormula));
  pages.get('/vp/bao-cao/danh-gia/:file', guarded(context, 'read', downloadEvaluation));
  pages.get('/vp/bao-cao/:file', guarded(context, 'read', downloadReport));
  pages.get('/vp/danh-ba', guarded(context, 'read', showDirectory));
  pages.post('/vp/danh-ba/nap', guarded(context, 'manage', lookAtDirectory));
  pages.post('/vp/danh-ba/nap/ghi', guarded(context, 'manage', takeDirectory));
  pages.get('/vp/danh-ba/don-vi/:agency', guarded(context, 'manage', showAgencyEntry));
  pages.post('/vp/danh-ba/don-vi/:agency', guarded(context, 'manage', changeAgencyEntry));
  pages.get('/vp/van-ban/:draft/danh-ba', guarded(context, 'manage', showMissing));
  pages.post('/vp/van-ban/:draft/danh-ba', guarded(context, 'manage', addMissing));
  pages.post('/vp/danh-ba/them', guarded(context, 'manage', addAgency));
  pages.get('/vp/quy-tac', guarded(context, 'read', showPolicies));
  pages.post('/vp/quy-tac', guarded(context, 'set-up', copyPolicy));
  pages.get('/vp/quy-tac/:policy/sua', guarded(context, 'set-up', showPolicyForm));
  pages.post('/vp/quy-tac/:policy/sua', guarded(context, 'set-up', changePolicy));
  pages.get('/vp/so-sanh', guarded(context, 'read', showComparison));
  pages.get('/vp/quy-tac/:policy/chuyen', guarded(context, 'set-up', showMigration));
  pages.post('/vp/quy-tac/:policy/chuyen', guarded(context, 'set-up', migrateNow));
  pages.get('/vp/quy-tac/:policy/dang-chuyen', guarded(context, 'set-up', showMigrating));
  pages.get('/vp/quy-tac/:policy', guarded(context, 'read', showPolicy));
  pages.get('/vp/quy-tac/:policy/quy-tac.docx', guarded(context, 'read', servePolicyDocx));
  pages.get('/vp/dien-thu', guarded(context, 'read', showYearForm));
  pages.post('/vp/dien-thu', guarded(context, 'read', startYear));
  pages.get('/vp/dien-thu/ket-qua', guarded(context, 'read', showYear));
  pages.post('/vp/dien-thu/dung', guarded(context, 'read', stopYear));
  pages.get('/vp/dien-thu/nhiem-vu/:so', guarded(context, 'read', showYearLife));
  pages.get('/vp/dien-thu/nhiem-vu/:so/tin/:tin', guarded(context, 'read', showYearMessage));
  pages.get('/vp/cai-dat', guarded(context, 'set-up', showSettings));
  pages.post('/vp/cai-dat/thu', guarded(context, 'set-up', saveMail));
  pages.post('/vp/cai-dat/thu/gui-thu', guarded(context, 'set-up', tryMail));
  pages.post('/vp/cai-dat/trang', guarded(context, 'set-up', saveUrl));
  pages.post('/vp/cai-dat/zalo', guarded(context, 'set-up', saveZalo));
  pages.post('/vp/cai-dat/dang-nhap', guarded(context, 'set-up', saveProvider));
  pages.post('/vp/cai-dat/dang-nhap/hoi', guarded(context, 'set-up', tryProvider));
  pages.post('/vp/cai-dat/quyet-dinh', guarded(context, 'set-up', saveDecideBy));
  pages.post('/vp/cai-dat/zalo/hoi', guarded(context, 'set-up', tryZalo));
  pages.get('/vp/kenh', guarded(context, 'set-up', showChannels));
  pages.post('/vp/kenh/:channel/dung', guarded(context, 'set-up', stopOne));
  pages.post('/vp/kenh/:channel/gui-tiep', guarded(context, 'set-up', resumeOne));
  pages.get('/vp/khoi-phuc', guarded(context, 'read', showRestored));
  pages.post('/vp/khoi-phuc', guarded(context, 'set-up', releaseHeld));
  pages.get('/vp/phien', guarded(context, 'set-up', showSessions));
  pages.post('/vp/phien/:session', guarded(context, 'set-up', endSession));
  pages.get('/vp/tai-khoan', guarded(context, 'set-up', showAccounts));
  pages.post('/vp/tai-khoan', guarded(context, 'set-up', addOne));
  pages.get('/vp/tai-khoan/:account', guarded(context, 'set-up', showAccount));
  pages.post('/vp/tai-khoan/:account', guarded(context, 'set-up', changeAccount));
  pages.post('/vp/tai-khoan/:account/lien-ket', guarded(context, 'set-up', linkForAccount));
  pages.post('/vp/tai-khoan/:account/khoa', guarded(context, 'set-up', closeAccount));
  pages.post('/vp/tai-khoan/:account/mo', guarded(context, 'set-up', reopenAccount));
  pages.post('/vp/du-lieu-mau', guarded(context, 'set-up', changeSample));
}
