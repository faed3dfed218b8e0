// The requests about tables and their cells.
import { RequestType } from 'vscode-languageserver';
import { labelStyleOf } from '../analysis/settings.ts';
import { cellPlaces } from '../features/cell-places.ts';
import {
  type Cells,
  type CellsParams,
  type CopyCellsParams,
  type CopyCellsResult,
  cellsRequest,
  copyCellsRequest,
  type EditTableParams,
  type EditTableResult,
  editTableRequest,
  type PasteTableParams,
  type PasteTableResult,
  pasteTableRequest,
} from './protocol.ts';
import { documentFeature, type Feature } from './serve.ts';

const tablePaste = documentFeature(new RequestType<PasteTableParams, PasteTableResult, void>(pasteTableRequest), {
  capability: () => ({}),
  empty: null,
  uriOf: ({ uri }) => uri,
  answer: async ({ session, snapshot, settings }, { range, html = null, text = null }) => {
    // With it comes the parser of HTML, which the server starts without.
    const { pasteCells } = await import('../features/paste-block.ts');
    return pasteCells(snapshot, { range, html, text, language: session.language(), labels: labelStyleOf(settings) });
  },
});

const cells = documentFeature(new RequestType<CellsParams, Cells | null, void>(cellsRequest), {
  capability: () => ({}),
  empty: null,
  uriOf: ({ uri }) => uri,
  answer: ({ snapshot }) => cellPlaces(snapshot),
});

const cellCopies = documentFeature(new RequestType<CopyCellsParams, CopyCellsResult, void>(copyCellsRequest), {
  capability: () => ({}),
  empty: null,
  uriOf: ({ uri }) => uri,
  answer: async ({ snapshot }, { range }) => {
    const { copyCells } = await import('../features/copy-cells.ts');
    return copyCells(snapshot, range);
  },
});

const tableEdits = documentFeature(new RequestType<EditTableParams, EditTableResult, void>(editTableRequest), {
  capability: () => ({}),
  empty: null,
  uriOf: ({ uri }) => uri,
  answer: async ({ session, snapshot, settings }, { range, action, scope = 'table' }) => {
    const { editTable } = await import('../features/edit-table.ts');
    return editTable(snapshot, { settings, language: session.language(), range, action, scope });
  },
});

export const tableRequests: readonly Feature[] = [tablePaste, cells, cellCopies, tableEdits];
