import type { Bars } from '../../core/bars';
import type { RunOnBars } from '../replay/replay-scene';
import type { Workspace } from '../state/workspace';

/** The result on the bars of the chart, with the places of its trades among those of the run. */
export interface ChartRun extends RunOnBars {
  /** Index into the trades of the run, by index into those of the chart. */
  readonly places: readonly number[];
}

/** The result as the chart shows it; null where it is one of other bars than those on screen. */
export function runOnBars(
  { answer, dataset, shown, market }: Pick<Workspace, 'answer' | 'dataset' | 'shown' | 'market'>,
  bars: Bars,
): ChartRun | null {
  if (!answer || answer.portfolio === undefined) return answer && alone(answer, dataset?.id, bars);
  if (!shown || market < 0 || shown.equity.length !== bars.time.length) return null;
  const { trades } = answer.outcome.result;
  const places = trades.flatMap((trade, place) => (trade.market === market ? [place] : []));
  const { plots, annotations, equity, drawdown, holding } = shown;
  const own = places.flatMap((place) => {
    const trade = trades[place];
    return trade ? [{ ...trade, number: place + 1 }] : [];
  });
  return { plots, annotations, trades: own, places, equity, drawdown, holding };
}

function alone(
  { request, outcome }: NonNullable<Workspace['answer']>,
  dataset: string | undefined,
  bars: Bars,
): ChartRun | null {
  const { result, holding, plots, annotations } = outcome;
  const { equity, drawdown } = result.series;
  if (request.dataset !== dataset || equity.length !== bars.time.length) return null;
  const places = result.trades.map((_, place) => place);
  return { plots, annotations, trades: result.trades, places, equity, drawdown, holding: holding.equity };
}
