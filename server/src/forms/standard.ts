import type { Forms } from './form.ts';
import { formsOf } from './forms.ts';

let standard: Forms | null = null;

/** The forms as prescribed, without packs. */
export function standardForms(): Forms {
  standard ??= formsOf();
  return standard;
}
