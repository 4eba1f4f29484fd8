import type { Market } from '../../core/market';
import { DEFAULT_SETTINGS, type RunSettings } from '../../core/settings';
import { annotationNodes } from '../../script/account-record';
import { ColumnEvaluator } from '../../script/column-evaluator';
import type { ColumnStore } from '../../script/column-store';
import { AccountRecord, referencesOf, type ParameterValues } from '../../script/evaluate';
import { framed } from '../../script/frame-rows';
import { actionNodes } from '../../script/order-nodes';
import { PhraseBook } from '../../script/phrases';
import type { NodeId, Plan } from '../../script/plan';
import { portfolioStrategy } from '../../script/portfolio-strategy';
import { checkAlone, type BacktestRequest } from '../backtest';
import { checkRows } from '../check-rows';
import { marketDetail } from '../detail';
import { storesOf, type NamedBars } from '../named-bars';
import { checkMembers, marketOf, type PortfolioRequest } from '../portfolio';
import { checkReferences, timedOf } from '../portfolio-rules';
import type { Built, TruncationSubject, WatchedValue } from './subject';

/**
 * A backtest as what a look-ahead check takes.
 *
 * @throws BacktabError `data_insufficient` | `reference_missing`
 */
export function backtestSubject(request: Omit<BacktestRequest, 'dataHash' | 'tries'>): TruncationSubject {
  const { plan, bars, instrument, intervalMs } = request;
  checkRows('A look-ahead check', bars);
  const dataset = {
    name: '',
    bars,
    zone: instrument.zone,
    ...(intervalMs === undefined ? {} : { intervalMs }),
  };
  checkAlone(plan);
  return subjectOf(request, [dataset], [{ name: '', bars, ...marketDetail(request.detail) }], {});
}

/**
 * A run on several datasets likewise.
 *
 * @throws BacktabError as `runPortfolio` does
 */
export function portfolioSubject(request: Omit<PortfolioRequest, 'tries'>): TruncationSubject {
  const members = request.members.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  checkMembers(members);
  checkReferences(
    referencesOf(request.plan),
    members.map(({ name }) => name),
  );
  const currency = request.currency ?? members[0]?.instrument.currency ?? '';
  const { rates = {} } = request;
  return subjectOf(request, members.map(timedOf), members.map(marketOf), { currency, rates });
}

type PlanRun = Pick<BacktestRequest, 'plan' | 'parameters' | 'settings'>;

function subjectOf(
  { plan, parameters, settings: changed }: PlanRun,
  given: readonly NamedBars[],
  markets: readonly Market[],
  account: Pick<TruncationSubject['setup'], 'currency' | 'rates'>,
): TruncationSubject {
  // A prefix must not guess another length of its bars.
  const datasets = given.map((dataset) => ({ ...dataset, intervalMs: framed(dataset).intervalMs }));
  const settings: RunSettings = { ...DEFAULT_SETTINGS, ...plan.settings, ...changed };
  const texts = watchedNodes(plan, parameters);
  return {
    setup: {
      ...account,
      settings,
      markets: markets.map((market, k) => ({
        ...market,
        intervalMs: market.intervalMs ?? datasets[k]!.intervalMs,
      })),
    },
    datasets,
    lineOf: (reason) => plan.actions.find((action) => action.reason === reason)?.line ?? null,
    build: (tables) => built(plan, parameters, tables, texts),
  };
}

function built(
  plan: Plan,
  parameters: ParameterValues,
  tables: readonly NamedBars[],
  texts: ReadonlyMap<NodeId, Place>,
): Built {
  const stores = storesOf(referencesOf(plan), tables);
  const records = stores.map((store) => store && new AccountRecord(plan));
  const markets = tables.map(({ name }) => name);
  return {
    strategy: portfolioStrategy(plan, parameters, stores, { markets, records }),
    values: () =>
      stores.flatMap((store, market) =>
        store ? valuesOf({ plan, parameters, store, record: records[market] ?? null, texts }, market) : [],
      ),
  };
}

interface Place {
  readonly text: string;
  readonly line: number | null;
}

interface Watched {
  readonly plan: Plan;
  readonly parameters: ParameterValues;
  readonly store: ColumnStore;
  readonly record: AccountRecord | null;
  readonly texts: ReadonlyMap<NodeId, Place>;
}

function valuesOf(
  { plan, parameters, store, record, texts }: Watched,
  market: number,
): readonly WatchedValue[] {
  const evaluator = new ColumnEvaluator(plan, parameters, store);
  evaluator.prepare([...texts.keys()]);
  return [...texts].flatMap(([node, { text, line }]) => {
    const column = plan.rates[node] === 'account' ? record?.column(node) : evaluator.column(node);
    return column ? [{ text, line, market, column }] : [];
  });
}

/** Every value that a script shows, tells or orders by, with where it stands: the names of the script first. */
function watchedNodes(plan: Plan, parameters: ParameterValues): ReadonlyMap<NodeId, Place> {
  const book = new PhraseBook(plan, parameters);
  const places = new Map<NodeId, Place>();
  const add = (node: NodeId, place: () => Place): void => {
    if (plan.rates[node] !== 'scalar' && !places.has(node)) places.set(node, place());
  };
  for (const { node, name, line } of [...plan.lenses, ...plan.plots]) add(node, () => ({ text: name, line }));
  for (const action of plan.actions) {
    const { when, reason, line } = action;
    add(when, () => ({ text: reason, line }));
    for (const node of actionNodes(action)) add(node, () => ({ text: book.number(node), line }));
  }
  for (const annotation of plan.annotations) {
    const { line } = annotation;
    for (const node of annotationNodes(annotation)) add(node, () => ({ text: book.number(node), line }));
  }
  return places;
}
