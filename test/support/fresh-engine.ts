// Engines of their own beside the one under test: their modules are loaded anew, so that what one remembers the others don't know.
import { registerHooks } from 'node:module';
import type { diagnosticsAsSent } from './diagnostics-as-sent.ts';

const COPY = /\?engine=\d+$/;
let copies = 0;

/** Loads another copy of the engine, which is never unloaded; gives what it finds in a text, as a client gets it. */
export async function freshEngine(): Promise<typeof diagnosticsAsSent> {
  if (copies++ === 0) registerHooks({ resolve: resolveInCopy });
  const copy: typeof import('./diagnostics-as-sent.ts') = await import(`./diagnostics-as-sent.ts?engine=${copies}`);
  return copy.diagnosticsAsSent;
}

type Resolve = NonNullable<Parameters<typeof registerHooks>[0]['resolve']>;

/** What a copy's modules import is of the same copy; packages are the same for all. */
const resolveInCopy: Resolve = (specifier, context, next) => {
  const found = next(specifier, context);
  const mark = COPY.exec(context.parentURL ?? '')?.[0];
  const isOwn = found.url.startsWith('file:') && !found.url.includes('/node_modules/');
  return mark !== undefined && isOwn && !COPY.test(found.url) ? { ...found, url: found.url + mark } : found;
};
