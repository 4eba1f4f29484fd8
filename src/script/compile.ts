import { DEFAULT_SETTINGS } from '../core/run';
import { PlanBuilder } from './builder';
import { canonicalText, planHash } from './canonical';
import type { Context } from './check/context';
import { checkExpression } from './check/expression';
import { checkStatements, reportUnused } from './check/statement';
import type { Diagnostic } from './diagnostic';
import { SCRIPT_LIMITS } from './limits';
import { parse } from './parse';
import type { Plan, PlanParam } from './plan';
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
  const reporter = new Reporter(source.slice(0, SCRIPT_LIMITS.characters + 1));
  if (source.length > SCRIPT_LIMITS.characters) {
    const span = { from: SCRIPT_LIMITS.characters, to: SCRIPT_LIMITS.characters + 1 };
    reporter.report('script_too_long', span, { length: source.length, limit: SCRIPT_LIMITS.characters });
    return { plan: null, diagnostics: reporter.finish(), params: [], name: '' };
  }
  const context = newContext(source, reporter);
  const statements = parse(source, reporter);
  const isReadable = !reporter.hasErrors;
  checkStatements(context, statements);
  checkWhole(context, isReadable);
  return finish(context);
}

function newContext(source: string, reporter: Reporter): Context {
  const context: Context = {
    source,
    reporter,
    builder: new PlanBuilder(),
    scopes: [new Map()],
    params: [],
    actions: [],
    plots: [],
    lenses: [],
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
  if (builder.accountHistory > SCRIPT_LIMITS.accountHistory) {
    reporter.report('history_too_much', start, { limit: SCRIPT_LIMITS.accountHistory });
  }
  if (!isReadable) return;
  if (!context.strategy) {
    const insert = "strategy('My strategy', { capital: 100_000, fee: percent(0.1) })\n";
    reporter.report('strategy_missing', start, {}, { label: 'Add strategy(...)', ...start, insert });
  }
  const hadErrors = reporter.hasErrors;
  reportUnused(context, context.scopes[0]!);
  if (context.actions.length === 0 && !hadErrors)
    reporter.report('orders_missing', context.strategy?.span ?? start, {});
}

function finish(context: Context): Compilation {
  const { reporter, builder, params, actions, plots, lenses } = context;
  const name = context.strategy?.name ?? '';
  const diagnostics = reporter.finish();
  if (reporter.hasErrors) return { plan: null, diagnostics, params, name };
  const settings = context.strategy?.settings ?? DEFAULT_SETTINGS;
  const body = { settings, params, nodes: builder.nodes, actions, plots };
  const text = canonicalText(body);
  const plan: Plan = { name, ...body, rates: builder.rates, lenses, text, hash: planHash(text) };
  return { plan, diagnostics, params, name };
}
