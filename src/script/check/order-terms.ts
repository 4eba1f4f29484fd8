import { readInstant } from '../../core/time';
import type { TimeInForce } from '../../core/order';
import type { Call, Expression } from '../ast';
import type { NodeId, PlanTerms, PlanTrail } from '../plan';
import { numberOf } from './arguments';
import type { Context } from './context';
import { isDatasetName } from './frame-call';
import { asTrail } from './trail-call';
import { readSwitch, readText, readWord } from './words';

type Options = ReadonlyMap<string, Expression>;

const LIVES: readonly TimeInForce[] = ['gtc', 'day', 'ioc', 'fok', 'gtd'];

/** Options of which an order has one at most. */
const CONFLICTS: readonly (readonly [string, string])[] = [
  ['trigger', 'touch'],
  ['trigger', 'trail'],
  ['touch', 'trail'],
  ['limit', 'trail'],
  ['limit', 'auction'],
  ['trigger', 'auction'],
  ['touch', 'auction'],
  ['trail', 'auction'],
];

/** What the options of an order say beside its size: what it waits for, how long it lives, its group. */
export function readTerms(context: Context, call: Call, callee: string, options: Options): PlanTerms {
  reportConflicts(context, options);
  reportIncomplete(context, call, callee, options);
  const price = (name: 'limit' | 'trigger' | 'touch'): Partial<Record<typeof name, NodeId>> => {
    const given = options.get(name);
    const node = given ? numberOf(context, given, name) : null;
    return node === null ? {} : { [name]: node };
  };
  const trail = readTrail(context, options.get('trail'), 'trail');
  return {
    ...price('limit'),
    ...price('trigger'),
    ...price('touch'),
    ...(trail ? { trail } : {}),
    ...readAuction(context, options.get('auction')),
    ...readLife(context, options),
    ...readPostOnly(context, options.get('postOnly')),
    ...readGroup(context, options.get('group')),
    ...readMarket(context, options.get('market')),
  };
}

/** A trailing distance: `percent(x)`, `amount(x)` or `averageRanges(multiple, bars)`. */
export function readTrail(context: Context, given: Expression | undefined, option: string): PlanTrail | null {
  if (!given) return null;
  const value = context.evaluate(given);
  const trail = asTrail(context, given, value);
  if (trail || value.kind === 'unknown' || given.kind === 'missing') return trail;
  const text = context.reporter.textOf(given);
  const fix = { label: `Use amount(${text})`, from: given.from, to: given.to, insert: `amount(${text})` };
  const isNumber = value.kind === 'number';
  context.reporter.report('trail_unit_missing', given, { option, text }, isNumber ? fix : null);
  return null;
}

/** The word that marks an order; empty without one. */
export function readTag(context: Context, given: Expression | undefined): string {
  const text = given ? readText(context, given, 'tag', 'breakout') : null;
  return text?.slice(0, 100) ?? '';
}

function readAuction(context: Context, given: Expression | undefined): Pick<PlanTerms, 'auction'> {
  const auction = given ? readWord(context, given, 'auction', ['open', 'close'] as const) : null;
  return auction ? { auction } : {};
}

function readLife(context: Context, options: Options): Pick<PlanTerms, 'timeInForce' | 'expires'> {
  const given = options.get('timeInForce');
  const until = options.get('expires');
  const timeInForce = given ? readWord(context, given, 'timeInForce', LIVES) : null;
  const expires = until ? readDate(context, until) : null;
  if (until && timeInForce && timeInForce !== 'gtd') {
    context.reporter.report('options_conflict', until, {
      first: `timeInForce: '${timeInForce}'`,
      second: 'expires',
    });
  }
  if (given && timeInForce === 'gtd' && !until) {
    const example = "timeInForce: 'gtd', expires: '2030-01-31'";
    context.reporter.report('option_incomplete', given, {
      option: "timeInForce: 'gtd'",
      needs: 'expires',
      example,
    });
  }
  const life = until ? 'gtd' : timeInForce;
  return {
    ...(life && life !== 'gtc' ? { timeInForce: life } : {}),
    ...(expires === null ? {} : { expires }),
  };
}

function readDate(context: Context, given: Expression): number | null {
  const text = readText(context, given, 'expires', '2030-01-31');
  if (text === null) return null;
  const time = readInstant(text);
  if (time === null) context.reporter.report('date_invalid', given, { text: text.slice(0, 40) });
  return time;
}

function readPostOnly(context: Context, given: Expression | undefined): Pick<PlanTerms, 'postOnly'> {
  return given && readSwitch(context, given, 'postOnly') === true ? { postOnly: true } : {};
}

function readGroup(context: Context, given: Expression | undefined): Pick<PlanTerms, 'group'> {
  const group = given ? readText(context, given, 'group', 'pair')?.slice(0, 100) : '';
  return group ? { group } : {};
}

/** The dataset whose instrument is traded. */
export function readMarket(context: Context, given: Expression | undefined): Pick<PlanTerms, 'market'> {
  const name = given ? readText(context, given, 'market', 'SPX') : null;
  if (!given || name === null) return {};
  if (isDatasetName(name)) return { market: name };
  context.reporter.report('dataset_name_invalid', given, { name: name.slice(0, 40) });
  return {};
}

function reportConflicts(context: Context, options: Options): void {
  for (const [first, second] of CONFLICTS) {
    const given = options.get(second);
    if (given && options.has(first)) context.reporter.report('options_conflict', given, { first, second });
  }
}

function reportIncomplete(context: Context, call: Call, callee: string, options: Options): void {
  if (!options.has('postOnly') || options.has('limit')) return;
  const example = `${callee}({ limit: close, postOnly: true })`;
  const given = options.get('postOnly') ?? call;
  context.reporter.report('option_incomplete', given, { option: 'postOnly', needs: 'limit', example });
}
