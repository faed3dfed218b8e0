import type { Localized } from '../text/language.ts';

/** What `export --to pdf` says of browsers. */
export const pdfMessages = {
  noBrowser: (): Localized => ({
    zh: '没有找到浏览器。导出 PDF 要用电脑上的 Chrome、Edge 或 Chromium：请先安装，或用 --browser 写明浏览器程序的路径；也可以改用 --to html，在浏览器里打印成 PDF。',
    en: 'no browser found. PDF is printed by Chrome, Edge or Chromium: install one, or name its program with --browser; or use --to html and print that.',
  }),
  noSuchBrowser: (name: string): Localized => ({
    zh: `找不到浏览器程序「${name}」。请检查 --browser（或环境变量 NIANBAO_BROWSER、CHROME_PATH）里的路径。`,
    en: `there is no browser "${name}". Check the path in --browser (or in the variable NIANBAO_BROWSER or CHROME_PATH).`,
  }),
  start: (browser: string, detail: string): Localized => ({
    zh: `浏览器启动不了（${browser}：${detail}），没有导出 PDF。请用 --browser 换一个浏览器。`,
    en: `the browser can't be started (${browser}: ${detail}); no PDF was made. Name another with --browser.`,
  }),
  time: (browser: string): Localized => ({
    zh: `浏览器过了一分钟还没有打印完（${browser}），没有导出 PDF。请再试一次，或用 --browser 换一个浏览器。`,
    en: `the browser did not finish within a minute (${browser}); no PDF was made. Try again, or name another with --browser.`,
  }),
  result: (browser: string, detail: string): Localized => ({
    zh: `浏览器没有打印出 PDF（${browser}${detail ? `：${detail}` : ''}）。请用 --browser 换一个浏览器，或改用 --to html，在浏览器里打印。`,
    en: `the browser printed no PDF (${browser}${detail ? `: ${detail}` : ''}). Name another with --browser, or use --to html and print that.`,
  }),
} as const;
