import type { Market } from '../../core/market';
import { DEFAULT_SETTINGS, type RunSettings } from '../../core/settings';
import type { AccountRecord } from '../../script/account-record';
import { annotationNodes } from '../../script/account-record';
import { ColumnEvaluator } from '../../script/column-evaluator';
import type { ColumnStore } from '../../script/column-store';
import type { ParameterValues } from '../../script/evaluate';
import { framed } from '../../script/frame-rows';
import { actionNodes } from '../../script/order-nodes';
import { PhraseBook } from '../../script/phrases';
import type { NodeId, Plan } from '../../script/plan';
import { checkAlone, type BacktestRequest } from '../backtest';
import { checkRows } from '../check-rows';
import { marketDetail } from '../detail';
import { checkMembers, marketOf, type PortfolioRequest } from '../portfolio';
import { portfolioRules, type RuledMember } from '../portfolio-rules';
import type { Built, Dataset, TruncationSubject, WatchedValue } from './subject';

/**
 * A backtest as what a look-ahead check takes.
 *
 * @throws BacktabError `data_insufficient` | `reference_missing`
 */
export function backtestSubject(request: Omit<BacktestRequest, 'dataHash' | 'tries'>): TruncationSubject {
  const { plan, bars, instrument, intervalMs, detail } = request;
  checkRows('A look-ahead check', bars);
  checkAlone(plan);
  const member = { name: '', bars, instrument, ...(intervalMs === undefined ? {} : { intervalMs }) };
  return subjectOf(request, [member], [{ name: '', bars, ...marketDetail(detail) }], {});
}

/**
 * A run on several datasets likewise.
 *
 * @throws BacktabError as `runPortfolio` does
 */
export function portfolioSubject(request: Omit<PortfolioRequest, 'tries'>): TruncationSubject {
  const members = request.members.toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  checkMembers(members);
  const currency = request.currency ?? members[0]?.instrument.currency ?? '';
  const { rates = {} } = request;
  const subject = subjectOf(request, members, members.map(marketOf), { currency, rates });
  // Refuses what no run of these members could be made of.
  portfolioRules(request.plan, request.parameters, subject.datasets);
  return subject;
}

type PlanRun = Pick<BacktestRequest, 'plan' | 'parameters' | 'settings'>;

function subjectOf(
  { plan, parameters, settings: changed }: PlanRun,
  members: readonly RuledMember[],
  markets: readonly Market[],
  account: Pick<TruncationSubject['setup'], 'currency' | 'rates'>,
): TruncationSubject {
  // A prefix must not guess another length of its bars.
  const datasets = members.map(({ name, bars, instrument, ...member }): Dataset => ({
    name,
    bars,
    instrument,
    intervalMs: member.intervalMs ?? framed({ bars }).intervalMs,
  }));
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
    build: (known) => built(plan, parameters, known, texts),
  };
}

function built(
  plan: Plan,
  parameters: ParameterValues,
  datasets: readonly Dataset[],
  texts: ReadonlyMap<NodeId, Place>,
): Built {
  const { strategy, ruled } = portfolioRules(plan, parameters, datasets);
  return {
    strategy,
    values: () =>
      ruled.flatMap(({ market, store, record }) =>
        valuesOf({ plan, parameters, store, record, texts }, market),
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
  readonly record: AccountRecord;
  readonly texts: ReadonlyMap<NodeId, Place>;
}

function valuesOf(
  { plan, parameters, store, record, texts }: Watched,
  market: number,
): readonly WatchedValue[] {
  const evaluator = new ColumnEvaluator(plan, parameters, store);
  evaluator.prepare([...texts.keys()]);
  return [...texts].flatMap(([node, { text, line }]) => {
    const column = plan.rates[node] === 'account' ? record.column(node) : evaluator.column(node);
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
