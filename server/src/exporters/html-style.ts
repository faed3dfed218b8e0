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
.title-line { display: block; }
.title-end { display: inline-block; }
.draft { text-indent: 0; text-align: right; font-weight: bold; }
h2 { margin: 2.5rem 0 1rem; font-size: 1.25rem; line-height: 1.5; color: var(--heading); }
h3 { margin: 1.25rem 0 .5rem; font-size: 1.0625rem; }
p { margin: 0 0 .75rem; text-indent: 2em; text-align: justify; }
.dateline, .addressee, .signature { text-indent: 0; }
.dateline { margin-top: -1.25rem; text-align: center; }
.signature { margin-right: 2em; text-align: right; }
.table-box { margin: 1rem 0 1.5rem; overflow-x: auto; }
.table-box:focus-visible { outline: 3px solid var(--focus); outline-offset: 3px; }
table { width: 100%; border-collapse: collapse; font-size: .875rem; line-height: 1.5; }
table.wide { min-width: 52rem; }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
th, td { padding: .4rem .35rem; border: 1px solid var(--line); text-align: center; vertical-align: middle; font-weight: normal; }
th, .corner { background: var(--head); }
th { text-wrap: balance; }
.whole { white-space: nowrap; }
.row-head, .corner, .text-value { text-align: left; }
.value { font-variant-numeric: tabular-nums; overflow-wrap: break-word; }
@media (max-width: 40rem) {
  main { padding-top: 1.5rem; padding-bottom: 2rem; }
  h1 { font-size: 1.375rem; margin-bottom: 1.25rem; }
  h2 { font-size: 1.125rem; margin-top: 2rem; }
}
`.trim();

/** Styles for a portal's editor, which keeps no style sheet: one for each part that has any. */
export const inlineStyles: Readonly<Partial<Record<string, string>>> = {
  title: 'margin:0 0 1em;font-size:22px;line-height:1.5;text-align:center',
  'title-line': 'display:block',
  'title-end': 'display:inline-block',
  draft: 'margin:0 0 1em;font-size:16px;font-weight:bold;text-align:right',
  heading: 'margin:1.5em 0 .6em;font-size:18px;line-height:1.6;font-weight:bold',
  subheading: 'margin:1em 0 .4em;font-size:16px;line-height:1.8;font-weight:bold',
  paragraph: 'margin:0 0 .6em;font-size:16px;line-height:1.9;text-indent:2em;text-align:justify',
  item: 'margin:0 0 .6em;font-size:16px;line-height:1.9;text-indent:2em;text-align:justify',
  dateline: 'margin:0 0 1em;font-size:16px;line-height:1.9;text-align:center',
  signature: 'margin:0 2em .3em 0;font-size:16px;line-height:1.9;text-align:right',
  lead: 'font-weight:bold',
  'table-box': 'margin:1em 0;overflow-x:auto',
  table: 'width:100%;border-collapse:collapse;font-size:14px;line-height:1.5',
  caption: 'position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap',
  head: 'padding:5px 4px;border:1px solid #808080;text-align:center;vertical-align:middle;font-weight:normal',
  corner: 'padding:5px 4px;border:1px solid #808080;text-align:left;vertical-align:middle',
  'row-head': 'padding:5px 4px;border:1px solid #808080;text-align:left;vertical-align:middle;font-weight:normal',
  value: 'padding:5px 4px;border:1px solid #808080;text-align:center;vertical-align:middle',
  'text-value': 'padding:5px 4px;border:1px solid #808080;text-align:left;vertical-align:middle',
};
