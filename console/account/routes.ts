import type { Hono } from 'hono';
import type { Env } from '../http/caller.ts';
import type { StaffContext } from '../staff/context.ts';
import { showChoice, takeChoice } from './choose.tsx';
import { kindByGoing, showConfirm, takeConfirm } from './confirm.tsx';
import { changeOwnPassword, endOwnSession, showOwnAccount } from './own.tsx';
import { ownPageOf } from './own-session.ts';
import { PASSKEY_SCRIPT, PASSKEY_SCRIPT_PATH } from './passkey-script.ts';
import { addOwnPasskey, confirmByPasskey, enterByPasskey, removeOwnPasskey } from './passkeys.tsx';
import { comeBack, goToProvider, showLeft } from './provider.tsx';
import { enterByPassword, showPasswordDoor } from './sign-in.tsx';

/** How somebody comes in by an account. */
export function accountRoutes(pages: Hono<Env>, context: StaffContext): void {
  pages.get('/dang-nhap', (c) => showPasswordDoor(c, context));
  pages.post('/dang-nhap', (c) => enterByPassword(c, context));
  pages.get(PASSKEY_SCRIPT_PATH, (c) => {
    c.header('Cache-Control', 'public, max-age=31536000, immutable');
    return c.body(PASSKEY_SCRIPT, 200, { 'Content-Type': 'text/javascript; charset=utf-8' });
  });
  pages.post('/dang-nhap/khoa', (c) => enterByPasskey(c, context));
  pages.get('/tai-khoan', ownPageOf(context, showOwnAccount));
  pages.post('/tai-khoan/mat-khau', ownPageOf(context, changeOwnPassword));
  pages.post('/tai-khoan/khoa', ownPageOf(context, addOwnPasskey));
  pages.post('/tai-khoan/khoa/:key/bo', ownPageOf(context, removeOwnPasskey));
  pages.post('/tai-khoan/phien/:session', ownPageOf(context, endOwnSession));
  pages.get('/xac-nhan', ownPageOf(context, showConfirm, kindByGoing));
  pages.post('/xac-nhan', ownPageOf(context, takeConfirm, kindByGoing));
  pages.post('/xac-nhan/khoa', ownPageOf(context, confirmByPasskey, kindByGoing));
  pages.get('/dang-nhap/co-quan', (c) => goToProvider(c, context));
  pages.get('/dang-nhap/tra-ve', (c) => comeBack(c, context));
  pages.get('/dang-nhap/da-thoat', (c) => showLeft(c, context));
  pages.get('/mat-khau/:ticket', (c) => showChoice(c, context));
  pages.post('/mat-khau/:ticket', (c) => takeChoice(c, context));
}
