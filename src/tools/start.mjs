import { spawn } from 'node:child_process';
import { build } from './build.mjs';
import { ROOT } from './project.mjs';

/** `npm start`: builds what is stale, serves page and proxy on one address, opens the browser on a desktop. */
const names = await build();
if (names.length > 0) console.log(`Built ${names.join(' and ')}.`);

const { serve } = await import(`${ROOT}build/proxy/node.js`);
const server = await serve({ env: process.env, dist: `${ROOT}dist` }).catch(fail);
console.log(`Backtab is at ${server.url}`);
openBrowser(server.url);

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
  process.once(signal, () => void server.close().then(() => process.exit(0)));
}

/**
 * @param {unknown} error
 * @returns {never}
 */
function fail(error) {
  const known = /** @type {{ code?: string, message?: string, remedy?: string }} */ (error);
  console.error(
    `error[${known.code ?? 'internal'}]: ${known.message}${known.remedy ? `\n${known.remedy}` : ''}`,
  );
  process.exit(1);
}

/** @param {string} url */
function openBrowser(url) {
  const { CI, DISPLAY, WAYLAND_DISPLAY, BROWSER } = process.env;
  const desktop = process.platform === 'darwin' || process.platform === 'win32' || DISPLAY || WAYLAND_DISPLAY;
  if (CI || !desktop || BROWSER === 'none') return;
  const [command, ...args] = {
    darwin: ['open', url],
    win32: ['cmd', '/c', 'start', '', url],
  }[/** @type {string} */ (process.platform)] ?? ['xdg-open', url];
  const child = spawn(command ?? '', args, { stdio: 'ignore', detached: true });
  child.on('error', () => console.log('Open it in a browser.'));
  child.unref();
}
