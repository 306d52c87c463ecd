import { createHash } from 'node:crypto';
import { scopedStyle } from '../timeline/palette.ts';

/* Wider than the pages of links: a notice stands beside what was read of it. On a phone everything is one column. */
export const STAFF_STYLE = `
.bar{background:var(--accent);color:#fff;padding:.5rem 1rem;display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;align-items:center}
.bar .product{font-weight:700}
.bar nav{display:flex;flex-wrap:wrap;gap:.25rem;flex:1}
.bar nav a{color:#fff;text-decoration:none;padding:.625rem .75rem;border-radius:.375rem}
.bar nav a:hover{text-decoration:underline}
.bar nav a[aria-current]{background:#fff;color:var(--accent);font-weight:700}
.bar :focus-visible{outline-color:#fff}
.bar .leave a{color:#fff}
.bar .leave{display:flex;flex-wrap:wrap;gap:.5rem;align-items:center;line-height:1.25}
.bar .role{display:block;font-size:.875rem}
.bar .leave button{padding:.25rem .875rem;min-height:2.75rem;border-color:#fff}
.staff main{max-width:84rem}
.staff table{border-collapse:collapse;width:100%;font-size:1rem}
.staff caption{text-align:left;font-weight:700;padding-bottom:.5rem}
.staff table{overflow-wrap:break-word}
.staff form>button{justify-self:start}
.staff th{text-align:left;color:var(--dim);font-weight:700;vertical-align:bottom}
.staff th,.staff td{padding:.5rem .625rem;border-bottom:1px solid var(--rule);vertical-align:top}
.staff td.n,.staff th.n{text-align:right}
.wide{overflow-x:auto}
fieldset{border:0;margin:0;padding:0;min-width:0;display:grid;gap:.625rem;grid-template-columns:minmax(0,1fr)}
legend{font-weight:700;padding:0}
.person{border-top:1px solid var(--rule);padding-top:.875rem}
@media (max-width:47.99rem){
.bars{display:none}
.bar nav{flex:1 0 100%;order:1;gap:0}
.bar nav a{padding:.625rem .5rem;font-size:1rem}
.bar .leave{margin-left:auto;font-size:.9375rem}
.bar .role{display:none}
.stack thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.stack,.stack tbody,.stack caption{display:block}
.stack tr{display:grid;gap:.25rem;border-top:1px solid var(--rule);padding:.75rem 0}
.staff .stack td{display:grid;grid-template-columns:8rem minmax(0,1fr);gap:.75rem;border:0;padding:0;text-align:left}
.stack td::before{content:attr(data-name);color:var(--dim)}
.staff .stack td:empty{display:none}
}
.code{font:.9375rem/1.5 ui-monospace,Consolas,"DejaVu Sans Mono",monospace}
pre.code{margin:0;white-space:pre-wrap}
.life{width:100%;min-width:52rem;height:auto}
${scopedStyle('.life')}
.late,.missing{color:#8f1d16;font-weight:700}
.bars{width:100%;max-width:44rem;height:auto}
.sums{list-style:none;padding:0;margin:0;display:grid;grid-template-columns:repeat(auto-fit,minmax(9rem,1fr));gap:.75rem}
.sums a{display:grid;gap:.125rem;padding:.75rem;border:1px solid var(--rule);border-radius:.375rem;text-decoration:none;min-height:4rem}
.sums .figure{font-size:1.75rem;font-weight:700;line-height:1.2}
.sums .figure:not(.late){color:var(--ink)}
.go[aria-current]{background:var(--accent);color:#fff}
.plain{list-style:none;padding:0;display:grid;gap:.5rem;grid-template-columns:minmax(0,1fr)}
.plain>li{border-top:1px solid var(--rule);padding-top:.5rem}
.told{list-style:none;margin:0;padding:0}
.row{display:flex;flex-wrap:wrap;gap:.625rem;align-items:end}
.row .field{flex:1 1 12rem}
.row button{flex:0 0 auto}
select{min-height:3rem;font:inherit;color:var(--ink);background:#fff;border:1px solid #767676;border-radius:.375rem;padding:.625rem .5rem;width:100%}
label.tick{display:flex;gap:.625rem;align-items:center;font-weight:400;min-height:2.75rem}
label.tick input{width:1.5rem;min-height:1.5rem;flex:none}
input[type=file]{padding:.5rem}
.sides{display:grid;gap:1rem;grid-template-columns:minmax(0,1fr);align-items:start}
.notice-words{white-space:pre-wrap;font-size:1rem}
.card.doubt{border-left:.3125rem solid var(--overdue)}
.card.unread{border-left:.3125rem dashed var(--overdue)}
.card .warn{padding-left:1.25rem;color:#8f1d16}
.staff .card h3 .badge{color:var(--ink);background:none;border:1px solid var(--rule);padding:0 .5rem;font-weight:400;font-size:.875rem}
.staff .card h3 .badge.must{color:#8f1d16;border-color:#8f1d16;font-weight:700}
.staff .card h3 .badge.done{color:#1b6e3c;background:none;border-color:#1b6e3c}
.staff .card h3 .badge.fix{color:#1f4e8c;border-color:#1f4e8c}
.quote{border-left:.25rem solid var(--rule);padding-left:.75rem;font-size:1rem;max-height:9rem;overflow:auto}
.buttons{display:flex;flex-wrap:wrap;gap:.5rem}
.buttons button{padding:.5rem .875rem;min-height:2.75rem}
.m{color:inherit;text-decoration:none;border-radius:.125rem}
.m.directive{background:#f3efe6}
.m.lead{background:#d9e6fb;border-bottom:2px solid #1f4e8c}
.m.cooperating{background:#dcf0e1;border-bottom:2px dashed #1b6e3c}
.m.supervisor{background:#eadff5;border-bottom:4px double #6a2c91}
.m.deadline{background:#ffe7b3;border-bottom:3px solid #9a5b00;font-weight:700}
.m.header{background:#e6e6e6;border-bottom:2px dotted #6b6b6b}
.m.unsure{background:#fdeceb;border-bottom:3px dotted #8f1d16}
.scan{display:grid;gap:1rem;grid-template-columns:minmax(0,1fr)}
.beside{display:grid;gap:1rem;grid-template-columns:minmax(0,1fr)}
.scan figure{margin:0}
.scan img{width:100%;height:auto;border:1px solid var(--rule)}
.m.unread{outline:1px dashed #8f1d16;border-bottom:2px dashed #8f1d16}
.card:target{box-shadow:0 0 0 3px #0b57d0}
.verdict{position:sticky;top:0;z-index:1;background:var(--paper);border-bottom:2px solid var(--accent);padding:.5rem 0;margin:0;font-weight:700}
.verdict:empty{border:0;padding:0}
.foot-bar{position:sticky;bottom:0;background:var(--paper);border-top:2px solid var(--accent);padding:.75rem 1rem;display:flex;flex-wrap:wrap;gap:.75rem;align-items:center}
@media (min-width:64rem){
.beside.scanned{grid-template-columns:minmax(0,1fr) minmax(0,1fr)}
.sides{grid-template-columns:minmax(0,1fr) minmax(0,1fr)}
.sides .source{position:sticky;top:1rem;max-height:calc(100vh - 2rem);overflow:auto}
}
@media print{.bar,.foot-bar,form{display:none}}
`.trim();

export const STAFF_STYLE_PATH = `/assets/${createHash('sha256').update(STAFF_STYLE).digest('hex').slice(0, 16)}.css`;
