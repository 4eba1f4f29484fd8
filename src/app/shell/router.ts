import { isAlias } from '../../core/run-set';
import type { DockTab, Page } from '../state/workspace';

/** The part of the view that the URL keeps besides the page. Absent members keep their defaults. */
export interface ViewQuery {
  readonly tab?: DockTab;
  /** Index into trades. */
  readonly trade?: number;
  /** Rows shown by the chart, `[from, to)`; always both or neither. */
  readonly from?: number;
  readonly to?: number;
  readonly scale?: 'log' | 'percent';
  /** Alias of the instrument on the chart, where runs go over several. */
  readonly instrument?: string;
}

/** What a URL hash says. */
export interface Route {
  readonly page: Page;
  /** Payload of a share link, on page `shared` only; null there for a file, which no address can carry. */
  readonly payload: string | null;
  readonly view: ViewQuery;
}

const PATHS: Readonly<Record<string, Page>> = {
  '': 'workspace',
  report: 'report',
  compare: 'compare',
  sweep: 'sweep',
  'monte-carlo': 'monte-carlo',
  compute: 'compute',
  gallery: 'gallery',
  start: 'start',
  help: 'help',
};

/** Address of the page of a shared run that was opened from a file. */
const FILE = 'file';

const TABS: readonly DockTab[] = [
  'report',
  'trades',
  'orders',
  'sweep',
  'compute',
  'walk-forward',
  'monte-carlo',
  'log',
  'script',
];

/**
 * Reads a URL hash, as `#/report` or `#/?tab=orders&trade=28`. An empty hash is the workspace;
 * what is not known is `start`. View members that cannot be read are left out.
 */
export function parseHash(hash: string): Route {
  const text = hash.replace(/^#\/?/, '');
  if (text === FILE) return { page: 'shared', payload: null, view: {} };
  if (text.startsWith('s/')) return { page: 'shared', payload: text.slice(2), view: {} };
  const [path, query] = splitOnce(text, '?');
  const page = Object.hasOwn(PATHS, path) ? PATHS[path] : undefined;
  if (!page) return { page: 'start', payload: null, view: {} };
  return { page, payload: null, view: parseView(new URLSearchParams(query)) };
}

/** The hash of a route: `parseHash(formatRoute(r))` is `r`. Defaults of the view are left out. */
export function formatRoute(route: Route): string {
  if (route.page === 'shared') return route.payload === null ? `#/${FILE}` : `#/s/${route.payload}`;
  const path = Object.keys(PATHS).find((key) => PATHS[key] === route.page) ?? 'start';
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(route.view)) query.set(name, String(value));
  const text = query.toString();
  return `#/${path}${text ? `?${text}` : ''}`;
}

function parseView(query: URLSearchParams): ViewQuery {
  const tab = TABS.find((name) => name === query.get('tab'));
  const trade = wholeNumber(query.get('trade'));
  const from = finiteNumber(query.get('from'));
  const to = finiteNumber(query.get('to'));
  const scale = query.get('scale');
  const instrument = query.get('instrument') ?? '';
  return {
    ...(tab ? { tab } : {}),
    ...(trade !== null ? { trade } : {}),
    ...(from !== null && to !== null && from < to ? { from, to } : {}),
    ...(scale === 'log' || scale === 'percent' ? { scale } : {}),
    ...(isAlias(instrument) ? { instrument } : {}),
  };
}

function splitOnce(text: string, mark: string): readonly [string, string] {
  const at = text.indexOf(mark);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

function finiteNumber(text: string | null): number | null {
  if (text === null || text.trim() === '') return null;
  const value = Number(text);
  return Number.isFinite(value) ? value : null;
}

function wholeNumber(text: string | null): number | null {
  const value = finiteNumber(text);
  return value !== null && Number.isInteger(value) && value >= 0 ? value : null;
}
