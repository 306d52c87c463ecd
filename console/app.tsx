import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { UserError } from '../dsl/user-error.ts';
import { signedLinkId } from '../office/links/index.ts';
import type { Problem, ProblemWords } from '../texts/pages/index.ts';
import { PAGE, PROXY_UNSET, TOO_LARGE } from '../texts/pages/index.ts';
import { SIGN_IN } from '../texts/people/index.ts';
import { PASSWORD_DOOR } from '../texts/staff/index.ts';
import { accountRoutes } from './account/routes.ts';
import { callerOf, type Env } from './http/caller.ts';
import { drain } from './http/drain.ts';
import { securityHeaders } from './http/headers.ts';
import { type ConsoleContext, UPLOAD_MEGABYTES } from './options.ts';
import { personRoutes } from './people/routes.ts';
import { htmlOf, problemIn, problemPage } from './respond.tsx';
import { linkRoutes } from './routes.ts';
import type { StaffContext } from './staff/context.ts';
import { staffRoutes } from './staff/routes.ts';
import { ProblemView } from './view/problem-view.tsx';
import { STYLE, STYLE_PATH } from './view/style.ts';
import { webhookRoutes } from './webhooks.ts';

/** Room for the texts of a form beside its files. */
const FORM_KILOBYTES = 256;
const FORM_BYTES = FORM_KILOBYTES * 1024;
/** Where files are sent. */
const UPLOADS = /\/(?:submit-result|explain|vp\/van-ban|vp\/danh-ba\/nap)$/;
const FILES_BYTES = UPLOAD_MEGABYTES * 1024 * 1024;

/** The pages behind signed links. GET shows and changes nothing, POST acts. */
export function consoleApp(context: StaffContext): Hono<Env> {
  const app = new Hono<Env>();
  app.use(securityHeaders(context.https));
  webhookRoutes(app, context);
  const noticed = proxyNotice(context);
  app.use(async (c, next) => {
    noticed(c.req.header('x-forwarded-for'));
    // A link we signed has a share of its own: strangers behind the same address use up none of it.
    const [, token = ''] = /\/l\/([A-Za-z0-9_.-]{1,200})/.exec(c.req.path) ?? [];
    if (token !== '' && signedLinkId(context.ring, token) !== undefined) return next();
    if (context.rates.perAddress.take(callerOf(c, context.trustProxy))) return next();
    return problemPage(c, context, 'tooMany');
  });
  const tooLarge = (words: ProblemWords) => async (c: Context<Env>) => {
    await drain(c.req.raw.body);
    const page = uploadPage(c.req.path, context.basePath);
    return problemIn(c, context, words, 413, page === undefined ? undefined : { href: page, words: PAGE.again });
  };
  const small = bodyLimit({ maxSize: FORM_BYTES, onError: tooLarge(TOO_LARGE.text(FORM_KILOBYTES)) });
  const large = bodyLimit({
    maxSize: FILES_BYTES + FORM_BYTES,
    onError: tooLarge(TOO_LARGE.files(UPLOAD_MEGABYTES)),
  });
  app.use((c, next) => (UPLOADS.test(c.req.path) ? large(c, next) : small(c, next)));

  const pages = new Hono<Env>();
  pages.get('/', (c) => {
    const words = { title: PAGE.welcomeTitle, text: PAGE.welcome };
    return htmlOf(
      c,
      context,
      { title: words.title },
      <>
        <ProblemView words={words} />
        <p>
          <a class="go" href={`${context.basePath}/toi/dang-nhap`}>
            {SIGN_IN.toSignIn}
          </a>
        </p>
        <p>
          <a href={`${context.basePath}/dang-nhap`}>{PASSWORD_DOOR.toSignIn}</a>
        </p>
      </>,
    );
  });
  pages.get('/robots.txt', (c) => c.text('User-agent: *\nDisallow: /\n'));
  pages.get('/healthz', (c) => c.text('ok\n'));
  pages.get(STYLE_PATH, (c) => {
    c.header('Cache-Control', 'public, max-age=31536000, immutable');
    return c.body(STYLE, 200, { 'Content-Type': 'text/css; charset=utf-8' });
  });
  linkRoutes(pages, context);
  accountRoutes(pages, context);
  staffRoutes(pages, context);
  personRoutes(pages, context);

  app.route('/', pages);
  // A proxy may take the prefix off or leave it on.
  if (context.basePath !== '') app.route(context.basePath, pages);
  app.notFound((c) => problemPage(c, context, 'notFound' satisfies Problem));
  app.onError((error, c) => {
    context.onTrouble(error);
    return problemPage(c, context, 'failed');
  });
  return app;
}

/** The page a file was sent from, where files are: the way back in a browser may ask to send the form once more. */
function uploadPage(path: string, basePath: string): string | undefined {
  if (!UPLOADS.test(path)) return undefined;
  const page = path.replace(/\/(?:submit-result|explain|nap)$/, '');
  return page.startsWith(`${basePath}/`) ? page : `${basePath}${page}`;
}

/** Behind a proxy nobody told us of, everybody who calls has one address, and one limit: said once. */
function proxyNotice({ trustProxy, onTrouble }: ConsoleContext): (forwarded: string | undefined) => void {
  let told = trustProxy;
  return (forwarded) => {
    if (told || forwarded === undefined) return;
    told = true;
    onTrouble(new UserError(PROXY_UNSET));
  };
}
