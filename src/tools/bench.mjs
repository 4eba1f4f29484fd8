import { readdir } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { build } from './build.mjs';
import { bundle } from './bundle.mjs';
import { measureBrowser } from './bench-browser.mjs';
import { measurePage } from './bench-page.mjs';
import { ROOT } from './project.mjs';

/**
 * `npm run bench [NAME]`: runs `run(print)` of each `tests/bench/*.bench.ts`, then measures sweeps in Chromium and the built page.
 * Each is bundled first, so that it is timed as it ships. NAME picks those whose name holds it; `browser` and `page` are the last two.
 */
const SUFFIX = '.bench.ts';
const wanted = process.argv[2] ?? '';

/** @param {string} line */
const print = (line) => console.log(line);

const files = (await readdir(`${ROOT}tests/bench`)).filter((file) => file.endsWith(SUFFIX)).sort();
const names = files.map((file) => file.slice(0, -SUFFIX.length));
const chosen = names.filter((name) => name.includes(wanted));
const withBrowser = 'browser'.includes(wanted);
const withPage = 'page'.includes(wanted);
if (chosen.length === 0 && !withPage && !withBrowser) {
  console.error(`There is no benchmark '${wanted}'. Known: ${[...names, 'browser', 'page'].join(', ')}.`);
  process.exit(2);
}

const outDir = `${ROOT}build/bench`;
if (chosen.length > 0) {
  await bundle({
    entries: Object.fromEntries(chosen.map((name) => [name, `tests/bench/${name}${SUFFIX}`])),
    outDir,
  });
}
for (const name of chosen) {
  print(`\n== ${name} ==`);
  const { run } = await import(pathToFileURL(`${outDir}/${name}.js`).href);
  await run(print);
}
if (withBrowser) {
  print('\n== browser ==');
  await measureBrowser(print);
}
if (withPage) {
  print('\n== page ==');
  await build();
  await measurePage(print);
}
