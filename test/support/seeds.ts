// What properties are tried with: on a developer's machine something new each time, in CI the same each time, so that what
// fails there is what the change broke. SEED=123 tries with that one anywhere.
import fc from 'fast-check';

const given = process.env.SEED ?? (process.env.CI ? '20240131' : undefined);
if (given !== undefined) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(given) });
