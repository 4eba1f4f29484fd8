import { version } from '../../package.json';
import { BacktabError, toBacktabError } from '../core/errors';
import { backtest, BACKTEST_USAGE } from './commands/backtest';
import { check, CHECK_USAGE } from './commands/check';
import { compute, COMPUTE_USAGE } from './commands/compute';
import { importFiles, IMPORT_USAGE } from './commands/import';
import { indicators, INDICATORS_USAGE } from './commands/indicators';
import { link, LINK_USAGE } from './commands/link';
import { montecarlo, MONTECARLO_USAGE } from './commands/montecarlo';
import { settings, SETTINGS_USAGE } from './commands/settings';
import { sensitivity, SENSITIVITY_USAGE } from './commands/sensitivity';
import { sweep, SWEEP_USAGE } from './commands/sweep';
import { validate, VALIDATE_USAGE } from './commands/validate';
import { verify, VERIFY_USAGE } from './commands/verify';
import { standardOutput, type Output } from './output';

/** A command; it may answer with an exit code of its own. */
type Command = (args: readonly string[], output: Output) => Promise<number | void>;

const COMMANDS: Readonly<Record<string, Command>> = {
  backtest,
  check,
  sweep,
  sensitivity,
  validate,
  montecarlo,
  link,
  verify,
  import: importFiles,
  indicators,
  settings,
  compute,
};

const HELP = `backtab ${version}: the engine of the page, headless

  ${[BACKTEST_USAGE, CHECK_USAGE, SWEEP_USAGE, SENSITIVITY_USAGE, VALIDATE_USAGE, MONTECARLO_USAGE, LINK_USAGE, VERIFY_USAGE, IMPORT_USAGE, INDICATORS_USAGE, SETTINGS_USAGE, COMPUTE_USAGE].join('\n  ')}

SCRIPT is a file or a built-in strategy, as examples/golden-cross.bt.js.
FILE is CSV; sp500 names the bundled daily history of the S&P 500, synthetic:SEED bars made from a number.
validate puts the best setting of a grid to the test of luck, by many methods; see docs/validation.md.
--detail has bars of a shorter interval, which say what came first inside a bar; see docs/settings.md.
LINK is a whole address or the part behind #/s/; docs/links.md says what it holds.
LOSS and GAIN are fractions of the account at the start, as 0.3; see docs/monte-carlo.md.
A request of compute is a line as {"fn":"ema","inputs":{"real":"close"},"params":{"timePeriod":20}}; see docs/compute.md.
Exit codes: 0 ok, 1 failed run, 2 bad usage or input.
`;

/** Failures that are the caller's to mend. */
const INPUT_CODES =
  /^(usage|file_|csv_|script_|parameter_|setting_|indicator_|input_|column_|detail_|link_|instrument|rate_missing|reference|timeframe_|sweep_too_large)/;

async function main(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    standardOutput.text(HELP);
    return name === undefined ? 2 : 0;
  }
  if (name === '--version') {
    standardOutput.text(version);
    return 0;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) throw new BacktabError('usage', { reason: `There is no command '${name}'.` });
  return (await command(rest, standardOutput)) ?? 0;
}

main(process.argv.slice(2)).then(
  (code) => (process.exitCode = code),
  (thrown: unknown) => {
    const { code, message, remedy } = toBacktabError(thrown);
    process.stderr.write(`error[${code}]: ${message}\n${remedy}\n`);
    process.exitCode = INPUT_CODES.test(code) ? 2 : 1;
  },
);
