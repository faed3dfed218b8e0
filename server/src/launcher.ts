// The bin, `dist/nianbao.cjs`: it must load under any Node, so it is built to old syntax and needs nothing before it has looked.
import { version } from '../../package.json';

const OLDEST_NODE = 22;
const current = process.versions.node;
const words = process.argv.slice(2);

if (words.length === 1 && ['--version', '-v', '-V'].indexOf(words[0] || '') >= 0) {
  try {
    // biome-ignore lint/style/useNodejsImportProtocol: an old Node doesn't know it.
    require('fs').writeSync(1, `${version}\n`);
  } catch (error) {
    process.exitCode = (error as NodeJS.ErrnoException).code === 'EPIPE' ? 141 : 2;
    if (process.exitCode === 2) process.stderr.write(`nianbao: ${String(error)}\n`);
  }
} else if (parseInt(current, 10) < OLDEST_NODE) {
  process.stderr.write(`nianbao: ${tooOld(speaksChinese())}\n`);
  process.exitCode = 2;
} else {
  require('./start.cjs');
}

function tooOld(chinese: boolean): string {
  if (chinese) return `需要 Node.js ${OLDEST_NODE} 或更新的版本，当前是 ${current}。`;
  return `Node.js ${OLDEST_NODE} or newer is needed; this is ${current}.`;
}

/** As `--lang` says, else the locale; Chinese where that names no language. */
function speaksChinese(): boolean {
  const said = /(?:^| )--lang[ =](\S*)/.exec(words.join(' '));
  const locale = said?.[1] || process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '';
  return /^(?:$|zh|C(?:$|\.)|POSIX)/i.test(locale);
}
