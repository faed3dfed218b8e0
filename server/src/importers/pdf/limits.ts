import type { PDFPageProxy } from 'pdfjs-dist';
import type { Drawing } from './drawing.ts';
import type { TextItem } from './page.ts';

/** A file draws, or says, more than any report. */
export class TooMuchDrawn extends Error {}

/** How much all pages of a file may hold together. */
export interface DrawingLimits {
  /** Commands, those of a form as often as it is drawn. */
  readonly commands: number;
  /** Pieces of text. */
  readonly texts: number;
}

/** A page of tables has some three thousand commands and two hundred pieces of text. */
export const reportLimits: DrawingLimits = { commands: 300_000, texts: 200_000 };

/** What a page says, with the styles of its fonts. */
export interface PageText {
  readonly items: readonly TextItem[];
  readonly styles: Readonly<Record<string, { readonly vertical?: boolean }>>;
}

/** Draws and reads the pages of one file as long as all together stay below what a report may have. */
export class PageReader {
  readonly #limits: DrawingLimits;
  #commands = 0;
  #texts = 0;

  constructor(limits: DrawingLimits) {
    this.#limits = limits;
  }

  /** The commands of a page, those of its forms with them, however often each is drawn. Throws `TooMuchDrawn`; the page is then of no use any more. */
  drawing(page: PDFPageProxy, annotationMode: number): Promise<Drawing> {
    return new Promise((resolve, reject) => {
      this.#count(page, reject);
      page
        .getOperatorList({ annotationMode })
        .then(({ fnArray, argsArray }) => resolve({ commands: fnArray, arguments: argsArray }), reject);
    });
  }

  /**
   * pdf.js gathers all commands of a page before it gives them; its parts are counted as they come. A stream of them that is
   * cancelled fails where nobody hears it, so it is only left.
   */
  #count(page: PDFPageProxy, stop: (error: Error) => void): void {
    const parts = page as unknown as PagePartsTaker;
    const take = parts._renderPageChunk;
    parts._renderPageChunk = (part, state) => {
      this.#commands += part.length;
      if (this.#commands <= this.#limits.commands) {
        take.call(page, part, state);
        return;
      }
      state.streamReader = null;
      stop(new TooMuchDrawn());
    };
  }

  /** The text of a page. Throws `TooMuchDrawn`; what is left of it is not read, and so not made. */
  async text(page: PDFPageProxy): Promise<PageText> {
    const reader = page.streamTextContent().getReader();
    const items: TextItem[] = [];
    const styles: Record<string, { readonly vertical?: boolean }> = Object.create(null);
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      Object.assign(styles, part.value.styles);
      this.#texts += part.value.items.length;
      if (this.#texts > this.#limits.texts) throw new TooMuchDrawn();
      for (const item of part.value.items) if ('str' in item) items.push(item);
    }
    return { items, styles };
  }
}

/** Where a page of pdf.js takes the parts of its commands. */
interface PagePartsTaker {
  _renderPageChunk: (part: { readonly length: number }, state: { streamReader: unknown }) => void;
}
