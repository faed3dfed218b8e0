import type { PageElement } from './tree.ts';

const CHROME_ELEMENTS: ReadonlySet<string> = new Set(['nav', 'footer', 'aside', 'menu']);
const CHROME_ROLES: ReadonlySet<string> = new Set(['navigation', 'banner', 'contentinfo', 'search', 'toolbar', 'menu']);
/** Whole words of `class` and `id` by which portals name what stands around an article. */
const CHROME_WORDS: ReadonlySet<string> = new Set(
  `nav navbar navigation menu submenu topbar top-bar site-header page-header header-nav sidebar side-bar footer foot
  site-footer page-footer copyright breadcrumb breadcrumbs crumb crumbs position curposition dqwz location share
  shares share-box sharebox bdsharebuttonbox bshare jiathis_style social-share social qrcode qr-code erweima ewm
  toolbar tool-bar print close-window fontsize font-size pagination pager page-nav prevnext prev-next related
  relevant recommend friendlink friend-link links search searchbox search-box login popup modal dialog wza
  accessible`.split(/\s+/),
);
const HIDDEN_STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)/i;
/** Parts of a page saved by Word that belong to its margins. */
const WORD_MARGIN = /mso-element\s*:\s*(?:header|footer|footnote-list|endnote-list|comment-list)/i;

/** Whether an element isn't shown. */
export function isHidden({ attributes }: PageElement): boolean {
  const { hidden, style = '' } = attributes;
  return hidden !== undefined || attributes['aria-hidden'] === 'true' || HIDDEN_STYLE.test(style);
}

/** Whether an element stands around the text: navigation, headers and footers, share bars. */
export function isChrome(element: PageElement): boolean {
  const { name, attributes } = element;
  if (CHROME_ELEMENTS.has(name) || CHROME_ROLES.has(attributes.role ?? '')) return true;
  if (name === 'header') return !isInArticle(element);
  if (name === 'body' || name === 'table') return false;
  if (WORD_MARGIN.test(attributes.style ?? '')) return true;
  return [attributes.class ?? '', attributes.id ?? ''].some((names) =>
    names.split(/\s+/).some((word) => CHROME_WORDS.has(word.toLowerCase())),
  );
}

function isInArticle(element: PageElement): boolean {
  for (let each = element.parent; each; each = each.parent)
    if (each.name === 'article' || each.name === 'main') return true;
  return false;
}
