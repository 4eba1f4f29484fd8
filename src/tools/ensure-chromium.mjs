import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findChromium } from './chromium.mjs';

/**
 * A Chromium to test with, installed when there is none: with apt where this is root's, else Playwright's own.
 *
 * @returns {string} path of the executable
 * @throws {Error} that says what to do by hand
 */
export function ensureChromium() {
  const found = findChromium();
  if (found && existsSync(found)) return found;
  if (process.env.CHROMIUM_PATH) throw new Error(`CHROMIUM_PATH names ${found}, which does not exist.`);

  console.error('No Chromium found; installing one …');
  if (process.getuid?.() === 0 && runs('apt-get', ['--version'])) {
    runs('apt-get', ['update', '-qq']);
    runs('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium']);
  }
  const installed =
    findChromium() ?? (runs('npx', ['playwright', 'install', 'chromium']) ? findChromium() : null);
  if (installed) return installed;
  throw new Error(
    'No Chromium could be installed. Install Chromium or Chrome by hand (Debian: apt-get install chromium), ' +
      'or set CHROMIUM_PATH to the executable.',
  );
}

/**
 * @param {string} command
 * @param {string[]} args
 */
function runs(command, args) {
  const { status } = spawnSync(command, args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return status === 0;
}
