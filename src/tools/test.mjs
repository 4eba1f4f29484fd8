import { spawn } from 'node:child_process';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { buildCli } from './build-cli.mjs';
import { build } from './build.mjs';
import { ensureChromium } from './ensure-chromium.mjs';
import { ROOT } from './project.mjs';
import { playwrightTally, runTally, summary, vitestTally } from './tally.mjs';

const REPORTS = `${ROOT}build/test`;

/** `npm test`: everything from unit to end-to-end, once built; the last line is `N passed, N failed`. */
const RUNNERS = [
  { name: 'unit', tally: vitestTally, args: vitest('unit') },
  { name: 'chromium', tally: vitestTally, args: vitest('chromium') },
  {
    name: 'e2e',
    tally: playwrightTally,
    args: ['playwright', 'test', '-c', 'tests/e2e/playwright.config.ts', '--reporter=list,json'],
  },
];

const tallies = [];
const ready = await prepare().then(() => true, sayWhy);
if (!ready) tallies.push({ passed: 0, failed: 1, skipped: 0 });
for (const { name, args, tally } of ready ? RUNNERS : []) {
  console.log(`\n== ${name} ==`);
  const file = `${REPORTS}/${name}.json`;
  const succeeded = await run(args, file);
  const report = await readFile(file, 'utf8').then(JSON.parse).catch(missing);
  const counted = runTally(report && tally(report), succeeded);
  console.log(`${name}: ${summary([counted])}`);
  tallies.push(counted);
}
process.exitCode = tallies.some(({ failed }) => failed > 0) ? 1 : 0;
console.log(`\n${summary(tallies)}`);

async function prepare() {
  process.env.CHROMIUM_PATH = ensureChromium();
  await rm(REPORTS, { recursive: true, force: true });
  await mkdir(REPORTS, { recursive: true });
  await build();
  await buildCli();
}

/** @param {Error} error */
function sayWhy(error) {
  console.error(`The tests could not be prepared: ${error.message}`);
  return false;
}

/** @param {string} project */
function vitest(project) {
  const report = `--outputFile.json=${REPORTS}/${project}.json`;
  return ['vitest', 'run', '--project', project, '--reporter=default', '--reporter=json', report];
}

/**
 * @param {string[]} args
 * @param {string} report
 * @returns {Promise<boolean>} whether it ended with 0
 */
function run([tool = '', ...args], report) {
  const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: report };
  const child = spawn(process.execPath, [`${ROOT}node_modules/.bin/${tool}`, ...args], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return new Promise((resolve) => {
    child.on('error', () => resolve(false));
    child.on('exit', (code) => resolve(code === 0));
  });
}

/** @param {Error} error */
function missing(error) {
  console.error(`There is no report: ${error.message}`);
  return null;
}
