import type { Column } from '../../core/column';
import { BacktabError } from '../../core/errors';
import { log } from '../../core/math/log';
import type { Trade } from '../../core/order';
import { assetsMinimum, assetsModel, calibrateAssets } from './assets';
import { BOOTSTRAP_MINIMUM, bootstrapModel } from './block-bootstrap';
import { calibrateGarch, GARCH_MINIMUM } from './calibrate-garch';
import { calibrateHeston, HESTON_MINIMUM } from './calibrate-heston';
import { calibrateJumps, JUMPS_MINIMUM } from './calibrate-jumps';
import { calibrateRegimes, REGIMES_MINIMUM } from './calibrate-regimes';
import { garchModel } from './garch';
import { calibrateGbm, GBM_MINIMUM, gbmModel } from './gbm';
import { hestonModel } from './heston';
import { historyMinimum, historyModel } from './history';
import { jumpModel } from './jumps';
import { marketTime, withMarketTime } from './market-time';
import type { ModelName, PathModel } from './path-model';
import { regimeModel } from './regimes';
import { SHUFFLE_MINIMUM, shuffleModel, tradeLogReturns } from './trade-shuffle';

/** What is known of a run, to make futures from. */
export interface RunHistory {
  /** Name of the run, as it stands among other holdings. */
  readonly name: string;
  /** `f64[n]`, account at each bar, the first included. */
  readonly equity: Column;
  readonly trades: readonly Trade[];
  /** Starting cash. */
  readonly capital: number;
  /** Values of other holdings at the same bars, for `assets`. */
  readonly others?: readonly { readonly name: string; readonly equity: Column }[];
}

/**
 * A model whose parameters are those of a run. Where the account is at rest on more than 2 % of the bars, the models that
 * know returns by their distribution are of the other bars (`market-time.ts`). Parameters that are searched for (jumps,
 * heston, garch, regimes) come from the latest 20,000 returns at most.
 *
 * @param name     the model
 * @param history  the run
 * @param steps    bars of a path, 1 or more; `trades` takes the number of trades instead
 *
 * @throws BacktabError `data_insufficient` below the model's least sample, `returns_unusable` for an account that never
 *         moves or falls to zero
 */
export function buildModel(name: ModelName, history: RunHistory, steps: number): PathModel {
  if (name === 'trades') return ofTrades(history);
  if (name === 'assets') return ofAssets(history, steps);
  const { work, needed, make, keepsRests = false } = MODELS[name];
  const least = needed(steps);
  const enough = (rows: number): void => {
    if (rows < least) throw new BacktabError('data_insufficient', { work, rows, needed: least });
  };
  enough(Math.max(0, history.equity.length - 1));
  const returns = logReturns(name, history.equity);
  const split = keepsRests ? null : marketTime(returns);
  if (!split) return make(returns, steps);
  enough(split.active.length);
  return withMarketTime(make(split.active, steps), split.time);
}

/** Returns that a search for parameters takes, the latest ones: some seconds of work at most. */
const MOST_FITTED = 20_000;

const latest = (returns: Column): Column => returns.subarray(-MOST_FITTED);

interface ModelSource {
  /** As an error names it. */
  readonly work: string;
  /** Returns needed. */
  readonly needed: (steps: number) => number;
  readonly make: (logReturns: Column, steps: number) => PathModel;
  /** Bars out of the market come back as they were; the others are of the bars in it. */
  readonly keepsRests?: true;
}

const MODELS: Readonly<Record<Exclude<ModelName, 'trades' | 'assets'>, ModelSource>> = {
  bootstrap: {
    work: 'A block bootstrap',
    needed: () => BOOTSTRAP_MINIMUM,
    make: bootstrapModel,
    keepsRests: true,
  },
  history: {
    work: 'A historical simulation of two stretches that share no bar',
    needed: historyMinimum,
    make: historyModel,
    keepsRests: true,
  },
  gbm: {
    work: 'A geometric Brownian motion',
    needed: () => GBM_MINIMUM,
    make: (returns, steps) => gbmModel(calibrateGbm(returns), steps),
  },
  jumps: {
    work: 'A jump diffusion',
    needed: () => JUMPS_MINIMUM,
    make: (returns, steps) => jumpModel(calibrateJumps(latest(returns)), steps),
  },
  heston: {
    work: "Heston's model",
    needed: () => HESTON_MINIMUM,
    make: (returns, steps) => hestonModel(calibrateHeston(latest(returns)), steps),
  },
  garch: {
    work: 'A GARCH model',
    needed: () => GARCH_MINIMUM,
    make: (returns, steps) => garchModel(calibrateGarch(latest(returns)).parameters, steps),
  },
  regimes: {
    work: 'A model of two regimes',
    needed: () => REGIMES_MINIMUM,
    make: (returns, steps) => regimeModel(calibrateRegimes(latest(returns)).parameters, steps),
  },
};

function ofTrades({ trades, capital }: RunHistory): PathModel {
  const closed = trades.filter(({ exitTime }) => Number.isFinite(exitTime));
  if (closed.length < SHUFFLE_MINIMUM) {
    const work = 'A shuffle of the trades, each a row,';
    throw new BacktabError('data_insufficient', { work, rows: closed.length, needed: SHUFFLE_MINIMUM });
  }
  return shuffleModel(tradeLogReturns(closed, capital));
}

function ofAssets({ name, equity, others = [] }: RunHistory, steps: number): PathModel {
  const holdings = [{ name, equity }, ...others];
  if (others.length === 0) {
    throw new BacktabError('returns_unusable', {
      model: 'assets',
      reason: 'there is no other holding beside the run',
    });
  }
  const needed = assetsMinimum(holdings.length);
  const rows = Math.max(0, equity.length - 1);
  if (rows < needed) throw new BacktabError('data_insufficient', { work: 'A model of assets', rows, needed });
  const weights = Float64Array.from(holdings, () => 1 / holdings.length);
  const returns = holdings.map((holding) => logReturns('assets', holding.equity));
  return assetsModel(
    calibrateAssets(
      holdings.map((holding) => holding.name),
      returns,
      weights,
    ),
    steps,
  );
}

/** Log returns of an account that moves and stays above zero. */
function logReturns(model: ModelName, equity: Column): Column {
  const below = equity.findIndex((value) => !(value > 0));
  if (below >= 0) {
    throw new BacktabError('returns_unusable', {
      model,
      reason: `the account is not above zero at bar ${below}`,
    });
  }
  const logs = equity.map(log);
  const returns = logs.subarray(1).map((value, i) => value - logs[i]!);
  if (returns.every((value) => value === returns[0])) {
    throw new BacktabError('returns_unusable', { model, reason: 'the account never moves' });
  }
  return returns;
}
