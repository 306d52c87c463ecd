import { createHash } from 'node:crypto';

/*
 * Phone first: one column, targets of 48 px, nothing that needs a pointer. Every pair of ink and ground has a contrast
 * of 4.5:1 or more; state is told by words, colour only repeats it.
 */
export const STYLE = `
:root{--ink:#1b1b1b;--dim:#555;--paper:#fff;--ground:#f4f2ee;--rule:#d5d2cb;--accent:#9b2c1f;--link:#7a1f14;
--done:#1b6e3c;--near:#9a4a00;--overdue:#b3261e;--running:#1f4e8c;--none:#5c5c5c;color-scheme:light}
*,*::before,*::after{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--ground);color:var(--ink);font:1.0625rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",Arial,sans-serif;overflow-wrap:anywhere}
p,h1,h2,h3,ul,ol,dl,dd,blockquote{margin:0}
.skip{position:absolute;left:-999rem;background:var(--paper);color:var(--ink);padding:.75rem 1rem;z-index:1}
.skip:focus{left:.5rem;top:.5rem}
.top{background:var(--accent);color:#fff;padding:.875rem max(1rem,calc((100% - 44rem)/2))}
.office{font-weight:700}
.product{font-size:.9375rem}
main{max-width:46rem;margin:0 auto;padding:1rem;display:grid;gap:1rem;grid-template-columns:minmax(0,1fr)}
main:focus{outline:none}
.foot{max-width:46rem;margin:0 auto;padding:0 1rem 2rem;color:var(--dim);font-size:.9375rem}
.card{background:var(--paper);border:1px solid var(--rule);border-radius:.5rem;padding:1.125rem 1rem;display:grid;gap:.875rem;grid-template-columns:minmax(0,1fr)}
.card[class*="state-"]{border-top:.3rem solid var(--none)}
.card.state-done{border-top-color:var(--done)}.card.state-near{border-top-color:var(--near)}
.card.state-overdue{border-top-color:var(--overdue)}.card.state-running{border-top-color:var(--running)}
h1{font-size:1.375rem;line-height:1.3}
h2{font-size:1.125rem;line-height:1.35}
h3{font-size:1.0625rem;line-height:1.4}
.badge{justify-self:start;color:#fff;background:var(--none);border-radius:.25rem;padding:.25rem .625rem;font-weight:700;font-size:.9375rem}
.badge.done{background:var(--done)}.badge.near{background:var(--near)}.badge.overdue{background:var(--overdue)}.badge.running{background:var(--running)}
.ask{background:#fbf3e2;color:#3b2a08;border-radius:.375rem;padding:.75rem .875rem}
.ask .label{font-weight:700}
.words{border-left:.25rem solid var(--accent);padding-left:.875rem;white-space:pre-line}
.rows{display:grid;gap:.625rem}
.rows dt{color:var(--dim);font-size:.9375rem}
.act{display:grid;gap:.75rem;grid-template-columns:minmax(0,1fr)}
details.act{display:block;border:1px solid var(--rule);border-radius:.375rem}
details.act>form{padding:0 .875rem 1rem}
summary{padding:.75rem .875rem;min-height:3rem;font-weight:700;color:var(--link);cursor:pointer}
.more summary{padding:.75rem 0}
.events summary{padding:.625rem 0;font-weight:400;font-size:.9375rem}
[hidden]{display:none!important}
form{display:grid;gap:.875rem;grid-template-columns:minmax(0,1fr)}
.field{display:grid;gap:.25rem;grid-template-columns:minmax(0,1fr)}
label{font-weight:700}
.hint,.when,.fate,.about{color:var(--dim);font-size:.9375rem}
textarea,input:not([type=hidden]){width:100%;min-height:3rem;font:inherit;color:var(--ink);background:#fff;border:1px solid #767676;border-radius:.375rem;padding:.625rem .75rem}
textarea{resize:vertical}
button{min-height:3rem;padding:.75rem 1.25rem;font:inherit;font-weight:700;border-radius:.375rem;border:2px solid var(--accent);background:var(--accent);color:#fff;cursor:pointer}
button.quiet{background:#fff;color:var(--accent)}
.go{display:inline-block;min-height:3rem;padding:.625rem 1rem;border:2px solid var(--accent);border-radius:.375rem;color:var(--accent);font-weight:700;text-decoration:none}
a{color:var(--link)}
.back a,.files a{display:inline-block;padding:.625rem 0}
:focus-visible{outline:3px solid #0b57d0;outline-offset:2px}
.top :focus-visible{outline-color:#fff}
.said{border-radius:.5rem;padding:.875rem 1rem;border:2px solid var(--done);background:#eaf6ee;color:#0e3d20}
.said.repeated{border-color:var(--running);background:#eaf1fa;color:#12305a}
.said.refused{border-color:var(--overdue);background:#fdeceb;color:#6b1410}
.said-title{font-weight:700}
.fault{color:#8f1d16;font-weight:700}
.result{border:1px solid var(--rule);border-radius:.375rem;padding:.875rem;display:grid;gap:.375rem}
.said-words{white-space:pre-line}
.events,.tasks{list-style:none;padding:0;display:grid;gap:.875rem;grid-template-columns:minmax(0,1fr)}
.events>li{border-left:.1875rem solid var(--rule);padding-left:.75rem}
.what{font-weight:600}
.files{padding-left:1.25rem}
.tasks>li{border-top:1px solid var(--rule);padding-top:.875rem;display:grid;gap:.375rem;grid-template-columns:minmax(0,1fr)}
.count,.basis{font-weight:400}
.mark{font-weight:700;color:var(--link);font-size:.9375rem}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media (min-width:40rem){
.card{padding:1.5rem 1.75rem}
.rows>div{display:grid;grid-template-columns:9.5rem minmax(0,1fr);gap:.75rem;align-items:baseline}
.act button,.act .main{justify-self:start}
.tasks>li{grid-template-columns:minmax(0,1fr) auto;column-gap:1.5rem}
.tasks>li>*{grid-column:1}
.tasks>li>:last-child{grid-column:2;grid-row:1/span 4;align-self:center}
}
@media print{.top{background:#fff;color:#000}.act,.skip{display:none}.card{border:0}}
`.trim();

/** The style's name changes with what it holds, so it may be kept for ever. */
export const STYLE_PATH = `/assets/${createHash('sha256').update(STYLE).digest('hex').slice(0, 16)}.css`;
