// What the names of files tell.
import type * as vscode from 'vscode';

/** The endings of reports, without their dots. */
export const reportExtensions = ['nianbao', '年报'] as const;

/** The endings of files that importing is offered for, and of all that can be imported. */
export const offeredExtensions = ['docx', 'pdf', 'html', 'htm'] as const;
export const sourceExtensions = [...offeredExtensions, 'txt'] as const;

/** The glob of reports. */
export const reportGlob = `**/*.{${reportExtensions.join(',')}}`;

/** The glob of what is never searched for files. */
export const unsearched = '**/{node_modules,.git}/**';

/** The last part of a path. */
export function nameOf({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The same without its ending. */
export function baseNameOf(file: vscode.Uri): string {
  return nameOf(file).replace(/\.[^.]*$/, '');
}

/** Whether a file has one of the extensions, which are small letters without dots; its own may be capitals. */
export function hasExtension({ path }: vscode.Uri, extensions: readonly string[]): boolean {
  return extensions.includes(path.slice(path.lastIndexOf('.') + 1).toLowerCase());
}
