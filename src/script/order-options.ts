/** An option of a call with an example value, for completion. */
export interface CallOption {
  readonly name: string;
  readonly example: string;
  /** One sentence. */
  readonly summary: string;
}

/** A statement that places, changes or withdraws orders. */
export interface OrderVerb {
  readonly name: string;
  readonly signature: string;
  readonly summary: string;
  readonly options: readonly CallOption[];
}

const TAG = { name: 'tag', example: "'entry'", summary: 'A word that marks the orders and trades.' };

/** Options of every order: what it waits for, how long it lives, what it is grouped with. */
export const TERM_OPTIONS: readonly CallOption[] = [
  { name: 'limit', example: 'close', summary: 'Worst price that is accepted.' },
  {
    name: 'trigger',
    example: 'close',
    summary: 'Waits until the price reaches it against the order: a stop order.',
  },
  { name: 'touch', example: 'close', summary: 'Waits until the price reaches it in favour of the order.' },
  { name: 'trail', example: 'percent(5)', summary: 'A stop order whose trigger follows the price.' },
  { name: 'auction', example: "'close'", summary: "Fills in an auction only: 'open' or 'close'." },
  {
    name: 'timeInForce',
    example: "'day'",
    summary: "How long it lives: 'gtc', 'day', 'ioc', 'fok' or 'gtd'.",
  },
  { name: 'expires', example: "'2030-01-31'", summary: 'Instant (UTC) at which it expires.' },
  { name: 'postOnly', example: 'true', summary: 'Refused instead of taking liquidity at once.' },
  { name: 'group', example: "'pair'", summary: 'When one order of a group fills, the others are withdrawn.' },
  {
    name: 'market',
    example: "'SPX'",
    summary: 'The dataset whose instrument is traded; the own one when left out.',
  },
];

/** Names of the options that every order takes, apart from its tag. */
export const TERM_NAMES: readonly string[] = TERM_OPTIONS.map(({ name }) => name);

/** Terms with examples on the usual side of the close. */
function termsFor(side: 'buys' | 'sells'): readonly CallOption[] {
  const [better, worse] =
    side === 'buys' ? ['close * 0.99', 'close * 1.01'] : ['close * 1.01', 'close * 0.99'];
  const examples: Readonly<Record<string, string>> = { limit: better, touch: better, trigger: worse };
  return TERM_OPTIONS.map((option) => ({ ...option, example: examples[option.name] ?? option.example }));
}

const entry = (side: 'buys' | 'sells'): readonly CallOption[] => {
  const [loss, gain] = side === 'buys' ? ['below', 'above'] : ['above', 'below'];
  const [away, factor] = side === 'buys' ? ['-', '1.2'] : ['+', '0.8'];
  return [
    { name: 'size', example: 'percentOfEquity(95)', summary: 'How much to trade.' },
    {
      name: 'stop',
      example: `close ${away} 2 * atr(14)`,
      summary: `Price ${loss} the close that ends the trade at a loss.`,
    },
    {
      name: 'target',
      example: `close * ${factor}`,
      summary: `Price ${gain} the close that takes the profit.`,
    },
    { name: 'trailing', example: 'percent(5)', summary: 'A stop that follows the price from the entry on.' },
    ...termsFor(side),
    TAG,
  ];
};

const leave = (side: 'buys' | 'sells'): readonly CallOption[] => [
  {
    name: 'fraction',
    example: '0.5',
    summary: 'Share of the position, above 0 and at most 1; all when left out.',
  },
  ...termsFor(side),
  { ...TAG, example: "'exit'" },
];

/** Every order statement: checks, completion and signatures follow from it. */
export const ORDER_VERBS: readonly OrderVerb[] = [
  {
    name: 'buy',
    signature: 'buy({ size, limit, stop, target, … })',
    summary: 'Opens a long position, at the next open unless an option says otherwise.',
    options: entry('buys'),
  },
  {
    name: 'short',
    signature: 'short({ size, limit, stop, target, … })',
    summary: 'Opens a short position, at the next open unless an option says otherwise.',
    options: entry('sells'),
  },
  {
    name: 'sell',
    signature: 'sell({ fraction, limit, trail, tag, … })',
    summary: 'Leaves the long position, at the next open unless an option says otherwise.',
    options: leave('sells'),
  },
  {
    name: 'cover',
    signature: 'cover({ fraction, limit, trail, tag, … })',
    summary: 'Leaves the short position, at the next open unless an option says otherwise.',
    options: leave('buys'),
  },
  {
    name: 'exit',
    signature: 'exit({ fraction, tag, … })',
    summary: 'Leaves the position, long or short, at the next open unless an option says otherwise.',
    options: leave('sells'),
  },
  {
    name: 'order',
    signature: "order('buy' or 'sell', { size, limit, reduceOnly, … })",
    summary: 'A plain order of so many units: closes what stands against it and opens the rest.',
    options: [
      { name: 'size', example: 'units(10)', summary: 'How many units.' },
      { name: 'reduceOnly', example: 'true', summary: 'Only takes from a position, never opens one.' },
      ...termsFor('buys'),
      TAG,
    ],
  },
  {
    name: 'rebalance',
    signature: 'rebalance(weight, { limit, tag, … })',
    summary: 'Moves the position to a share of equity: 0.6 for 60 percent, below zero for short.',
    options: [...termsFor('buys'), { ...TAG, example: "'rebalance'" }],
  },
  {
    name: 'cancel',
    signature: 'cancel({ tag })',
    summary: 'Withdraws the waiting orders of a tag, or all of them.',
    options: [
      { ...TAG, summary: 'The orders that are meant; all when left out.' },
      { name: 'market', example: "'SPX'", summary: 'The dataset whose orders are meant.' },
    ],
  },
];

/** The statement that a name means, undefined when it is none. */
export const orderVerb = (name: string): OrderVerb | undefined =>
  ORDER_VERBS.find((known) => known.name === name);
