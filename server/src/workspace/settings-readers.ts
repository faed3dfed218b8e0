// What reads settings files and packs, for who loads it on demand.
export { loadSettings } from './load-settings.ts';
export { readPackFile } from './pack-file.ts';
