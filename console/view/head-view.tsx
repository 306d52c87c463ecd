import type { Child } from 'hono/jsx';

/** What browsers are told of every page; nothing comes from elsewhere, and nobody lists or follows it. */
export function HeadView({
  title,
  stylesheets,
  children,
}: {
  readonly title: string;
  readonly stylesheets: readonly string[];
  /** What this kind of page says besides. */
  readonly children?: Child;
}) {
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="robots" content="noindex, nofollow" />
      {children}
      <meta name="color-scheme" content="light" />
      <meta name="format-detection" content="telephone=no, date=no, address=no" />
      <title>{title}</title>
      {stylesheets.map((href) => (
        <link rel="stylesheet" href={href} />
      ))}
    </head>
  );
}
