import type { ExchangeRate, Market } from '../../src/core/market';
import type { OrderRequest } from '../../src/core/order';
import type { RunSettings } from '../../src/core/settings';
import type { AccountView, Strategy } from '../../src/core/strategy';
import { drawMarkets, drawRates } from './random-bars';
import { drawDetail } from './random-detail';
import { drawRequest } from './random-requests';
import { drawSettings } from './random-settings';
import { RandomSource } from './random-source';

/** How wild a run is. */
export interface RunShape {
  readonly rows: number;
  readonly markets: number;
  /** Share of the settings that differ from their defaults. */
  readonly settings: number;
  /** Share of the numbers in requests, and of the bars, that make no sense. */
  readonly absurd: number;
  /** Chance of a request per market and call. */
  readonly requests: number;
  /** Settings that are not drawn. */
  readonly fixed?: Partial<RunSettings>;
  /** Whether sizes and distances are all relative to equity and price. */
  readonly relative?: boolean;
  /** Whether there are foreign currencies; drawn when absent. */
  readonly isForeign?: boolean;
}

/** All that an engine needs, made anew from one seed. */
export interface RandomRun {
  readonly markets: readonly Market[];
  readonly settings: RunSettings;
  readonly currency: string;
  readonly rates: Readonly<Record<string, ExchangeRate>>;
  /** A strategy that has seen nothing yet: the same calls get the same requests. */
  readonly strategy: () => Strategy;
}

/** Draws a run; the same seed and shape make the same run. */
export function drawRun(seed: number, shape: RunShape): RandomRun {
  const random = new RandomSource(seed);
  const settings: RunSettings = { ...drawSettings(random, shape.settings), ...shape.fixed };
  const markets = drawMarkets(random, {
    rows: shape.rows,
    count: random.whole(1, shape.markets),
    tick: settings.tickSize,
    damage: random.chance(0.5) ? shape.absurd : 0,
    hasActions: settings.actions === 'apply',
    gap: random.pick([0.01, 0.05]),
    isForeign: shape.isForeign ?? random.chance(0.3),
  });
  const own = random.whole(0, 2 ** 31);
  const within = new RandomSource(own + 1);
  const strategy = (): Strategy => drawStrategy(own, shape);
  const rates = drawRates(random);
  const walked =
    settings.intrabar === 'detail'
      ? markets.map((market) => withDetail(within, market, shape.absurd))
      : markets;
  return { markets: walked, settings, currency: 'USD', rates, strategy };
}

/** Most markets get bars of a shorter interval. */
function withDetail(random: RandomSource, market: Market, absurd: number): Market {
  const { bars, intervalMs } = market;
  if (intervalMs === undefined || random.chance(0.2)) return market;
  return { ...market, detail: drawDetail(random, bars, intervalMs, absurd / 4) };
}

function drawStrategy(seed: number, { requests, absurd, relative }: RunShape): Strategy {
  const random = new RandomSource(seed);
  return {
    name: 'random',
    onBar(_bar, _index, { markets }: AccountView): readonly OrderRequest[] {
      const asked: OrderRequest[] = [];
      // by name, so that the order in which instruments are given does not matter
      const byName = markets
        .map((view, k) => ({ view, k }))
        .sort((a, b) => (a.view.name < b.view.name ? -1 : 1));
      for (const { view, k } of byName) {
        if (random.chance(requests))
          asked.push(drawRequest(random, view, { market: k, absurd, isRelative: relative ?? false }));
      }
      return asked;
    },
  };
}
