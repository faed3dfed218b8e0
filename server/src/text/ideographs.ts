/** Pairs of a radical and the ideograph that it looks like, where Unicode's own normal forms don't know them. */
const PAIRS =
  '⺂乛⺃乚⺅亻⺉刂⺎兀⺏尣⺐尢⺒巳⺓幺⺔彑⺕彐⺖忄⺘扌⺙攵⺛旡⺞歺⺟母⺠民⺡氵⺣灬⺤爫⺦丬⺨犭⺫罒⺭礻⺯糹⺰纟⺱罓⺹耂⺺肀⺾艹⻁虎⻂衤⻃覀⻅见⻆角⻈讠⻉贝⻋车⻌辶⻐钅⻑長⻒镸⻓长⻔门⻖阝⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟⼾户';
const RADICALS = /[\u2e80-\u2fdf]/g;

const ideographOf: ReadonlyMap<string, string> = new Map(
  [...PAIRS.matchAll(/(.)(.)/gu)].map(([, radical = '', ideograph = '']) => [radical, ideograph]),
);

/** The text with ideographs (人 民) for the radicals (⼈ ⺠) that look the same: PDF files of some programs and fonts hold those. */
export function ideographs(text: string): string {
  return text.replace(RADICALS, (radical) => ideographOf.get(radical) ?? radical.normalize('NFKC'));
}
