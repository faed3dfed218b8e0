// The second step of the bin, `dist/start.cjs`: syntax that an old Node would refuse may stand here.
import { enableCompileCache } from 'node:module';

enableCompileCache();
void import('./nianbao.js');
