import type { OrderRequest } from '../core/order';
import type { AccountView, MarketView, Strategy } from '../core/strategy';
import type { ParameterValues } from './column-evaluator';
import type { ColumnStore } from './column-store';
import { planStrategy, type AccountRecord } from './evaluate';
import type { Plan } from './plan';

/** The shared account as the rules of one instrument see it: its own position, everybody's cash. */
class MarketAccount implements AccountView {
  equity = NaN;
  cash = NaN;
  positionSize = 0;
  entryPrice = NaN;
  barsHeld = NaN;
  markets: readonly MarketView[] = [];

  read(account: AccountView, market: MarketView): this {
    this.equity = account.equity;
    this.cash = account.cash;
    this.positionSize = market.positionSize;
    this.entryPrice = market.entryPrice;
    this.barsHeld = market.barsHeld;
    this.markets = account.markets;
    return this;
  }
}

/** What the rules are told of the run around them. */
interface PortfolioRun {
  readonly markets?: readonly string[];
  readonly records?: readonly (AccountRecord | null)[];
}

/**
 * A plan on several instruments of one account: its rules run on each that the plan does not name, on that instrument's
 * bars and position, and share cash and equity. Those that it names are read and traded by the others. At an instant at which several bars close, orders come in the order of the instruments.
 *
 * @param plan        a checked script
 * @param parameters  values by name; the script's default where one is absent
 * @param stores      one store of bars per instrument, in the order of the run's; null for one that the plan names
 * @param run         names of the instruments, and records of what the stores' plots show, in that order
 *
 * @throws BacktabError `parameter_unknown` | `parameter_out_of_range` | `reference_missing` | `timeframe_too_short`
 */
export function portfolioStrategy(
  plan: Plan,
  parameters: ParameterValues,
  stores: readonly (ColumnStore | null)[],
  { markets = [], records = [] }: PortfolioRun = {},
): Strategy {
  const parts = stores.map(
    (store, k) => store && planStrategy(plan, parameters, store, { markets, record: records[k] ?? null }),
  );
  const view = new MarketAccount();
  return {
    name: plan.name,
    onStart: () => parts.forEach((part) => part?.onStart?.()),
    save: () => parts.map((part) => part?.save?.()),
    restore: (saved) => parts.forEach((part, k) => part?.restore?.((saved as readonly unknown[])[k])),
    onBar(_bar, _index, account) {
      const requests: OrderRequest[] = [];
      parts.forEach((part, market) => {
        const own = account.markets[market];
        if (!part || !own?.isNew) return;
        for (const request of part.onBar(own.bar, own.index, view.read(account, own))) {
          requests.push(request.market === undefined ? { ...request, market } : request);
        }
      });
      return requests;
    },
  };
}
