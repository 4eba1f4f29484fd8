/**
 * Times the strategy of strategy.ts in PineTS for tests/bench/screen.bench.ts. PineTS is licensed under the AGPL: it is no
 * part of Backtab, and stands in a folder of whoever runs this. The arguments are that folder, a folder with columns of f64,
 * how many rows of them to take, and how many rounds. Prints one line of JSON.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const SOURCE = `//@version=5
strategy("Ten indicators", initial_capital=1000000000, commission_type=strategy.commission.percent, commission_value=0.1)
quick = ta.sma(close, 20)
steady = ta.sma(close, 100)
top = ta.highest(high, 50)
bottom = ta.lowest(low, 50)
calm = ta.atr(14) < 3 * ta.stdev(close, 20)
strength = ta.rsi(close, 14)
average = ta.ema(close, 50)
weighted = ta.wma(close, 30)
momentum = ta.mom(close, 10)
up = ta.crossover(quick, steady)
down = ta.crossunder(quick, steady)
rising = close > average and close > weighted and strength > 50 and momentum > 0
if up and rising and calm and close > (top + bottom) / 2
    strategy.entry("long", strategy.long, qty=20)
if down
    strategy.close("long")
`;
const MINUTE_MS = 60_000;

const [packages = '', folder = '', rowsGiven = '0', roundsGiven = '1'] = process.argv.slice(2);
const rows = Number(rowsGiven);
const load = createRequire(join(packages, 'package.json'));
const { PineTS } = load('pinets');
const { version } = load(join(packages, 'node_modules/pinets/package.json'));

/** @param {string} name */
async function column(name) {
  const bytes = await readFile(join(folder, `${name}.f64`));
  return new Float64Array(bytes.buffer, bytes.byteOffset, rows);
}

const [open, high, low, close, volume] = await Promise.all(
  ['open', 'high', 'low', 'close', 'volume'].map(column),
);
const bars = Array.from({ length: rows }, (_, i) => ({
  openTime: i * MINUTE_MS,
  closeTime: (i + 1) * MINUTE_MS - 1,
  open: open?.[i],
  high: high?.[i],
  low: low?.[i],
  close: close?.[i],
  volume: volume?.[i],
}));
const milliseconds = [];
let found = { trades: NaN, equity: NaN };
for (let round = 0; round < Number(roundsGiven); round++) {
  const start = performance.now();
  const { strategy } = await new PineTS(bars).run(SOURCE);
  milliseconds.push(performance.now() - start);
  found = { trades: strategy.closedtrades.length, equity: strategy.equity };
}
process.stdout.write(JSON.stringify({ version: `PineTS ${version}`, bars: rows, milliseconds, ...found }));
