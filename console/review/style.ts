/*
 * Phone first: a card one has asked for comes up from the bottom edge over the text; on a wide screen it stands beside
 * it. Every kind has its own line as well as its own ground, so that it is told apart without colour and on paper.
 * Inks on grounds have a contrast of 4.5:1 or more in both schemes.
 */
export const REVIEW_STYLE = `
:root{color-scheme:light dark;--ink:#1b1b1b;--dim:#555;--paper:#fff;--ground:#f4f2ee;--rule:#d5d2cb;--link:#7a1f14;--must:#8f1d16;--must-bg:#fdeceb;--good:#1b6e3c;--fix:#1f4e8c;
--directive-bg:#f3efe6;--directive:#b9ae97;--lead-bg:#d9e6fb;--lead:#1f4e8c;--cooperating-bg:#dcf0e1;--cooperating:#1b6e3c;--supervisor-bg:#eadff5;--supervisor:#6a2c91;--deadline-bg:#ffe7b3;--deadline:#9a5b00;--header-bg:#e6e6e6;--header:#6b6b6b}
@media (prefers-color-scheme:dark){:root{--ink:#ececec;--dim:#b4b4b4;--paper:#1d1d1d;--ground:#121212;--rule:#444;--link:#ffab9e;--must:#ffb4ab;--must-bg:#3b1513;--good:#8fd6a6;--fix:#a9c7fa;
--directive-bg:#2a2620;--directive:#7d735f;--lead-bg:#1b3357;--lead:#8ab4f8;--cooperating-bg:#173d25;--cooperating:#81c995;--supervisor-bg:#3a2450;--supervisor:#d0a5f0;--deadline-bg:#4d3700;--deadline:#fdd663;--header-bg:#333;--header:#a0a0a0}}
*,*::before,*::after{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0;background:var(--ground);color:var(--ink);font:1.0625rem/1.6 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",Arial,sans-serif;overflow-wrap:anywhere}
p,h1,h2,h3,ul,ol,dl,dd,pre{margin:0}
a{color:var(--link)}
:focus-visible{outline:3px solid var(--fix);outline-offset:2px}
.skip{position:absolute;left:-999rem}
.skip:focus{left:.5rem;top:.5rem;background:var(--paper);padding:.75rem 1rem;z-index:3}
.page{max-width:84rem;margin:0 auto;padding:1rem;display:grid;gap:1rem;grid-template-columns:minmax(0,1fr)}
.box,.card{background:var(--paper);border:1px solid var(--rule);border-radius:.5rem;padding:1rem;display:grid;gap:.625rem;grid-template-columns:minmax(0,1fr);align-content:start}
h1{font-size:1.375rem;line-height:1.3}
h2{font-size:1.125rem;line-height:1.35}
h3{font-size:1.0625rem;line-height:1.5}
.dim,small{color:var(--dim);font-size:.9375rem}
.list{padding:0;list-style:none;display:grid;gap:.75rem;grid-template-columns:minmax(0,1fr)}
.list>li{border-top:1px solid var(--rule);padding-top:.75rem;display:grid;gap:.25rem;align-content:start}
.id{font-weight:700;display:inline-block;padding:.25rem 0}
.badge{display:inline-block;font-size:.875rem;font-weight:400;line-height:1.5;padding:0 .5rem;border-radius:.25rem;border:1px solid currentColor;white-space:nowrap}
.badge.sure{border-color:var(--rule);color:var(--dim)}
.badge.must{color:var(--must);background:var(--must-bg);font-weight:700}
.badge.done{color:var(--good);font-weight:700}
.badge.fix{color:var(--fix);font-weight:700}
.warn{padding-left:1.25rem;color:var(--must)}
.legend{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.5rem}
.words{white-space:pre-wrap;tab-size:4;unicode-bidi:isolate;overflow-x:auto}
.soft{white-space:normal}
.m{color:inherit;text-decoration:none;border-radius:.125rem;padding:.0625rem 0;-webkit-box-decoration-break:clone;box-decoration-break:clone}
.m.directive{background:var(--directive-bg);border-bottom:1px dotted var(--directive)}
.m.lead{background:var(--lead-bg);border-bottom:2px solid var(--lead)}
.m.cooperating{background:var(--cooperating-bg);border-bottom:2px dashed var(--cooperating)}
.m.supervisor{background:var(--supervisor-bg);border-bottom:4px double var(--supervisor)}
.m.deadline{background:var(--deadline-bg);border-bottom:3px solid var(--deadline);font-weight:700}
.m.header{background:var(--header-bg);border-bottom:2px dotted var(--header)}
.m.unread{background:var(--paper);border-bottom:2px dashed var(--must);outline:1px dashed var(--must)}
.m.unsure{background:var(--must-bg);border-bottom:3px dotted var(--must)}
.scan{display:grid;gap:1rem;align-content:start;grid-template-columns:minmax(0,1fr)}
.scan figure{margin:0}
.scan img{width:100%;height:auto;border:1px solid var(--rule)}
.beside{display:grid;gap:1rem;grid-template-columns:minmax(0,1fr)}
.card.unread{border-left:.3125rem dashed var(--must)}
.card.edited{border-color:var(--fix)}
[hidden]{display:none!important}
button{font:inherit;font-size:.9375rem;padding:.375rem .75rem;margin:0 .25rem .375rem 0;border:1px solid var(--fix);border-radius:.25rem;background:var(--paper);color:var(--fix);cursor:pointer}
.said{color:var(--must)}
.desk{position:sticky;bottom:0;z-index:1;background:var(--paper);border-top:2px solid var(--fix);padding:.75rem 1rem;display:grid;gap:.375rem}
.desk pre{max-height:12rem;overflow:auto}
.words .m.directive.doubt{background:var(--must-bg);border-bottom-color:var(--must)}
.words .m:hover{outline:2px solid var(--fix)}
.close{display:none}
.cards{display:grid;gap:.75rem;grid-template-columns:minmax(0,1fr);align-content:start}
.card.doubt{border-left:.3125rem solid var(--must)}
.card:target{border-color:var(--fix);box-shadow:0 0 0 2px var(--fix)}
.card dl{display:grid;gap:.5rem}
dt{color:var(--dim);font-size:.9375rem}
dt::first-letter{text-transform:uppercase}
.or{color:var(--must)}
.diff{padding-left:1.25rem}
del{color:var(--must)}
ins{color:var(--good);font-weight:700;text-decoration:none}
summary{cursor:pointer;padding:.625rem 0;color:var(--link);font-weight:700}
.others[open]>summary{margin-bottom:.5rem}
pre{white-space:pre-wrap;font:.9375rem/1.5 ui-monospace,Menlo,Consolas,"Noto Sans Mono",monospace;background:var(--ground);padding:.75rem;border-radius:.25rem}
.go a{display:inline-block;padding:.5rem 0}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media screen and (max-width:63.99rem){
.gap{display:block;height:0;overflow:hidden}
.indent{white-space:normal}
.card:target .close{display:block;position:absolute;right:1rem;top:.5rem}
.close a{display:inline-block;padding:.5rem;font-weight:700}
.card:target h3{padding-right:4rem}
.card:target{position:fixed;inset:auto 0 0 0;max-height:65vh;overflow:auto;z-index:2;border-radius:.75rem .75rem 0 0;box-shadow:0 0 2rem rgb(0 0 0/.4)}
}
@media screen and (min-width:40rem){
.beside.scanned{grid-template-columns:minmax(0,1fr) minmax(0,1fr)}
.list{grid-template-columns:repeat(auto-fill,minmax(19rem,1fr));gap:.75rem 1.5rem}
.laid{font:.8125rem/1.7 ui-monospace,Menlo,Consolas,"Noto Sans Mono","DejaVu Sans Mono",monospace}
}
@media screen and (min-width:64rem){
.page{grid-template-columns:minmax(0,1fr) 25rem;padding:1.5rem}
.top,.foot{grid-column:1/-1}
.box{padding:1.5rem 1.75rem}
.cards{position:sticky;top:0;max-height:100vh;overflow:auto;padding:.25rem}
}
@media print{
@page{size:A4;margin:18mm 16mm}
:root{color-scheme:light;--ink:#000;--dim:#333;--paper:#fff;--ground:#fff;--rule:#999;--link:#000;--must:#000;--good:#000;--fix:#000}
body{font-size:11pt;line-height:1.45}
.page{display:block;padding:0;max-width:none}
.box,.card{border:0;padding:0;margin:0 0 6mm;box-shadow:none;position:static;max-height:none}
.card:target{position:static;box-shadow:none}
.cards{position:static;max-height:none;overflow:visible;break-before:page}
.card,.card.doubt{border:0;border-top:1px solid #999;border-radius:0;padding:3mm 0 0;break-inside:avoid}
.list>li{break-inside:avoid}
.go,.skip,.hint,.others,.card details,.desk,.desk-buttons{display:none}
a{text-decoration:none}
.m.directive{border-bottom-color:#888}
}
`.trim();
