import type { ParameterValues } from './column-evaluator';
import { PhraseBook, percentText } from './phrases';
import type { NodeId, Plan, PlanAction } from './plan';

type Enter = Extract<PlanAction, { kind: 'enter' }>;

/**
 * What a plan does, in plain English: when it enters and with how much, when it leaves, on which
 * sides. Deep conditions are shortened to what the script calls them.
 *
 * @param parameters  values by name; the script's default where one is absent
 */
export function explain(plan: Plan, parameters: ParameterValues = {}): string {
  const book = new PhraseBook(plan, parameters);
  const entries = plan.actions.filter((action) => action.kind === 'enter');
  const exits = plan.actions.filter((action) => action.kind === 'exit');
  if (entries.length === 0) return 'Never opens a position.';
  const [only] = entries;
  const isSingle = only !== undefined && entries.length === 1;
  return [
    ...entries.map((entry) => entrySentence(book, entry, isSingle)),
    exitSentence(book, entries, exits),
    sidesSentence(entries),
  ].join(' ');
}

function entrySentence(book: PhraseBook, entry: Enter, isSingle: boolean): string {
  const verb = entry.side === 'buy' ? 'Buys' : 'Sells short';
  const brackets = isSingle ? [] : bracketsOf(book, entry);
  const bracket = brackets.length === 0 ? '' : `, with ${listed(brackets, 'and')}`;
  return `${verb} ${sizeText(book, entry)} ${whenText(book, entry.when)}${bracket}.`;
}

function sizeText(book: PhraseBook, { sizing }: Enter): string {
  if (sizing.kind === 'percent_of_equity') {
    const percent = book.scalar(sizing.percent);
    return `with ${percent === null ? `${book.number(sizing.percent)} percent` : percentText(percent)} of equity`;
  }
  const units = book.scalar(sizing.units);
  return units === 1 ? 'one unit' : `${book.number(sizing.units)} units`;
}

function whenText(book: PhraseBook, when: NodeId): string {
  const known = book.scalar(when);
  if (known === null) return `when ${book.truth(when)}`;
  return known === 1 ? 'on every bar' : 'on no bar';
}

function bracketsOf(book: PhraseBook, entry: Enter): string[] {
  return [entry.stop, entry.target].flatMap((level, i) =>
    level === null ? [] : [`a ${i === 0 ? 'stop' : 'target'} ${book.level(level)}`],
  );
}

/** How positions end: exits in order, then the bracket of a single entry. */
function exitSentence(book: PhraseBook, entries: readonly Enter[], exits: readonly PlanAction[]): string {
  const [entry] = entries;
  const single = entries.length === 1 ? entry : undefined;
  const ways = exits.map((exit) => (single && goesBack(book, single, exit)) ?? whenText(book, exit.when));
  const brackets = single ? bracketsOf(book, single).map((text) => `at ${text}`) : [];
  const verb = entries.every((e) => e.side === 'buy') ? 'Sells' : 'Closes the position';
  const all = [...ways, ...brackets];
  if (all.length > 0) return `${verb} ${listed(all, 'or')}.`;
  const hasBrackets = entries.some((e) => e.stop !== null || e.target !== null);
  return hasBrackets ? 'Leaves only at a stop or target.' : 'Holds to the end of the data.';
}

/** `when it falls back below`: an exit that is the opposite crossing of the entry's. */
function goesBack(book: PhraseBook, entry: Enter, exit: PlanAction): string | undefined {
  const into = book.crossing(entry.when);
  const out = book.crossing(exit.when);
  if (!into || !out || into.above !== out.below || into.below !== out.above) return undefined;
  return into.isWrittenAsOver ? 'when it falls back below' : 'when it rises back above';
}

function sidesSentence(entries: readonly Enter[]): string {
  const sides = new Set(entries.map((entry) => entry.side));
  const words = sides.size === 2 ? 'Long and short' : sides.has('buy') ? 'Long only' : 'Short only';
  return `${words}; at most one position.`;
}

/** `a, b, or c`; two items take a comma only when one of them is itself a list. */
function listed(items: readonly string[], word: 'and' | 'or'): string {
  if (items.length <= 1) return items.join('');
  const last = items.at(-1) ?? '';
  const needsComma = items.length > 2 || items.some((item) => / (?:and|or) /.test(item));
  const comma = needsComma ? ',' : '';
  return `${items.slice(0, -1).join(', ')}${comma} ${word} ${last}`;
}
