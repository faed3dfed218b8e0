export { formsOf } from './forms.ts';
export { parsePack, type ReadPack } from './read-pack.ts';
export { standardForms } from './standard.ts';
