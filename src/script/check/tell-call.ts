import type { Call, Expression } from '../ast';
import { SCRIPT_LIMITS } from '../limits';
import { TONES, type MessagePart, type PlanAnnotation } from '../plan';
import { NOTHING, type Value } from '../values';
import { named, nodeOf, positional, reportKind, reportOutputNeeded } from './arguments';
import type { Context } from './context';
import { readText, readWord } from './words';

type CheckTell = (context: Context, call: Call) => Value;

/** Checks of the statements that mark, colour or tell, by their names. */
export const TELL_CHECKS: Readonly<Record<string, CheckTell>> = {
  mark: checkMark,
  background: checkBackground,
  alert: (context, call) => checkMessage(context, call, 'alert'),
  log: (context, call) => checkMessage(context, call, 'log'),
};

/** `mark('text', { position })`: a word at the bar, on the chart. */
function checkMark(context: Context, call: Call): Value {
  const [given] = positional(context, call, 'mark', ['text']);
  const options = named(context, call.options, 'mark', ['position']);
  const text = given ? readText(context, given, 'text of mark', 'Breakout') : null;
  const where = options.get('position');
  const position = where ? readWord(context, where, 'position', ['above', 'below'] as const) : 'above';
  if (text !== null && position) add(context, call, { kind: 'mark', text: text.slice(0, 40), position });
  return NOTHING;
}

/** `background(condition, 'accent')`: colours the bars on which a condition holds. */
function checkBackground(context: Context, call: Call): Value {
  named(context, call.options, 'background', []);
  const [given, colour] = positional(context, call, 'background', ['condition', 'tone'], 1);
  const node = given ? nodeOf(context, given, 'bool', 'condition of background') : null;
  const tone = colour ? readWord(context, colour, 'tone of background', TONES) : 'neutral';
  if (node === null || tone === null) return NOTHING;
  const { builder } = context;
  const when = context.when ? builder.binary('and', context.when.node, node) : node;
  add(context, call, { kind: 'background', tone }, when);
  return NOTHING;
}

/** `alert('text', value, …)` and `log(…)`: words and values, told on the bars where the statement is reached. */
function checkMessage(context: Context, call: Call, kind: 'alert' | 'log'): Value {
  named(context, call.options, kind, []);
  const [first] = call.args;
  if (!first) positional(context, call, kind, ['text']);
  const parts = call.args.slice(0, 16).map((part) => readPart(context, part, kind));
  if (first && parts.every((part) => part !== null)) add(context, call, { kind, parts });
  return NOTHING;
}

function readPart(context: Context, given: Expression, kind: string): MessagePart | null {
  const value = context.evaluate(given);
  switch (value.kind) {
    case 'string':
      return { text: value.text.slice(0, 200) };
    case 'number':
    case 'bool':
      return { node: value.node, kind: value.kind };
    case 'record':
      reportOutputNeeded(context, given, value);
      return null;
    default:
      reportKind(context, given, `a part of ${kind}`, 'a text or a number', value);
      return null;
  }
}

type Told = PlanAnnotation extends infer A ? (A extends unknown ? Omit<A, 'when' | 'line'> : never) : never;

function add(context: Context, call: Call, told: Told, when?: number): void {
  if (context.annotations.length >= SCRIPT_LIMITS.annotations) {
    context.reporter.report('annotations_too_many', call, { limit: SCRIPT_LIMITS.annotations });
    return;
  }
  const node = when ?? context.when?.node ?? context.builder.constant(1);
  context.annotations.push({
    ...told,
    when: node,
    line: context.reporter.lineOf(call.from),
  } as PlanAnnotation);
}
