import type { ParameterValues } from './column-evaluator';
import { sizeWords, termWords, trailWords } from './order-phrases';
import { percentText } from './phrase-words';
import { PhraseBook } from './phrases';
import type { NodeId, Plan, PlanAction } from './plan';

type Of<K extends PlanAction['kind']> = Extract<PlanAction, { kind: K }>;
type Enter = Of<'enter'>;

/**
 * What a plan does, in plain English: when it enters and with how much, when it leaves, on which
 * sides. Long values are called by their names in the script, which sentences at the end explain;
 * what is nested too deep without a name is `a computed value`.
 *
 * @param parameters  values by name; the script's default where one is absent
 */
export function explain(plan: Plan, parameters: ParameterValues = {}): string {
  const book = new PhraseBook(plan, parameters);
  const actions = plan.actions.filter(({ when }) => !book.isNever(when));
  const entries = actions.filter((action) => action.kind === 'enter');
  const exits = actions.filter((action) => action.kind === 'exit');
  const others = actions.filter(({ kind }) => kind !== 'enter' && kind !== 'exit');
  const opens = entries.length > 0 || others.some(({ kind }) => kind !== 'cancel');
  if (!opens) return 'Never opens a position.';
  const [only] = entries;
  const isSingle = only !== undefined && entries.length === 1;
  const isClassic = entries.length > 0 && others.length === 0;
  const sentences = [
    ...entries.map((entry) => entrySentence(book, entry, isSingle)),
    ...others.map((action) => otherSentence(book, action)),
    ...(isClassic || exits.length > 0 ? [exitSentence(book, plan, entries, exits)] : []),
    ...(isClassic ? [sidesSentence(entries, plan.settings.pyramiding)] : []),
  ];
  return [...sentences, ...book.definitions()].join(' ');
}

function entrySentence(book: PhraseBook, entry: Enter, isSingle: boolean): string {
  const verb = entry.side === 'buy' ? 'Buys' : 'Sells short';
  const brackets = isSingle ? [] : bracketsOf(book, entry);
  const bracket = brackets.length === 0 ? '' : `, with ${listed(brackets, 'and')}`;
  const size = sizeWords(book, entry.sizing);
  return `${verb} ${size} ${whenText(book, entry.when)}${termsText(book, entry)}${bracket}.`;
}

function otherSentence(book: PhraseBook, action: PlanAction): string {
  const when = whenText(book, action.when);
  switch (action.kind) {
    case 'order': {
      const units = sizeWords(book, { kind: 'units', units: action.units });
      const reduces = action.reduceOnly ? ', only to reduce a position' : '';
      return `Orders to ${action.side} ${units} ${when}${termsText(book, action)}${reduces}.`;
    }
    case 'target':
      return `${weightText(book, action.weight)} ${when}${termsText(book, action)}.`;
    case 'cancel':
      return `Withdraws ${action.tag === null ? 'all waiting orders' : `waiting orders of ${action.tag}`} ${when}.`;
    default:
      return '';
  }
}

function weightText(book: PhraseBook, weight: NodeId): string {
  const known = book.scalar(weight);
  return known === null
    ? `Moves the position to a share of equity of ${book.number(weight)}`
    : `Moves the position to ${percentText(known * 100)} of equity`;
}

function termsText(book: PhraseBook, action: Exclude<PlanAction, { kind: 'cancel' }>): string {
  const words = termWords(book, action.terms);
  return words.length === 0 ? '' : `, ${words.join(', ')}`;
}

function whenText(book: PhraseBook, when: NodeId): string {
  const known = book.scalar(when);
  if (known === null) return `when ${book.truth(when)}`;
  return known === 1 ? 'on every bar' : 'on no bar';
}

function bracketsOf(book: PhraseBook, { stop, target, trailing }: Enter): string[] {
  return [
    ...(stop === null ? [] : [`a stop ${book.level(stop)}`]),
    ...(target === null ? [] : [`a target ${book.level(target)}`]),
    ...(trailing === null ? [] : [`a trailing stop ${trailWords(book, trailing)}`]),
  ];
}

/** How positions end: exits in order, then the bracket of a single entry. */
function exitSentence(
  book: PhraseBook,
  { settings }: Plan,
  entries: readonly Enter[],
  exits: readonly Of<'exit'>[],
): string {
  const [entry] = entries;
  const single = entries.length === 1 ? entry : undefined;
  const ways = exits.map(
    (exit) =>
      ((single && goesBack(book, single, exit)) ?? whenText(book, exit.when)) + exitDetails(book, exit),
  );
  const brackets = single ? bracketsOf(book, single).map((text) => `at ${text}`) : [];
  const isLongOnly = entries.length > 0 && entries.every((e) => e.side === 'buy');
  const verb = isLongOnly ? 'Sells' : 'Closes the position';
  const all = [...ways, ...brackets];
  if (all.length > 0) return `${verb} ${listed(all, 'or')}.`;
  const turns = settings.oppositeEntry === 'reverse' && new Set(entries.map(({ side }) => side)).size === 2;
  if (turns) return 'An entry on the other side turns the position round.';
  const hasBrackets = entries.some((e) => bracketsOf(book, e).length > 0);
  return hasBrackets ? 'Leaves only at a stop or target.' : 'Holds to the end of the data.';
}

/** ` (a long one, 50 % of it, with a limit …)`: what an exit says beside its condition. */
function exitDetails(book: PhraseBook, exit: Of<'exit'>): string {
  const details = [
    ...(exit.position === null ? [] : [exit.position === 'long' ? 'a long one' : 'a short one']),
    ...(exit.fraction === null ? [] : [fractionText(book, exit.fraction)]),
    ...termWords(book, exit.terms),
  ];
  return details.length === 0 ? '' : ` (${details.join(', ')})`;
}

function fractionText(book: PhraseBook, fraction: NodeId): string {
  const known = book.scalar(fraction);
  return known === null ? `a share of ${book.number(fraction)}` : `${percentText(known * 100)} of it`;
}

/** `when it falls back below`: an exit that is the opposite crossing of the entry's. */
function goesBack(book: PhraseBook, entry: Enter, exit: PlanAction): string | undefined {
  const into = book.crossing(entry.when);
  const out = book.crossing(exit.when);
  if (!into || !out || into.above !== out.below || into.below !== out.above) return undefined;
  return into.isWrittenAsOver ? 'when it falls back below' : 'when it rises back above';
}

function sidesSentence(entries: readonly Enter[], pyramiding: number): string {
  const sides = new Set(entries.map((entry) => entry.side));
  const words = sides.size === 2 ? 'Long and short' : sides.has('buy') ? 'Long only' : 'Short only';
  const most = pyramiding === 1 ? 'one position' : `${pyramiding} entries in one position`;
  const isSeveral = entries.some(({ terms }) => terms.market !== undefined);
  return `${words}; at most ${most}${isSeveral ? ' in each instrument' : ''}.`;
}

/** `a, b, or c`; two items take a comma only when one of them is itself a list. */
function listed(items: readonly string[], word: 'and' | 'or'): string {
  if (items.length <= 1) return items.join('');
  const last = items.at(-1) ?? '';
  const needsComma = items.length > 2 || items.some((item) => / (?:and|or) /.test(item));
  const comma = needsComma ? ',' : '';
  return `${items.slice(0, -1).join(', ')}${comma} ${word} ${last}`;
}
