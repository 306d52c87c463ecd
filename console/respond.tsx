import type { Context } from 'hono';
import type { Child } from 'hono/jsx';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { PROBLEMS, type Problem, type ProblemWords } from '../texts/pages/index.ts';
import { SIGN_IN } from '../texts/people/index.ts';
import type { Env } from './http/caller.ts';
import type { Frame } from './model/page.ts';
import type { ConsoleContext } from './options.ts';
import { FrameView } from './view/frame.tsx';
import { ProblemView } from './view/problem-view.tsx';
import { STYLE_PATH } from './view/style.ts';

const STATUS: Readonly<Record<Problem, ContentfulStatusCode>> = {
  unknown: 404,
  expired: 410,
  revoked: 410,
  left: 410,
  moved: 410,
  replaced: 410,
  notGranted: 403,
  crossSite: 403,
  notFound: 404,
  badForm: 400,
  tooMany: 429,
  failed: 500,
};

/** Whose link opens nothing any more may have another sent to them. */
const LINK_GONE: ReadonlySet<Problem> = new Set(['unknown', 'expired', 'revoked', 'left', 'moved', 'replaced']);

/** Answers with a page: the content in the frame that all pages share. */
export function htmlOf(
  c: Context<Env>,
  { basePath }: ConsoleContext,
  frame: Frame,
  content: Child,
  status: ContentfulStatusCode = 200,
): Response | Promise<Response> {
  const page = (
    <FrameView {...frame} stylesheet={`${basePath}${STYLE_PATH}`}>
      {content}
    </FrameView>
  );
  return c.html(`<!DOCTYPE html>${page.toString()}`, status);
}

/** A clear page and nothing else: no word of any directive stands on it. */
export function problemPage(c: Context<Env>, context: ConsoleContext, problem: Problem): Response | Promise<Response> {
  if (problem === 'tooMany') c.header('Retry-After', '60');
  const words = PROBLEMS[problem];
  if (!LINK_GONE.has(problem)) return problemIn(c, context, words, STATUS[problem]);
  const signIn = { href: `${context.basePath}/toi/dang-nhap`, words: SIGN_IN.toSignIn };
  return problemIn(c, context, words, STATUS[problem], signIn);
}

/** The same where its words hang on what was asked. `next`: where to go on. */
export function problemIn(
  c: Context<Env>,
  context: ConsoleContext,
  words: ProblemWords,
  status: ContentfulStatusCode,
  next?: { readonly href: string; readonly words: string },
): Response | Promise<Response> {
  return htmlOf(
    c,
    context,
    { title: words.title },
    <>
      <ProblemView words={words} />
      {next === undefined ? null : (
        <p>
          <a class="go" href={next.href}>
            {next.words}
          </a>
        </p>
      )}
    </>,
    status,
  );
}
