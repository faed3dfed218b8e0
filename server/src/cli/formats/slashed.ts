/** A file's name as other systems write it. */
export function slashed(file: string): string {
  return process.platform === 'win32' ? file.replaceAll('\\', '/') : file;
}
