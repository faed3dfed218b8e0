/** The endings of report files. */
export const reportExtensions: readonly string[] = ['.nianbao', '.年报'];

/** The glob that finds them below a folder. */
export const reportGlob = `**/*{${reportExtensions.join(',')}}`;

/** Whether a path or URI (escaped or not) names a report. */
export function isReportFile(path: string): boolean {
  return reportExtensions.some((ending) => path.endsWith(ending) || path.endsWith(encodeURI(ending)));
}
