import { formatRoute, parseHash, type ViewQuery } from '../shell/router';
import { SHOWN_ROWS, type ViewState } from './view.svelte';

const CARRY_AFTER_MS = 300;

/** What a view is measured against. */
interface ViewFacts {
  readonly rows: number;
  /** The trade that is selected unless another one is: the last of the instrument on the chart; -1 without one. */
  readonly lastTrade: number;
  /** Alias of the instrument on the chart, where runs go over several. */
  readonly instrument: string | null;
}

/** Applies what a URL says of the view. */
export function showView(view: ViewState, { tab, trade, from, to, scale }: ViewQuery): void {
  if (tab) view.tab = tab;
  if (trade !== undefined) view.selectedTrade = trade;
  if (from !== undefined && to !== undefined) view.range = { from, to };
  if (scale) view.scale = scale;
}

/** Keeps in the URL, while the workspace is on screen, what differs from the view of a fresh visit. */
export function carryView(view: ViewState, facts: () => ViewFacts): void {
  $effect.root(() => {
    $effect(() => {
      if (view.page !== 'workspace') return;
      const hash = formatRoute({ page: view.page, payload: null, view: queryOf(view, facts()) });
      const timer = setTimeout(() => {
        // an address that has just been typed is told to the page later than this
        if (parseHash(location.hash).page === 'workspace') history.replaceState(null, '', hash);
      }, CARRY_AFTER_MS);
      return () => clearTimeout(timer);
    });
  });
}

function queryOf(
  { tab, scale, selectedTrade, range }: ViewState,
  { rows, lastTrade, instrument }: ViewFacts,
): ViewQuery {
  const [from, to] = [Math.round(range.from), Math.round(range.to)];
  const isEnd = to === rows && from === Math.max(0, rows - SHOWN_ROWS);
  return {
    ...(tab === 'trades' ? {} : { tab }),
    ...(selectedTrade === null || selectedTrade === lastTrade ? {} : { trade: selectedTrade }),
    ...(isEnd ? {} : { from, to }),
    ...(instrument === null ? {} : { instrument }),
    ...(scale === 'linear' ? {} : { scale }),
  };
}
