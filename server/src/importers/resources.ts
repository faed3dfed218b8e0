/** Files that an importer needs beside its code; whoever runs it knows where they lie. */
export interface Resources {
  /** The character map of a Chinese font by its file name, such as `UniGB-UCS2-H.bcmap`; null where there is none. */
  readonly characterMap: (name: string) => Promise<Uint8Array | null>;
}

/** For readers that have no files beside them. */
export const noResources: Resources = { characterMap: async () => null };
