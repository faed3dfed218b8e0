/** The endings of report files. */
export const reportExtensions: readonly string[] = ['.nianbao', '.年报'];

/** The glob that finds them below a folder. */
export const reportGlob = `**/*{${reportExtensions.join(',')}}`;

/** Whether a path or URI (escaped or not) names a report. */
export function isReportFile(path: string): boolean {
  return reportExtensions.some((ending) => path.endsWith(ending) || path.endsWith(encodeURI(ending)));
}

/** What file systems don't take in a name. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are among them.
const NOT_IN_NAMES = /[\u0000-\u001f\u007f\\/:*?"<>|]+/g;
const MAX_NAME = 60;

/** The usual name of the file of a body's report: `青禾镇人民政府-2024.nianbao`. */
export function reportFileName(body: string, year: number): string {
  const name = body.replace(NOT_IN_NAMES, '-').replace(/^[.\s-]+|[.\s-]+$/g, '');
  return `${[...name].slice(0, MAX_NAME).join('')}-${year}${reportExtensions[0] ?? ''}`;
}

/** The way from a folder to a file, both as URIs, as front matter writes it; null where they lie on different drives or servers. */
export function relativeUri(folder: string, file: string): string | null {
  const [from, to] = [parts(folder), parts(file)];
  if (!from || !to || from.root !== to.root) return null;
  let common = 0;
  while (common < from.path.length && common < to.path.length - 1 && from.path[common] === to.path[common]) common++;
  return [...from.path.slice(common).map(() => '..'), ...to.path.slice(common)].join('/');
}

function parts(uri: string): { readonly root: string; readonly path: readonly string[] } | null {
  const found = /^([a-z][a-z0-9+.-]*:(?:\/\/[^/]*)?(?:\/[A-Za-z](?::|%3A))?)\/(.*)$/i.exec(uri);
  if (!found) return null;
  try {
    const path = (found[2] ?? '')
      .split('/')
      .filter((name) => name !== '')
      .map(decodeURIComponent);
    return { root: decodeURIComponent(found[1] ?? '').toLowerCase(), path };
  } catch {
    return null;
  }
}
