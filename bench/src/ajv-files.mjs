// `node ajv-files.mjs SCHEMA FOLDER`: reads and validates every JSON file of a folder with ajv, as a command line of it would.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(new URL('../peers/package.json', import.meta.url));
const { default: Ajv } = require('ajv');
const [schema, folder] = process.argv.slice(2);
const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(JSON.parse(readFileSync(schema, 'utf8')));
let wrong = 0;
for (const name of readdirSync(folder)) if (!validate(JSON.parse(readFileSync(join(folder, name), 'utf8')))) wrong++;
console.log(`${wrong} wrong`);
