import type { Tree } from '@lezer/common';
import { DEFAULT_SETTINGS } from '../core/run';
import { PlanBuilder } from './builder';
import { canonicalText, planHash } from './canonical';
import type { Statement } from './ast';
import type { Context, OpenSeries } from './check/context';
import { checkExpression } from './check/expression';
import { declareFunctions } from './check/function-call';
import { keepStates, reportUnused } from './check/scope';
import { checkStatements } from './check/statement';
import { accountStates, keptRows, paramsOf } from './dependence';
import type { Diagnostic } from './diagnostic';
import { SCRIPT_LIMITS } from './limits';
import { parse } from './parse';
import type { Plan, PlanParam, PlanSeries } from './plan';
import { Reporter } from './reporter';

/** A script as far as it could be understood. */
export interface Compilation {
  /** null when there is an error; warnings alone still give a plan. */
  readonly plan: Plan | null;
  /** In order of the text, at most 100. */
  readonly diagnostics: readonly Diagnostic[];
  /** The parameters that could be read, also beside errors. */
  readonly params: readonly PlanParam[];
  /** What `strategy(...)` calls it; empty when it does not say. */
  readonly name: string;
}

/**
 * Checks a script and lowers it to a plan. Several mistakes are reported in one pass. Never throws:
 * a text beyond `SCRIPT_LIMITS` is refused with a diagnostic.
 *
 * @param source  text of the script, `\n` or `\r\n` line ends
 */
export function compile(source: string): Compilation {
  const { context, reporter } = understood(source);
  return context ? finish(context) : { plan: null, diagnostics: reporter.finish(), params: [], name: '' };
}

/**
 * The diagnostics of `compile` without its plan.
 *
 * @param tree  of exactly this text, where a parser of the language has it at hand
 */
export function diagnose(source: string, tree?: Tree): readonly Diagnostic[] {
  const { context, reporter } = understood(source, tree);
  return (context?.reporter ?? reporter).finish();
}

function understood(
  source: string,
  tree?: Tree,
): { readonly context: Context | null; readonly reporter: Reporter } {
  const reporter = new Reporter(source.slice(0, SCRIPT_LIMITS.characters + 1));
  if (source.length > SCRIPT_LIMITS.characters) {
    const span = { from: SCRIPT_LIMITS.characters, to: SCRIPT_LIMITS.characters + 1 };
    reporter.report('script_too_long', span, { length: source.length, limit: SCRIPT_LIMITS.characters });
    return { context: null, reporter };
  }
  const statements = parse(source, reporter, tree);
  return { context: settled({ source, statements, reporter }), reporter };
}

/** A text as it was read, with the mistakes of its syntax. */
interface Parsed {
  readonly source: string;
  readonly statements: readonly Statement[];
  readonly reporter: Reporter;
}

/** What a state becomes is known after what reads it: those that turn out to depend on the position are told the second time. */
function settled(parsed: Parsed): Context {
  let context = check(parsed, new Set());
  let known = 0;
  for (;;) {
    const { builder } = context;
    if (builder.states.length > SCRIPT_LIMITS.states) return context;
    const found = accountStates(builder, builder.rates);
    if (found.size === known) return context;
    known = found.size;
    context = check(parsed, found);
  }
}

function check({ source, statements, reporter }: Parsed, ofAccount: ReadonlySet<number>): Context {
  const isReadable = !reporter.hasErrors;
  const context = newContext(source, reporter.fork(), ofAccount);
  declareFunctions(context, statements);
  checkStatements(context, statements);
  keepStates(context, context.scopes[0]!);
  checkWhole(context, isReadable);
  return context;
}

function newContext(source: string, reporter: Reporter, ofAccount: ReadonlySet<number>): Context {
  const context: Context = {
    source,
    reporter,
    builder: new PlanBuilder(ofAccount),
    scopes: [new Map()],
    params: [],
    actions: [],
    plots: [],
    lenses: [],
    annotations: [],
    names: { constants: [], variables: [] },
    branches: [],
    calls: [],
    frame: 0,
    steps: 0,
    strategy: null,
    when: null,
    evaluate: (expression) => checkExpression(context, expression),
  };
  return context;
}

/** What only the whole script can tell. Doubts are kept back while parts could not be read. */
function checkWhole(context: Context, isReadable: boolean): void {
  const { reporter, builder } = context;
  const start = { from: 0, to: 0 };
  if (builder.full) reporter.report('script_too_large', start, { limit: SCRIPT_LIMITS.nodes });
  else if (keptRows(builder) > SCRIPT_LIMITS.keptHistory)
    reporter.report('history_too_much', start, { limit: SCRIPT_LIMITS.keptHistory });
  if (builder.states.length > SCRIPT_LIMITS.states)
    reporter.report('states_too_many', start, { limit: SCRIPT_LIMITS.states });
  if (builder.frames.length > SCRIPT_LIMITS.frames)
    reporter.report('frames_too_many', start, { limit: SCRIPT_LIMITS.frames });
  if (!isReadable) return;
  if (!context.strategy) {
    const insert = "strategy('My strategy', { capital: 100_000, fee: percent(0.1) })\n";
    reporter.report('strategy_missing', start, {}, { label: 'Add strategy(...)', ...start, insert });
  }
  reportUnused(context, context.scopes[0]!);
  if (context.actions.length === 0 && !reporter.hasErrors)
    reporter.report('orders_missing', context.strategy?.span ?? start, {});
}

function finish(context: Context): Compilation {
  const { reporter, builder, params, actions, annotations, names: called } = context;
  const name = context.strategy?.name ?? '';
  const diagnostics = reporter.finish();
  if (reporter.hasErrors) return { plan: null, diagnostics, params, name };
  const settings = context.strategy?.settings ?? DEFAULT_SETTINGS;
  const { nodes, rates, frames, frameOf, states } = builder;
  const names = paramsOf(builder);
  const series = (open: OpenSeries): PlanSeries => ({ ...open, params: names[open.node]! });
  const [plots, lenses] = [context.plots.map(series), context.lenses.map(series)];
  const body = { settings, params, nodes, frames, states, actions, plots, annotations };
  const text = canonicalText(body);
  const plan: Plan = { name, ...body, rates, frameOf, lenses, names: called, text, hash: planHash(text) };
  return { plan, diagnostics, params, name };
}
