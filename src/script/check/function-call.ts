import type { Call, FunctionStatement, Statement } from '../ast';
import { SCRIPT_LIMITS } from '../limits';
import { NOTHING, UNKNOWN, type Value } from '../values';
import { named } from './arguments';
import type { Context, Declared } from './context';
import { declare } from './declaration';
import { inScope } from './scope';
import { checkStatements } from './statement';

/** Makes the functions of a script known before its first line, so that they may stand after their calls. */
export function declareFunctions(context: Context, statements: readonly Statement[]): void {
  for (const statement of statements) {
    if (statement.kind !== 'function' || statement.name.name === '') continue;
    declare(context, {
      identifier: statement.name,
      kind: 'function',
      value: { kind: 'function' },
      used: false,
      depth: 0,
      source: null,
      declaration: statement,
    });
  }
}

/** A call of a function of the script: its body is read with the arguments in place of the parameters. */
export function checkOwnCall(context: Context, call: Call, { declaration }: Declared): Value {
  if (!declaration || !takesCall(context, call, declaration)) return UNKNOWN;
  const values = call.args.map((argument) => context.evaluate(argument));
  const outer = context.scopes;
  context.scopes = [outer[0]!];
  context.calls.push(declaration);
  let result: Value = NOTHING;
  inScope(context, () => {
    declaration.parameters.forEach((parameter, i) =>
      declare(context, {
        identifier: parameter,
        kind: 'parameter',
        value: values[i] ?? UNKNOWN,
        used: false,
        depth: context.branches.length,
        source: { expression: call.args[i]!, scopes: [...outer] },
      }),
    );
    result = checkBody(context, declaration);
  });
  context.calls.pop();
  context.scopes = outer;
  if (result.kind === 'nothing' && hasReturn(declaration)) return UNKNOWN;
  return result;
}

function takesCall(context: Context, call: Call, declaration: FunctionStatement): boolean {
  const { reporter } = context;
  const { name } = declaration.name;
  const signature = `${name}(${declaration.parameters.map((parameter) => parameter.name).join(', ')})`;
  named(context, call.options, name, []);
  if (context.calls.includes(declaration)) {
    reporter.report('function_recursive', call, { name });
    return false;
  }
  if (context.calls.length >= SCRIPT_LIMITS.calls) {
    reporter.report('script_too_deep', call, { limit: SCRIPT_LIMITS.calls });
    return false;
  }
  const extra = call.args[declaration.parameters.length];
  if (extra) reporter.report('argument_extra', extra, { callee: name, signature });
  const missing = declaration.parameters[call.args.length];
  if (missing) reporter.report('argument_missing', call, { callee: name, argument: missing.name, signature });
  return !extra && !missing;
}

const hasReturn = ({ body }: FunctionStatement): boolean => body.at(-1)?.kind === 'return';

/** Value of what a body returns in its last statement; nothing when it only acts. */
function checkBody(context: Context, { body }: FunctionStatement): Value {
  const last = body.at(-1);
  if (last?.kind !== 'return') {
    checkStatements(context, body);
    return NOTHING;
  }
  checkStatements(context, body.slice(0, -1));
  return context.evaluate(last.value);
}
