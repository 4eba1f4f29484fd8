/** A piece of script that is filled in field by field. */
export interface Snippet {
  /** Said as its purpose: `Buy with a bracket`. */
  readonly title: string;
  readonly summary: string;
  /** Fields stand as `${default}`; fields of the same text are filled in together. */
  readonly template: string;
}

/** What strategies are often made of, as whole statements. */
export const SNIPPETS: readonly Snippet[] = [
  {
    title: 'Parameter',
    summary: 'A number with a slider, which a sweep can vary.',
    template: "const ${length} = param('${length}', ${20}, { min: ${5}, max: ${60}, step: ${1} })",
  },
  {
    title: 'Crossover rule',
    summary: 'Buys when one line rises above another, and leaves when it falls below.',
    template: `const \${quick} = sma(close, \${20})
const \${steady} = sma(close, \${100})
if (crossover(\${quick}, \${steady})) buy({ size: percentOfEquity(\${95}) })
if (crossunder(\${quick}, \${steady})) exit()`,
  },
  {
    title: 'Buy with a bracket',
    summary: 'Buys with a stop and a target in average true ranges.',
    template:
      'buy({ size: percentOfEquity(${95}), stop: close - ${2} * atr(14), target: close + ${3} * atr(14) })',
  },
  {
    title: 'Short with a bracket',
    summary: 'Sells short with a stop and a target in average true ranges.',
    template:
      'short({ size: percentOfEquity(${95}), stop: close + ${2} * atr(14), target: close - ${3} * atr(14) })',
  },
  {
    title: 'Buy with a trailing stop',
    summary: 'Buys, and leaves when the price falls so many percent from its best.',
    template: 'buy({ size: percentOfEquity(${95}), trailing: percent(${5}) })',
  },
  {
    title: 'Trailing exit',
    summary: 'Leaves an open position by a stop that follows the price.',
    template: "if (position.size > 0) sell({ trail: averageRanges(${3}, ${14}), tag: '${trail}' })",
  },
  {
    title: 'Buy by risk',
    summary: 'Buys so much that the way to the stop loses a share of equity.',
    template: 'buy({ size: riskPercent(${1}), stop: close - ${2} * atr(14) })',
  },
  {
    title: 'Buy a breakout',
    summary: 'Buys by a stop order above the highest price of the last bars.',
    template: 'buy({ size: percentOfEquity(${95}), trigger: max(high, { timePeriod: ${20} }) })',
  },
  {
    title: 'Mean reversion rule',
    summary: 'Buys below the lower band, and leaves at the middle.',
    template: `const \${bands} = bbands(close, \${20}, \${2})
if (crossunder(close, \${bands}.lower)) buy({ size: percentOfEquity(\${95}) })
if (crossover(close, \${bands}.middle)) exit()`,
  },
  {
    title: 'Leave after some bars',
    summary: 'Leaves a position that has been held for so long.',
    template: "if (position.bars >= ${20}) exit({ tag: '${time}' })",
  },
  {
    title: 'Take half at a profit',
    summary: 'Sells half of the position when the price has risen so far above the entry.',
    template:
      "if (crossover(close, position.entryPrice * ${1.1})) sell({ fraction: ${0.5}, tag: '${half}' })",
  },
  {
    title: 'Function',
    summary: 'A calculation with a name and arguments of its own.',
    template: `function \${middle}(\${a}, \${b}) {
  return (\${a} + \${b}) / 2
}`,
  },
  {
    title: 'Kept value',
    summary: 'A value that is kept from bar to bar, here a count.',
    template: `let \${count} = state(\${0})
if (\${close > open}) \${count} += 1`,
  },
  {
    title: 'Longer bars',
    summary: 'A value on longer bars, of which only those that have closed are seen.',
    template: "const ${weekly} = timeframe('${1w}', ${sma(close, 10)})",
  },
  {
    title: 'Session filter',
    summary: 'Leaves a position when the bar opens outside two times of day of its exchange.',
    template: "if (!inSession('${09:30-16:00}')) exit()",
  },
  {
    title: 'Rebalance',
    summary:
      'Moves the position to a share of equity while a condition holds, and to none while it does not.',
    template: `if (\${close > sma(close, 200)}) rebalance(\${0.6})
else rebalance(0)`,
  },
];

const FIELD = /\$\{([^}]*)\}/g;

/** The text of a snippet with its fields as they stand. */
export const snippetText = ({ template }: Snippet): string => template.replace(FIELD, '$1');
