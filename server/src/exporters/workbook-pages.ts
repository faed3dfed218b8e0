// How a workbook is printed, which its library leaves open.
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

export interface SheetPage {
  /** How many it may take; none is broader than a page. */
  readonly pages: 'one' | 'many';
  readonly orientation: 'portrait' | 'landscape';
}

const SHEET = /^xl\/worksheets\/sheet(\d+)\.xml$/;
/** The first that an archive can name, so that the same report gives the same bytes. */
const TIME = new Date(1980, 0, 1);

/** The same workbook, each of its sheets, in their order, set so that it fits on A4. */
export function fittedToPages(archive: Uint8Array, pages: readonly SheetPage[]): Uint8Array {
  const parts = Object.entries(unzipSync(archive)).map(([path, part]) => {
    const page = pages[Number(SHEET.exec(path)?.[1] ?? 0) - 1];
    return [path, page === undefined ? part : strToU8(fitted(strFromU8(part), page))] as const;
  });
  return zipSync(Object.fromEntries(parts), { mtime: TIME, level: 6 });
}

function fitted(sheet: string, { pages, orientation }: SheetPage): string {
  const setup = `<pageSetup paperSize="9" orientation="${orientation}" fitToWidth="1" fitToHeight="${pages === 'one' ? 1 : 0}"/>`;
  return sheet
    .replace(/<worksheet[^>]*>/, (start) => `${start}<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`)
    .replace(/<pageSetup [^>]*\/>/, setup);
}
