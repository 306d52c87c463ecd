import type { Policy } from '../dsl/policy/index.ts';
import { type PolicyPage, policyPage } from '../texts/policy-page.ts';

const STYLE = `body{font:16px/1.5 "Times New Roman",serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#111}
h1{font-size:1.4rem;text-align:center}h2{font-size:1.1rem}p.as-of{text-align:center}
table{border-collapse:collapse;width:100%}th,td{border:1px solid #555;padding:.35rem .5rem;text-align:left;vertical-align:top}
th{background:#f2f2f2}td:empty{height:5rem}@media print{body{margin:0;max-width:none}}`;

/** A policy's page as a file of its own: nothing is fetched by it. */
export function policyHtml(policy: Policy, version: string): string {
  return `<!doctype html>\n${(<Page page={policyPage(policy, version)} />).toString()}\n`;
}

function Page({ page }: { readonly page: PolicyPage }) {
  return (
    <html lang="vi">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{page.title}</title>
        <style dangerouslySetInnerHTML={{ __html: STYLE }} />
      </head>
      <body>
        <h1>{page.title}</h1>
        <p class="as-of">{page.asOf}</p>
        {page.notes.map((note) => (
          <p>{note}</p>
        ))}
        {page.tables.map(({ title, head, rows }) => (
          <section>
            <h2>{title}</h2>
            <table>
              <thead>
                <tr>
                  {head.map((cell) => (
                    <th scope="col">{cell}</th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr>
                    {row.map((cell) => (
                      <td>{cell}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        ))}
      </body>
    </html>
  );
}
