// Bundles the command line, the servers and the clients into dist/, and the suite that runs inside VS Code into out/.
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import * as esbuild from 'esbuild';
import manifest from '../package.json' with { type: 'json' };
import { screenRules } from '../server/src/exporters/html-style.ts';
import { latinFace, paperRules } from '../server/src/exporters/print-style.ts';
import { bundledFiles, bundledPackages, bundledSizes, noticesText } from './notices.ts';
import { sbomText } from './sbom.ts';

const root = join(import.meta.dirname, '..');
const watch = process.argv.includes('--watch');

const common = {
  absWorkingDir: root,
  bundle: true,
  minify: !watch,
  sourcemap: watch ? 'linked' : false,
  legalComments: 'none',
  charset: 'utf8',
  logLevel: 'warning',
  define: { NIANBAO_VERSION: JSON.stringify(manifest.version) },
} satisfies esbuild.BuildOptions;

// Where a package has an ES module as well, its other face may be UMD, which can't be bundled.
const mainFields = ['module', 'main'];
const node = { ...common, platform: 'node', target: 'node22', mainFields } satisfies esbuild.BuildOptions;
const browser = { ...common, platform: 'browser', target: 'es2023' } satisfies esbuild.BuildOptions;

/** In a worker, which can be no module, what is imported on demand is a file of its own. `nianbaoHome` is where dist/ lies. */
const browserServer: esbuild.BuildOptions = {
  ...browser,
  format: 'iife',
  entryPoints: {
    'server.browser': 'server/src/server.browser.ts',
    'import-worker.browser': 'server/src/import-worker.browser.ts',
  },
  outdir: 'dist',
  plugins: [textsApart(), partsOnDemand(() => {})],
};

const texts = await ruleTexts();

const builds: readonly esbuild.BuildOptions[] = [
  {
    ...node,
    target: 'es2015',
    format: 'cjs',
    banner: { js: '#!/usr/bin/env node' },
    external: ['./start.cjs'],
    entryPoints: ['server/src/launcher.ts'],
    outfile: 'dist/nianbao.cjs',
  },
  {
    ...node,
    format: 'cjs',
    external: ['./nianbao.js'],
    entryPoints: ['server/src/start.ts'],
    outfile: 'dist/start.cjs',
  },
  {
    ...node,
    format: 'esm',
    splitting: true,
    // Some dependencies are CommonJS and ask for Node's own modules by `require`.
    banner: { js: "import{createRequire as nodeRequire}from'node:module';const require=nodeRequire(import.meta.url);" },
    entryPoints: {
      nianbao: 'server/src/nianbao.ts',
      server: 'server/src/server.ts',
      'import-worker': 'server/src/import-worker.ts',
      'files-worker': 'server/src/files-worker.ts',
      api: 'server/src/api.ts',
    },
    chunkNames: 'chunks/[name]-[hash]',
    outdir: 'dist',
    plugins: [textsApart(), largePackagesApart()],
  },
  browserServer,
  {
    ...browser,
    format: 'esm',
    splitting: true,
    entryPoints: [...(await partsOf(browserServer)), 'server/src/api.browser.ts'],
    entryNames: '[name]',
    chunkNames: '[name]-[hash]',
    outdir: 'dist/browser',
    plugins: [textsApart(), largePackagesApart()],
  },
  {
    ...browser,
    format: 'esm',
    entryPoints: { pdf: 'pdfjs-dist/legacy/build/pdf.mjs', 'pdf.worker': 'pdfjs-dist/legacy/build/pdf.worker.mjs' },
    outdir: 'dist/pdfjs',
  },
  {
    ...browser,
    format: 'esm',
    mainFields,
    entryPoints: ['server/src/exporters/docx-package.ts'],
    outdir: 'dist/docx',
  },
  {
    ...node,
    format: 'cjs',
    external: ['vscode'],
    entryPoints: ['client/src/node.ts'],
    outfile: 'dist/client.cjs',
  },
  {
    ...browser,
    format: 'cjs',
    external: ['vscode'],
    entryPoints: ['client/src/browser.ts'],
    outfile: 'dist/client.browser.cjs',
  },
  { ...browser, format: 'iife', entryPoints: ['client/webview/preview.ts'], outfile: 'dist/preview.js' },
  {
    ...browser,
    minify: false,
    sourcemap: 'inline',
    format: 'cjs',
    external: ['vscode'],
    entryPoints: ['test/vscode/suite/index.ts'],
    outfile: 'out/suite.cjs',
  },
];

/** What the pages of all rules tell, as JSON. */
async function ruleTexts(): Promise<string> {
  const outfile = join(root, 'out/texts/rule-texts.mjs');
  await esbuild.build({ ...node, format: 'esm', entryPoints: ['server/src/rules/engine/rule-texts.ts'], outfile });
  const module = (await import(outfile)) as typeof import('../server/src/rules/engine/rule-texts.ts');
  return JSON.stringify(module.ruleTexts);
}

/**
 * Takes what only a rule's page tells out of the rule, where every server would load it at its start, and puts it as data
 * into the module that is loaded when a page is read.
 */
function textsApart(): esbuild.Plugin {
  return {
    name: 'texts of rules apart',
    setup({ onLoad }) {
      onLoad({ filter: /[\\/]rules[\\/]engine[\\/]rule-texts\.ts$/ }, async () => ({
        contents: `export const ruleTexts = ${texts};`,
        loader: 'js',
      }));
      onLoad({ filter: /[\\/]server[\\/]src[\\/]rules[\\/][a-z-]+\.ts$/ }, async ({ path }) => {
        const source = readFileSync(path, 'utf8');
        const contents = source.replace(/^ {2}(?:explanation|noFix|example): \{\n[\s\S]*?^ {2}\},\n/gm, '');
        return { contents, loader: 'ts' };
      });
    },
  };
}

/** Leaves pdf.js and docx, the largest of all, to files that Node and the browser share: those that import them lie in folders of dist/. */
function largePackagesApart(): esbuild.Plugin {
  return {
    name: 'large packages apart',
    setup({ onResolve }) {
      onResolve({ filter: /\/docx-package\.ts$/ }, ({ kind }) =>
        kind === 'entry-point' ? null : { path: '../docx/docx-package.js', external: true },
      );
      onResolve({ filter: /^pdfjs-dist\/legacy\/build\// }, ({ path }) => ({
        path: `../pdfjs/${basename(path, '.mjs')}.js`,
        external: true,
      }));
    },
  };
}

/** What the client offers to choose from: the codes and titles of all rules, and the formats of export. */
async function writeChoices(): Promise<void> {
  const entryPoints = { rules: 'server/src/rules/index.ts', exporters: 'server/src/exporters/index.ts' };
  const outdir = join(root, 'out/choices');
  const outExtension = { '.js': '.mjs' };
  await esbuild.build({ ...node, format: 'esm', splitting: true, entryPoints, outdir, outExtension });
  const { rules } = (await import(join(outdir, 'rules.mjs'))) as typeof import('../server/src/rules/index.ts');
  const { exportFormats } = (await import(
    join(outdir, 'exporters.mjs')
  )) as typeof import('../server/src/exporters/index.ts');
  const choices = {
    rules: rules.map(({ code, title }) => ({ code, ...title })),
    formats: exportFormats.map(({ id, extension, title, description }) => ({ id, extension, title, description })),
  };
  for (const [name, list] of Object.entries(choices)) {
    writeFileSync(join(root, `dist/${name}.json`), `${JSON.stringify(list)}\n`);
  }
}

/** The maps by which PDF files name Chinese characters whose fonts they leave to the reader. */
function copyCharacterMaps(): void {
  const from = join(root, 'node_modules/pdfjs-dist/cmaps');
  const chinese = readdirSync(from).filter((name) => /^(?:Adobe-GB1-|GB|UniGB-(?:UCS2|UTF16)-)/.test(name));
  for (const name of [...chinese, 'LICENSE']) cpSync(join(from, name), join(root, 'dist/cmaps', name));
}

/** Leaves dynamic imports to the run time, and tells the modules that they name. */
function partsOnDemand(found: (module: string) => void): esbuild.Plugin {
  return {
    name: 'parts on demand',
    setup({ onResolve, onEnd, resolve }) {
      onResolve({ filter: /^\./ }, async ({ path, kind, resolveDir }) => {
        if (kind !== 'dynamic-import') return null;
        const module = await resolve(path, { kind: 'import-statement', resolveDir });
        found(module.path);
        return { path: `./browser/${basename(module.path, '.ts')}.js`, external: true };
      });
      onEnd(({ outputFiles = [] }) => {
        for (const file of outputFiles) {
          const text = file.text.replaceAll(
            /\bimport\((["'`]\.\/browser\/)/g,
            "import((globalThis.nianbaoHome??'')+$1",
          );
          file.contents = new TextEncoder().encode(text);
        }
      });
    },
  };
}

async function partsOf(options: esbuild.BuildOptions): Promise<string[]> {
  const found = new Set<string>();
  await esbuild.build({
    ...options,
    write: false,
    plugins: [textsApart(), partsOnDemand((module) => found.add(module))],
  });
  return [...found];
}

/** The page's own rules, for the two views of the preview: what is the page's there is the view's here. */
async function writePreviewStyle(): Promise<void> {
  const inside = (rules: string) => rules.replaceAll(/(?::root|\bbody|\bmain)(?= \{)/g, '&');
  const own = readFileSync(join(root, 'client/webview/preview.css'), 'utf8');
  const style = `${latinFace}\n.portal {\n${inside(screenRules)}\n}\n.paper {\n${inside(paperRules())}\n}\n${own}`;
  const { code } = await esbuild.transform(style, { loader: 'css', minify: true, target: 'chrome120' });
  writeFileSync(join(root, 'dist/preview.css'), code);
}

/** The licences of what is bundled, the bill of materials, and which packages these are, for the test that none is missing. */
function writeNotices(metafiles: readonly esbuild.Metafile[]): void {
  const bundled = bundledFiles(metafiles);
  const packages = bundledPackages(root, bundled);
  writeFileSync(join(root, 'dist/THIRD-PARTY-NOTICES.txt'), noticesText(packages));
  writeFileSync(join(root, 'dist/sbom.cdx.json'), sbomText(manifest.name, manifest.version, packages));
  writeFileSync(join(root, 'out/bundled.json'), `${JSON.stringify(bundled)}\n`);
  writeFileSync(join(root, 'out/bundled-sizes.json'), `${JSON.stringify(bundledSizes(metafiles))}\n`);
}

function write({ path, contents }: esbuild.OutputFile): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, contents);
}

/** Removes what an earlier build left; only when nothing can fail any more, so that a broken build leaves the last good one. */
function clean(): void {
  for (const folder of ['dist', 'out']) {
    rmSync(join(root, folder), { recursive: true, force: true });
    mkdirSync(join(root, folder));
  }
}

if (watch) {
  clean();
  const plugin: esbuild.Plugin = {
    name: 'write',
    setup: ({ onEnd }) => onEnd(({ outputFiles = [] }) => outputFiles.forEach(write)),
  };
  for (const options of builds) {
    const plugins = [...(options.plugins ?? []), plugin];
    await (await esbuild.context({ ...options, write: false, plugins })).watch();
  }
  console.log('watching');
} else {
  const results = await Promise.all(
    builds.map((options) => esbuild.build({ ...options, write: false, metafile: true })),
  );
  clean();
  for (const file of results.flatMap(({ outputFiles = [] }) => outputFiles)) write(file);
  writeNotices(results.map(({ metafile }) => metafile));
}
await writePreviewStyle();
await writeChoices();
copyCharacterMaps();
