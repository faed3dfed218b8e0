/** The UTF-16 units beyond which a file is not examined: some three hundred times a long report. */
export const maxFileSize = 4_000_000;
