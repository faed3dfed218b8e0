/**
 * A test for a pattern whose every match begins with one of `firsts`: these are looked for one by one, and only where one
 * stands is the pattern tried. That is several times quicker than the expression alone where few texts hold one.
 */
export function beginningWith(firsts: string, pattern: string): (text: string) => boolean {
  const begins = new Uint8Array(0x10000);
  for (let i = 0; i < firsts.length; i++) begins[firsts.charCodeAt(i)] = 1;
  const here = new RegExp(pattern, 'y');
  return (text) => {
    for (let at = 0; at < text.length; at++) {
      if (begins[text.charCodeAt(at)] === 0) continue;
      here.lastIndex = at;
      if (here.test(text)) return true;
    }
    return false;
  };
}
