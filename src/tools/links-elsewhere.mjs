import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { createServer } from 'vite';
import { ROOT } from './project.mjs';

const PAGE = 'tests/conformance/links/elsewhere.html';

/**
 * `npm run links -- COMMAND`: runs the stored links again in another browser, and fails where one is not identical to the byte.
 * COMMAND opens an address, as `firefox --headless`; without it the address is printed, to be opened by hand.
 */
/** @typedef {{ agent: string; links: number; different: string[]; failure: string | null }} Told */
/** @type {(told: Told) => void} */
let tell = () => undefined;
/** @type {Promise<Told>} */
const answer = new Promise((resolve) => (tell = resolve));
/** @type {import('vite').Plugin} */
const listener = {
  name: 'backtab-told',
  configureServer({ middlewares }) {
    middlewares.use('/told', async (request, response) => {
      tell(JSON.parse(await text(request)));
      response.end();
    });
  },
};
const server = await createServer({
  root: ROOT,
  logLevel: 'error',
  server: { port: 0 },
  plugins: [listener],
});
await server.listen();
const address = `${server.resolvedUrls?.local[0]}${PAGE}`;
const [command, ...args] = process.argv.slice(2);
if (command === undefined) console.log(`Open ${address}`);
const browser = command === undefined ? null : spawn(command, [...args, address], { stdio: 'ignore' });
browser?.on('error', (error) => {
  console.error(`${command} cannot be started: ${error.message}`);
  process.exit(2);
});

const { agent, links, different, failure } = await answer;
browser?.kill();
await server.close();
console.log(`${links - different.length} of ${links} links are identical in ${agent}`);
for (const line of different) console.log(line);
if (failure !== null) console.error(failure);
process.exit(failure === null && different.length === 0 ? 0 : 1);
