import List from '@lucide/svelte/icons/list';
import Variable from '@lucide/svelte/icons/variable';
import type { DatasetManifest } from '../../core/dataset';
import type { Trade } from '../../core/order';
import type { RunInstrument } from '../../workers/protocol';
import { formatPercent, formatTime } from '../format';
import { allCommands } from '../keyboard/commands';
import type { Command } from '../keyboard/command';
import { rank } from '../keyboard/search';
import { workspace } from '../state/workspace.svelte';
import { keep, readKept } from './device-store';
import { layout } from './layout.svelte';

/** Results under one heading. */
export interface PaletteSection {
  readonly title: string;
  readonly items: readonly PaletteItem[];
}

/** One result: a command, a trade, or a name of the script. */
export type PaletteItem = Omit<Command, 'section' | 'scope'>;

const RECENT_KEY = 'backtab-recent-commands';
const RECENT = 4;
const MOST = 40;

/** What answers a search, by section, best first. */
export function paletteSections(search: string): readonly PaletteSection[] {
  const words = search.slice(1).trim();
  if (search.startsWith('#')) return [{ title: 'Trades', items: best(tradeItems(), words) }].filter(isFull);
  if (search.startsWith('@')) return [{ title: 'Script', items: best(scriptItems(), words) }].filter(isFull);
  const onlyCommands = search.startsWith('>');
  const wanted = onlyCommands ? words : search;
  const commands = allCommands().filter((command) => command.id !== 'palette');
  const recent = onlyCommands ? [] : best(recentOf(commands), wanted);
  const shown = new Set(recent.map((item) => item.id));
  const sections: PaletteSection[] = [{ title: 'Recent', items: recent }];
  for (const title of ['Commands', 'Strategies', 'Data', 'Runs', 'Help'] as const) {
    const items = commands.filter((command) => command.section === title && !shown.has(command.id));
    if (!onlyCommands || title === 'Commands') sections.push({ title, items: best(items, wanted) });
  }
  return sections.filter(isFull);
}

/** Puts a command at the head of the recent ones. */
export function rememberCommand(id: string): void {
  const others = recentIds().filter((other) => other !== id);
  keep(RECENT_KEY, [id, ...others].slice(0, RECENT).join('\n'));
}

const isFull = (section: PaletteSection): boolean => section.items.length > 0;

const recentIds = (): readonly string[] => (readKept(RECENT_KEY) ?? '').split('\n').filter(Boolean);

const recentOf = (commands: readonly Command[]): readonly Command[] =>
  recentIds().flatMap((id) => commands.filter((command) => command.id === id && !command.reason));

function best(items: readonly PaletteItem[], words: string): readonly PaletteItem[] {
  return items
    .map((item) => ({ item, rank: rank(item.title, words) }))
    .filter((hit) => hit.rank !== null)
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
    .slice(0, MOST)
    .map((hit) => hit.item);
}

function tradeItems(): readonly PaletteItem[] {
  const { answer, dataset } = workspace;
  if (!answer || !dataset) return [];
  const items = answer.outcome.result.trades.map((trade, i) => ({
    id: `trade-${i}`,
    title: `#${i + 1} ${tradeWords(trade, answer.portfolio?.instruments[trade.market], dataset)}`,
    detail: formatPercent(trade.return, { decimals: 2, signed: true }),
    icon: List,
    run: () => {
      workspace.show('workspace');
      workspace.selectedTrade = i;
    },
  }));
  return items.toReversed();
}

function tradeWords(trade: Trade, instrument: RunInstrument | undefined, dataset: DatasetManifest): string {
  const { interval, instrument: traded } = instrument ?? dataset;
  const date = (time: number): string => formatTime(time, traded.zone, interval);
  const words = `${trade.side} ${date(trade.entryTime)} to ${date(trade.exitTime)}`;
  return instrument ? `${instrument.alias} ${words}` : words;
}

function scriptItems(): readonly PaletteItem[] {
  const params = workspace.view?.params ?? [];
  const outcome = workspace.answer?.portfolio ? workspace.shown : workspace.answer?.outcome;
  const series = outcome ? [...outcome.lenses, ...outcome.plots] : [];
  const names = new Map([...params, ...series].map((name) => [name.name, name]));
  return [...names.values()].map((place) => ({
    id: `name-${place.name}`,
    title: place.name,
    detail: 'params' in place ? `line ${place.line}` : 'parameter',
    icon: Variable,
    run: () => layout.revealScript(place.from, place.to),
  }));
}
