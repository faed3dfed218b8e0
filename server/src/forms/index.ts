export { formsOf } from './forms.ts';
export { standardForms } from './standard.ts';
