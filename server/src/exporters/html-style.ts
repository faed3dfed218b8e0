/** The page on a screen, in the reader's colours. */
export const screenRules = `
:root {
  color-scheme: light dark;
  --paper: #fff;
  --around: #eef1f5;
  --ink: #1d2129;
  --heading: #123a6b;
  --line: #9aa7b8;
  --head: #eaf0f8;
  --focus: #0b57d0;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #1c1f24;
    --around: #121417;
    --ink: #e4e7ec;
    --heading: #a9caf5;
    --line: #5f6b7a;
    --head: #28303b;
    --focus: #8ab4f8;
  }
}
@media (prefers-contrast: more) {
  :root { --paper: Canvas; --around: Canvas; --ink: CanvasText; --heading: CanvasText; --line: CanvasText; --head: Canvas; }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0;
  background: var(--around);
  color: var(--ink);
  font: 1.0625rem/1.9 "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif;
  overflow-wrap: anywhere;
}
main { max-width: 62rem; margin: 0 auto; padding: 3rem clamp(1rem, 5vw, 4.5rem) 4rem; background: var(--paper); }
h1 { margin: 0 0 2rem; font-size: 1.75rem; line-height: 1.45; text-align: center; color: var(--heading); }
.title-end { display: inline-block; }
h2 { margin: 2.5rem 0 1rem; font-size: 1.25rem; line-height: 1.5; color: var(--heading); }
h3 { margin: 1.25rem 0 .5rem; font-size: 1.0625rem; }
p { margin: 0 0 .75rem; text-indent: 2em; text-align: justify; }
.dateline, .addressee, .signature { text-indent: 0; }
.dateline { margin-top: -1.25rem; text-align: center; }
.signature { margin-right: 2em; text-align: right; }
.table-box { margin: 1rem 0 1.5rem; overflow-x: auto; }
.table-box:focus-visible { outline: 3px solid var(--focus); outline-offset: 3px; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; font-size: .9375rem; line-height: 1.5; }
table.wide { min-width: 52rem; }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
th, td { padding: .4rem .35rem; border: 1px solid var(--line); text-align: center; vertical-align: middle; font-weight: normal; }
th, .corner { background: var(--head); }
th { text-wrap: balance; }
.row-head, .corner, .text-value { text-align: left; }
.value { font-variant-numeric: tabular-nums; overflow-wrap: break-word; }
@media (max-width: 40rem) {
  main { padding-top: 1.5rem; padding-bottom: 2rem; }
  h1 { font-size: 1.375rem; margin-bottom: 1.25rem; }
  h2 { font-size: 1.125rem; margin-top: 2rem; }
}
`.trim();

/** The page on A4 paper, in the type of official documents (GB/T 9704). */
export const paperRules = `
  :root {
    color-scheme: light;
    --paper: #fff; --around: #fff; --ink: #000; --heading: #000; --line: #000; --head: #fff;
  }
  body { font: 16pt/28pt FangSong_GB2312, 仿宋_GB2312, FangSong, 仿宋, STFangsong, "Noto Serif CJK SC", serif; }
  main { max-width: none; padding: 0; }
  h1 { margin: 0 0 28pt; font: 22pt/36pt FZXiaoBiaoSong-B05S, 方正小标宋简体, FZXiaoBiaoSong-B05, 小标宋, STZhongsong, SimSun, "Noto Serif CJK SC", serif; }
  h2 { margin: 0; text-indent: 2em; font: 16pt/28pt SimHei, 黑体, STHeiti, "Noto Sans CJK SC", sans-serif; }
  h3, .lead { font: 16pt/28pt KaiTi_GB2312, 楷体_GB2312, KaiTi, 楷体, STKaiti, "AR PL UKai CN", "Noto Serif CJK SC", serif; }
  h3 { margin: 0; text-indent: 2em; }
  h2, h3 { break-after: avoid; }
  p { margin: 0; orphans: 2; widows: 2; }
  .dateline { margin: -28pt 0 28pt; }
  .signature { margin: 0 4em 0 0; }
  .table-box { margin: 6pt 0 10pt; overflow: visible; }
  table, table.wide { min-width: 0; font-size: 10.5pt; line-height: 1.3; }
  table.wide { font-size: 9pt; }
  table.widest { font-size: 8pt; }
  th, td { padding: 2pt 1.5pt; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
`.replace(/^\n|\n$/g, '');

/** The style sheet of a whole page: on a screen, and on paper where it is printed. */
export const pageStyle = `
${screenRules}
@page {
  size: A4;
  margin: 37mm 26mm 35mm 28mm;
  @bottom-center { content: "— " counter(page) " —"; font: 14pt SimSun, "Songti SC", "Noto Serif CJK SC", serif; }
}
@media print {
${paperRules}
}
`.trim();

/** Styles for a portal's editor, which keeps no style sheet: one for each part that has any. */
export const inlineStyles: Readonly<Partial<Record<string, string>>> = {
  title: 'margin:0 0 1em;font-size:22px;line-height:1.5;text-align:center',
  'title-end': 'display:inline-block',
  heading: 'margin:1.5em 0 .6em;font-size:18px;line-height:1.6;font-weight:bold',
  subheading: 'margin:1em 0 .4em;font-size:16px;line-height:1.8;font-weight:bold',
  paragraph: 'margin:0 0 .6em;font-size:16px;line-height:1.9;text-indent:2em;text-align:justify',
  item: 'margin:0 0 .6em;font-size:16px;line-height:1.9;text-indent:2em;text-align:justify',
  dateline: 'margin:0 0 1em;font-size:16px;line-height:1.9;text-align:center',
  signature: 'margin:0 2em .3em 0;font-size:16px;line-height:1.9;text-align:right',
  lead: 'font-weight:bold',
  'table-box': 'margin:1em 0;overflow-x:auto',
  table: 'width:100%;border-collapse:collapse;table-layout:fixed;font-size:14px;line-height:1.5',
  caption: 'position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap',
  head: 'padding:5px 4px;border:1px solid #808080;text-align:center;vertical-align:middle;font-weight:normal',
  corner: 'padding:5px 4px;border:1px solid #808080;text-align:left;vertical-align:middle',
  'row-head': 'padding:5px 4px;border:1px solid #808080;text-align:left;vertical-align:middle;font-weight:normal',
  value: 'padding:5px 4px;border:1px solid #808080;text-align:center;vertical-align:middle',
  'text-value': 'padding:5px 4px;border:1px solid #808080;text-align:left;vertical-align:middle',
};
