import { intervalOf } from '../core/interval';
import type { SharedStrategy } from '../core/share';
import { runBacktest } from '../research/backtest';
import { runPortfolio } from '../research/portfolio';
import { shareOf } from '../research/share';
import { sharedOne, sharedSeveral } from '../research/share-data';
import { readAssignments, type CommandLine } from './arguments';
import { BacktabError } from '../core/errors';
import { knownOf, loadData, type DataFile } from './data-file';
import { currencyCode, loadMembers, loadRateFiles, ratesOf } from './instrument-options';
import { isPortfolio, readNamedPath } from './named-path';
import type { ScriptFile } from './script-file';
import { runSettings } from './settings';

/** A run that was made to be shared, with the data it ran on. */
export interface RunToShare {
  readonly shared: SharedStrategy;
  readonly files: readonly DataFile[];
}

/**
 * Runs a script as `backtab backtest` would, and says what a link claims about it.
 *
 * @throws BacktabError as a backtest does, `usage` for an author or a day that cannot be
 */
export async function runToShare(line: CommandLine, script: ScriptFile): Promise<RunToShare> {
  const { plan, source } = script;
  const paths = line.many('data').map(readNamedPath);
  const given = readAssignments('param', line.many('param'), plan.params);
  const settings = runSettings(line, plan.settings);
  const parameters = Object.fromEntries(plan.params.map((p) => [p.name, given[p.name] ?? p.default]));
  const words = { script: source, parameters, settings, author: authorOf(line), created: dayOf(line) };
  const [first] = paths;
  if (first && !isPortfolio(paths)) {
    const file = await loadData(first.path);
    const { bars, instrument, report, sha256: dataHash } = file;
    const outcome = runBacktest({
      plan,
      parameters: given,
      bars,
      dataHash,
      instrument,
      report,
      tries: 1,
      settings,
      ...intervalOf(file),
    });
    return { shared: shareOf({ ...words, data: sharedOne(knownOf(file)), outcome }), files: [file] };
  }
  const members = await loadMembers(paths, line.many('contract'), []);
  const rates = await loadRateFiles(line.many('fx'));
  const currency = line.value('currency');
  const outcome = runPortfolio({
    plan,
    parameters: given,
    members,
    ...(currency === undefined ? {} : { currency: currencyCode('currency', currency) }),
    rates: ratesOf(rates),
    tries: 1,
    settings,
  });
  const known = members.map(({ name, data, instrument, contract = {} }) => ({
    alias: name,
    known: knownOf(data),
    currency: instrument.currency,
    contract,
  }));
  const knownRates = Object.entries(rates).map(([code, rate]) => ({
    currency: code,
    rate: typeof rate === 'number' ? rate : knownOf(rate),
  }));
  const data = sharedSeveral(outcome.dataHash, known, outcome.currency, knownRates);
  const files = [...members.map((member) => member.data), ...Object.values(rates)].filter(
    (file) => typeof file !== 'number',
  );
  return { shared: shareOf({ ...words, data, outcome }), files: eachOnce(files) };
}

const eachOnce = (files: readonly DataFile[]): readonly DataFile[] =>
  files.filter(({ sha256 }, k) => files.findIndex((other) => other.sha256 === sha256) === k);

function authorOf(line: CommandLine): string | null {
  const author = line.value('author')?.trim() ?? '';
  if (author.length <= 200) return author === '' ? null : author;
  throw new BacktabError('usage', { reason: '--author takes at most 200 characters.' });
}

/** `--created`; today in UTC when it is not given. */
function dayOf(line: CommandLine): string | null {
  const text = line.value('created') ?? new Date().toISOString().slice(0, 10);
  if (text === 'none') return null;
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00Z`));
  if (isDay) return text;
  throw new BacktabError('usage', { reason: `--created takes a day as 2026-11-29, or none; was '${text}'.` });
}
