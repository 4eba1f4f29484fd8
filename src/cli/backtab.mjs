#!/usr/bin/env node
import { pathToFileURL } from 'node:url';
import { buildCli } from '../tools/build-cli.mjs';

/** `npx backtab`: builds the CLI when its sources have changed, then runs it. Nothing of that goes to stdout. */
const main = await buildCli({ announce: () => process.stderr.write('Building the CLI, once …\n') }).catch(
  (error) => {
    const reason = error instanceof Error ? error.message : String(error);
    process.stderr.write(
      `error[internal]: The CLI could not be built: ${reason}\nRun npm ci, then try again.\n`,
    );
    return null;
  },
);

if (main) {
  process.argv[1] = main;
  await import(pathToFileURL(main).href);
} else {
  process.exitCode = 1;
}
