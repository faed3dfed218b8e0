// Imports one file in a process of its own, as the command line does, and prints how many megabytes that took at most: import-alone.ts <file>
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { nodeImports } from '../../server/src/node/imports.ts';

const [file = ''] = process.argv.slice(2);
const run = nodeImports(new URL('../../server/src/nianbao.ts', import.meta.url).href);
await run(readFileSync(file), { name: basename(file), limits: { seconds: 10, megabytes: 512 } });
console.log(process.resourceUsage().maxRSS >> 10);
