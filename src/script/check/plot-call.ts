import type { Call, Expression } from '../ast';
import { paneOf } from '../pane';
import type { NodeId, PlanSeries } from '../plan';
import { NOTHING, type Value } from '../values';
import { positional, reportKind, reportOutputNeeded } from './arguments';
import type { Context } from './context';

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
  } else if (context.builder.rateOf(value.node) === 'account') {
    context.reporter.report('account_in_plot', argument, { text: context.reporter.textOf(argument) });
  } else {
    context.plots.push(seriesOf(context, name, value.node, value.kind, argument));
  }
  return NOTHING;
}

/** A named series with its pane, place in the text and the parameters that it depends on. */
export function seriesOf(
  context: Context,
  name: string,
  node: NodeId,
  kind: 'number' | 'bool',
  span: { readonly from: number; readonly to: number },
): PlanSeries {
  const { builder, reporter } = context;
  const pane = kind === 'bool' ? 'own' : paneOf(builder.nodes, node);
  const place = { from: span.from, to: span.to, line: reporter.lineOf(span.from) };
  return { name, node, pane, ...place, kind, params: builder.params[node]! };
}

function plotName(context: Context, argument: Expression, given: Expression | undefined): string {
  if (!given || given.kind === 'missing') return context.reporter.textOf(argument);
  const value = context.evaluate(given);
  if (value.kind === 'string') return value.text;
  reportKind(context, given, 'name of a plot', 'a text', value);
  return '';
}
