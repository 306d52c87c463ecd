/**
 * Colours of the picture, on a light ground and a dark one. Every letter and form has a contrast of at least 4.5:1
 * against its ground and the shades on it (WCAG 2.2, 1.4.3); `tests/console/timeline` computes it.
 */
export interface Palette {
  readonly ground: string;
  readonly text: string;
  readonly muted: string;
  readonly off: string;
  readonly hatch: string;
  readonly grid: string;
  readonly assign: string;
  readonly remind: string;
  readonly escalate: string;
  readonly close: string;
  readonly act: string;
}

export const LIGHT: Palette = {
  ground: '#ffffff',
  text: '#1b1f24',
  muted: '#535c66',
  off: '#edf0f4',
  hatch: '#d5dbe3',
  grid: '#c3cad3',
  assign: '#0a4fa8',
  remind: '#854a00',
  escalate: '#b0231b',
  close: '#17652f',
  act: '#653a9c',
};

export const DARK: Palette = {
  ground: '#0f141a',
  text: '#e8edf3',
  muted: '#a6b1bd',
  off: '#1d2530',
  hatch: '#2e3a49',
  grid: '#3b4757',
  assign: '#82c1ff',
  remind: '#f1b765',
  escalate: '#ff978e',
  close: '#77d694',
  act: '#d0adff',
};

/** Faces that hold Vietnamese, the narrow ones first; room is reckoned for the widest. */
const FACES = "'Segoe UI','Noto Sans',Roboto,'Helvetica Neue',Arial,'Liberation Sans','DejaVu Sans',sans-serif";

function colours(p: Palette): string {
  return [
    `.ground{fill:${p.ground}}`,
    `text{fill:${p.text};stroke:${p.ground}}`,
    `.muted{fill:${p.muted}}`,
    `.off{fill:${p.off}}.hatch{stroke:${p.hatch}}.dots{fill:${p.hatch}}`,
    `.grid,.tick{stroke:${p.grid}}.lane,.leader{stroke:${p.muted}}`,
    `.assign{color:${p.assign}}.remind{color:${p.remind}}.escalate{color:${p.escalate}}`,
    `.close{color:${p.close}}.act{color:${p.act}}.dropped,.key{color:${p.muted}}`,
    `.form{fill:${p.ground}}`,
    `text.notice{fill:${p.assign}}text.due{fill:${p.escalate}}text.due-replaced{fill:${p.muted}}text.today{fill:${p.text}}`,
    `line.notice{stroke:${p.assign}}line.due{stroke:${p.escalate}}line.due-replaced{stroke:${p.muted}}line.today{stroke:${p.text}}`,
  ].join('');
}

/**
 * The style sheet. Letters carry a rim of the ground's colour, so that no line runs through them. Printed, it is dark on
 * white whatever the screen was, and fits a sheet of A4 laid
 * across; several pictures run over several sheets.
 */
export function styleSheet(onOnePage: boolean): string {
  return [
    ...inkOf(LIGHT),
    `@media screen and (prefers-color-scheme:dark){${colours(DARK)}}`,
    '@page{size:A4 landscape;margin:10mm}',
    `@media print{svg{width:100%;height:auto;${onOnePage ? 'max-height:100vh;' : ''}print-color-adjust:exact;-webkit-print-color-adjust:exact}}`,
  ].join('\n');
}

/** The same for pictures that stand in a page of a style sheet of its own: each rule below `scope`, light ground alone. */
export function scopedStyle(scope: string): string {
  return inkOf(LIGHT)
    .join('')
    .replace(/([^{}]+)(\{[^}]*\})/g, (_, selectors: string, rule: string) =>
      selectors
        .split(',')
        .map((one) => `${scope} ${one}`)
        .join(',')
        .concat(rule),
    );
}

function inkOf(palette: Palette): string[] {
  return [
    `text{font-family:${FACES};paint-order:stroke;stroke-width:4px;stroke-linejoin:round}`,
    '.bold{font-weight:700}',
    'line{stroke-width:1}.tick{stroke-width:1}.lane{stroke-width:1;opacity:.55}.leader{stroke-width:1;opacity:.6}',
    'line.due{stroke-width:2.5}line.due-replaced{stroke-width:1.5;stroke-dasharray:6 3}',
    'line.today{stroke-width:1.5;stroke-dasharray:2 3}line.notice{stroke-width:1.5}',
    '.hatch{stroke-width:3}',
    '.form{stroke:currentColor;stroke-width:1.75;stroke-linejoin:round}',
    '.accepted .form,.done .form{fill:currentColor}',
    '.dropped .form{stroke-dasharray:2.5 2}',
    '.sign{fill:none;stroke:currentColor;stroke-width:1.75;stroke-linecap:round}.dot{fill:currentColor}',
    colours(palette),
  ];
}
