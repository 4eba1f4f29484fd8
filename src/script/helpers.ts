import type { PlanBuilder } from './builder';
import type { NodeId, UnaryOperator } from './plan';

/** An argument of a helper by what it must be. */
export type HelperArgument = 'number' | 'bool' | 'bars';

/** A function of the language that is made of other values. */
export interface Helper {
  readonly name: string;
  readonly signature: string;
  /** One sentence. */
  readonly summary: string;
  readonly gives: 'number' | 'bool';
  /** Names and kinds of the arguments; those from `required` on may be left out. */
  readonly args: readonly (readonly [name: string, kind: HelperArgument])[];
  readonly required: number;
  /** @param nodes  one per argument; null where it is left out */
  build(builder: PlanBuilder, nodes: readonly (NodeId | null)[], frame: number): NodeId;
}

/** Functions of one number that the catalogue knows of series only. */
export const SCALAR_MATH: Readonly<Record<string, UnaryOperator>> = {
  floor: 'floor',
  ceil: 'ceil',
  sqrt: 'sqrt',
  exp: 'exp',
  ln: 'ln',
  log10: 'log10',
};

const x = ['x', 'number'] as const;
const bars = ['bars', 'bars'] as const;

/** Every helper: checks, completion and signatures follow from it. */
export const HELPERS: readonly Helper[] = [
  {
    name: 'abs',
    signature: 'abs(x)',
    summary: 'The value without its sign.',
    gives: 'number',
    args: [x],
    required: 1,
    build: (builder, [of]) => builder.abs(of!),
  },
  {
    name: 'round',
    signature: 'round(x)',
    summary: 'The nearest whole number; halves go up.',
    gives: 'number',
    args: [x],
    required: 1,
    build: (builder, [of]) => builder.unary('round', of!),
  },
  {
    name: 'sign',
    signature: 'sign(x)',
    summary: '1 above zero, -1 below, 0 at zero.',
    gives: 'number',
    args: [x],
    required: 1,
    build: (builder, [of]) => builder.unary('sign', of!),
  },
  {
    name: 'pow',
    signature: 'pow(x, exponent)',
    summary: 'The value to a power.',
    gives: 'number',
    args: [x, ['exponent', 'number']],
    required: 2,
    build: (builder, [of, exponent]) => builder.binary('pow', of!, exponent!),
  },
  {
    name: 'change',
    signature: 'change(x, bars = 1)',
    summary: 'The value less what it was so many bars ago.',
    gives: 'number',
    args: [x, bars],
    required: 1,
    build: (builder, [of, count]) => builder.binary('sub', of!, before(builder, of!, count ?? null)),
  },
  {
    name: 'nz',
    signature: 'nz(x, instead = 0)',
    summary: 'The value, or another one while there is none.',
    gives: 'number',
    args: [x, ['instead', 'number']],
    required: 1,
    build: (builder, [of, instead]) =>
      builder.conditional(builder.binary('eq', of!, of!), of!, instead ?? builder.constant(0)),
  },
  {
    name: 'clamp',
    signature: 'clamp(x, low, high)',
    summary: 'The value held between two limits.',
    gives: 'number',
    args: [x, ['low', 'number'], ['high', 'number']],
    required: 3,
    build: (builder, [of, low, high]) => builder.min(builder.max(of!, low!), high!),
  },
  {
    name: 'highest',
    signature: 'highest(x, bars)',
    summary: 'The highest value of the last bars, this one included.',
    gives: 'number',
    args: [x, bars],
    required: 2,
    build: (builder, [of, count]) => extreme(builder, 'max', of!, count!),
  },
  {
    name: 'lowest',
    signature: 'lowest(x, bars)',
    summary: 'The lowest value of the last bars, this one included.',
    gives: 'number',
    args: [x, bars],
    required: 2,
    build: (builder, [of, count]) => extreme(builder, 'min', of!, count!),
  },
  {
    name: 'rising',
    signature: 'rising(x, bars)',
    summary: 'True when the value is above all those of so many bars before.',
    gives: 'bool',
    args: [x, bars],
    required: 2,
    build: (builder, [of, count]) =>
      builder.binary('gt', of!, extreme(builder, 'max', builder.history(of!, 1), count!)),
  },
  {
    name: 'falling',
    signature: 'falling(x, bars)',
    summary: 'True when the value is below all those of so many bars before.',
    gives: 'bool',
    args: [x, bars],
    required: 2,
    build: (builder, [of, count]) =>
      builder.binary('lt', of!, extreme(builder, 'min', builder.history(of!, 1), count!)),
  },
  {
    name: 'barsSince',
    signature: 'barsSince(condition)',
    summary: 'Bars since the condition was last true: 0 on such a bar, no value before the first.',
    gives: 'number',
    args: [['condition', 'bool']],
    required: 1,
    build: (builder, [condition], frame) =>
      builder.once(`barsSince ${condition} ${frame}`, () => {
        const state = builder.state(builder.constant(NaN), frame);
        const next = builder.binary('add', state, builder.constant(1));
        return keep(builder, state, builder.conditional(condition!, builder.constant(0), next));
      }),
  },
  {
    name: 'valueWhen',
    signature: 'valueWhen(condition, x, occurrence = 0)',
    summary: 'The value on the bar where the condition was last true, or so many times earlier.',
    gives: 'number',
    args: [['condition', 'bool'], x, ['occurrence', 'bars']],
    required: 2,
    build: (builder, [condition, of, occurrence], frame) => {
      const times = occurrence === null || occurrence === undefined ? 0 : builder.constantOf(occurrence)!;
      return builder.once(`valueWhen ${condition} ${of} ${times} ${frame}`, () => {
        let value = of!;
        for (let k = 0; k <= times; k++) {
          const state = builder.state(builder.constant(NaN), frame);
          keep(builder, state, builder.conditional(condition!, value, state));
          // What the one before held until this bar is what the next takes over.
          value = k < times ? state : builder.conditional(condition!, value, state);
        }
        return value;
      });
    },
  },
];

/** The helper that a name means, undefined when it is none. */
export const helper = (name: string): Helper | undefined => HELPERS.find((known) => known.name === name);

function before(builder: PlanBuilder, of: NodeId, count: NodeId | null): NodeId {
  return builder.history(of, count === null ? 1 : builder.constantOf(count)!);
}

function extreme(builder: PlanBuilder, name: 'max' | 'min', of: NodeId, count: NodeId): NodeId {
  if (builder.constantOf(count) === 1) return of;
  return builder.source({ op: 'indicator', name, output: 0, inputs: [of], params: [count] });
}

/** Says what a state becomes; the same value is the helper's on this bar. */
function keep(builder: PlanBuilder, state: NodeId, next: NodeId): NodeId {
  const node = builder.nodes[state];
  if (node?.op === 'state') builder.states[node.state]!.next = next;
  return next;
}
