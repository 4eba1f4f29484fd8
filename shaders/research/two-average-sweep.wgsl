// Two-average crossover traded long-only, for every lane of a sweep, one tile of bars a dispatch.
//
// twin       src/research/two-average-sweep.ts, whose docstring defines the result
// grid       one invocation per lane; lane k pairs columns pairs[k].x and pairs[k].y
// in         tape     one row per bar of the tile, after the row of the bar before it; prices to buy and sell at have the
//                     slippage in them, so that its rounding is another on each bar and does not add up
//            ranks    u16[1 + rows][2 * rank_words], two to a word: dense rank of each average among all
//                     averages of its bar, from 1; 0 stands for "not known"
// state      kept between the tiles of a run; the host writes it before the first
// out        outcomes[lane], written in the last tile only
//            sums[lane][17]: of the returns and of their squares, of 16 blocks of returns and of the early part of one;
//            a tile lies within one block, and ends where the early returns do
// warm-up    averages of rank 0 cross nothing; a price of 0 is a price that is not there
// precision  f32 for money. What happens on which bar is decided in f64 by the host and arrives as ranks
//            and bar numbers, so trades fall on the twin's bars; only the rounding of units to
//            lots, and cash that just covers an order, may differ
// limits     lane_count <= 64 * maxComputeWorkgroupsPerDimension

struct Params {
  lane_count: u32,
  rows: u32,
  first_bar: u32,
  rank_words: u32,
  is_last_tile: u32,
  block: u32,
  ends_early: u32,
  size_fraction: f32,
  fee_rate: f32,
  lot_size: f32,
}

struct TapeRow {
  buy: f32,
  sell: f32,
  mark: f32,
  ask: f32,
  bracket_price: f32,
  bracket_bar: u32,
}

struct Lane {
  cash: f32,
  size: f32,
  equity: f32,
  peak: f32,
  drawdown: f32,
  trades: f32,
  entry: f32,
  bracket_price: f32,
  bracket_bar: u32,
  exits: u32,
}

struct Outcome {
  equity: f32,
  drawdown: f32,
  trades: f32,
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> tape: array<TapeRow>;
@group(0) @binding(2) var<storage, read> ranks: array<u32>;
@group(0) @binding(3) var<storage, read> pairs: array<vec2u>;
@group(0) @binding(4) var<storage, read_write> lanes: array<Lane>;
@group(0) @binding(5) var<storage, read_write> outcomes: array<Outcome>;
@group(0) @binding(6) var<storage, read_write> sums: array<vec2f>;

const WORKGROUP_SIZE = 64u;
const NEVER = 0xffffffffu;
const SUMS = 17u;
const EARLY = 16u;

@compute @workgroup_size(WORKGROUP_SIZE)
fn sweep(@builtin(global_invocation_id) id: vec3u) {
  let index = id.x;
  if (index >= params.lane_count) { return; }
  let pair = pairs[index];
  var lane = lanes[index];
  // Of the block so far, so that the result does not depend on where a tile ends.
  var of_block = sums[index * SUMS + params.block];
  var fast_before = rank(0u, pair.x);
  var slow_before = rank(0u, pair.y);

  for (var row = 1u; row <= params.rows; row++) {
    let bar = params.first_bar + row - 1u;
    meet(&lane, row, bar);

    let equity = lane.cash + lane.size * tape[row].mark;
    let change = equity / lane.equity - 1.0;
    of_block += vec2f(change, change * change);
    lane.equity = equity;
    lane.peak = max(lane.peak, equity);
    lane.drawdown = max(lane.drawdown, 1.0 - equity / lane.peak);

    let fast = rank(row, pair.x);
    let slow = rank(row, pair.y);
    let is_known = min(min(fast, slow), min(fast_before, slow_before)) > 0u;
    if (is_known && fast > slow && fast_before <= slow_before) { ask_entry(&lane, row); }
    if (is_known && fast < slow && fast_before >= slow_before && lane.size > 0.0) { lane.exits = 1u; }
    fast_before = fast;
    slow_before = slow;
  }

  lanes[index] = lane;
  sums[index * SUMS + params.block] = of_block;
  if (params.ends_early == 1u) { sums[index * SUMS + EARLY] = of_block; }
  if (params.is_last_tile == 1u) {
    outcomes[index] = Outcome(lane.equity, lane.drawdown, lane.trades);
  }
}

fn rank(row: u32, column: u32) -> u32 {
  let word = ranks[row * params.rank_words + column / 2u];
  return extractBits(word, 16u * (column & 1u), 16u);
}

// Fills what the bar fills.
fn meet(lane: ptr<function, Lane>, row: u32, bar: u32) {
  if (tape[row].buy == 0.0) {
    (*lane).entry = 0.0;
    return;
  }
  if ((*lane).exits == 1u) { sell(lane, tape[row].sell); }
  if ((*lane).entry > 0.0) { buy(lane, tape[row].buy, row); }
  if ((*lane).bracket_bar == bar) { sell(lane, (*lane).bracket_price); }
}

fn buy(lane: ptr<function, Lane>, price: f32, row: u32) {
  let value = price * (*lane).entry;
  let fee = params.fee_rate * value;
  if (value + fee <= (*lane).cash) {
    (*lane).cash -= value + fee;
    (*lane).size = (*lane).entry;
    (*lane).bracket_bar = tape[row - 1u].bracket_bar;
    (*lane).bracket_price = tape[row - 1u].bracket_price;
  }
  (*lane).entry = 0.0;
}

fn sell(lane: ptr<function, Lane>, price: f32) {
  let value = price * (*lane).size;
  let fee = params.fee_rate * value;
  (*lane).cash += value - fee;
  (*lane).size = 0.0;
  (*lane).exits = 0u;
  (*lane).bracket_bar = NEVER;
  (*lane).trades += 1.0;
}

fn ask_entry(lane: ptr<function, Lane>, row: u32) {
  let price = tape[row].ask;
  let stays_open = (*lane).size > 0.0 && (*lane).exits == 0u;
  if (price == 0.0 || stays_open) { return; }
  let units = floor(params.size_fraction * (*lane).equity / price / params.lot_size) * params.lot_size;
  if (units > 0.0) { (*lane).entry = units; }
}
