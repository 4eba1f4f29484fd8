import type { Sizing } from '../core/order';
import type { NodeId, PlanSizing } from './plan';

/** One number that a size is made of. */
export interface SizeMember {
  /** Member of the engine's `Sizing`. */
  readonly member: string;
  /** What the call names it. */
  readonly name: string;
  readonly min: number;
  readonly max: number;
  /** A count of bars: a whole number that is known before the run. */
  readonly isBars?: true;
}

/** A function of the language that gives a size. */
export interface SizeFunction {
  readonly name: string;
  readonly kind: Sizing['kind'];
  readonly members: readonly SizeMember[];
  readonly summary: string;
}

const percent: SizeMember = { member: 'percent', name: 'percent', min: Number.MIN_VALUE, max: 1000 };
const bars: SizeMember = { member: 'bars', name: 'bars', min: 2, max: 10_000, isBars: true };

/** Every function that gives a size: completion, checks, the canonical text and the evaluator follow from it. */
export const SIZE_FUNCTIONS: readonly SizeFunction[] = [
  {
    name: 'percentOfEquity',
    kind: 'percent_of_equity',
    members: [{ ...percent, name: 'x' }],
    summary: 'A size in percent of the equity at the close of the signal bar.',
  },
  {
    name: 'units',
    kind: 'units',
    members: [{ member: 'units', name: 'x', min: Number.MIN_VALUE, max: 1e12 }],
    summary: 'A size in units of the instrument.',
  },
  {
    name: 'cash',
    kind: 'cash',
    members: [{ member: 'amount', name: 'x', min: Number.MIN_VALUE, max: 1e15 }],
    summary: 'A size worth so much of the account currency.',
  },
  {
    name: 'riskPercent',
    kind: 'risk_percent',
    members: [{ ...percent, name: 'x', max: 100 }],
    summary: 'A size of which the way to the stop loses so many percent of equity.',
  },
  {
    name: 'volatilityTarget',
    kind: 'volatility_target',
    members: [percent, bars],
    summary: 'A size that alone would move by so many percent a year, by the volatility of the last bars.',
  },
  {
    name: 'inverseVolatility',
    kind: 'inverse_volatility',
    members: [percent, bars],
    summary:
      'Percent of equity, shared out among the instruments by one over their volatility of the last bars.',
  },
  {
    name: 'kelly',
    kind: 'kelly',
    members: [
      { member: 'fraction', name: 'fraction', min: Number.MIN_VALUE, max: 2 },
      { member: 'start', name: 'start', min: Number.MIN_VALUE, max: 1000 },
    ],
    summary: "A fraction of Kelly's size for the trades so far; start percent of equity before there are 20.",
  },
  {
    name: 'equalWeight',
    kind: 'equal_weight',
    members: [],
    summary: 'Equity over the number of instruments.',
  },
];

/** The function that a name means, undefined when it gives no size. */
export const sizeFunction = (name: string): SizeFunction | undefined =>
  SIZE_FUNCTIONS.find((known) => known.name === name);

/** The function that gives sizes of a kind. */
export const sizeFunctionOf = (kind: Sizing['kind']): SizeFunction =>
  SIZE_FUNCTIONS.find((known) => known.kind === kind)!;

/** Nodes of a size, in order of the function's arguments. */
export function sizeNodes(sizing: PlanSizing): readonly NodeId[] {
  const nodes: Readonly<Record<string, NodeId | string>> = sizing;
  return sizeFunctionOf(sizing.kind).members.map(({ member }) => Number(nodes[member]));
}

/** A size of a function from one value per argument: nodes for a plan, numbers for a request. */
export const sizeFrom = <T extends PlanSizing | Sizing>(
  { kind, members }: SizeFunction,
  values: readonly number[],
): T => ({ kind, ...Object.fromEntries(members.map(({ member }, i) => [member, values[i]!])) }) as T;
