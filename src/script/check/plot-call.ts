import type { Call, Expression } from '../ast';
import { paneOf } from '../pane';
import type { NodeId } from '../plan';
import { NOTHING, type Value } from '../values';
import { positional, reportKind, reportOutputNeeded } from './arguments';
import type { Context, OpenSeries } from './context';

/** `plot(value, name)`: draws a series. */
export function checkPlot(context: Context, call: Call): Value {
  const [argument, nameArgument] = positional(context, call, 'plot', ['value', 'name'], 1);
  if (!argument) return NOTHING;
  const value = context.evaluate(argument);
  const name = plotName(context, argument, nameArgument);
  if (value.kind === 'record') {
    reportOutputNeeded(context, argument, value);
  } else if (value.kind !== 'number' && value.kind !== 'bool') {
    reportKind(context, argument, 'value of plot', 'a number', value);
  } else {
    context.plots.push(seriesOf(context, name, value.node, value.kind, argument));
  }
  return NOTHING;
}

/** A named series with its pane and place in the text. */
export function seriesOf(
  context: Context,
  name: string,
  node: NodeId,
  kind: 'number' | 'bool',
  span: { readonly from: number; readonly to: number },
): OpenSeries {
  const { builder, reporter } = context;
  const pane = kind === 'bool' ? 'own' : paneOf(builder.nodes, node);
  return { name, node, pane, from: span.from, to: span.to, line: reporter.lineOf(span.from), kind };
}

function plotName(context: Context, argument: Expression, given: Expression | undefined): string {
  if (!given || given.kind === 'missing') return context.reporter.textOf(argument);
  const value = context.evaluate(given);
  if (value.kind === 'string') return value.text;
  reportKind(context, given, 'name of a plot', 'a text', value);
  return '';
}
