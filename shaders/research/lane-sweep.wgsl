// The trials of a program by the rules of lanes, one tile of rows a dispatch. `begin`, at the end, is written anew for each
// program: it computes the program's values at a row and asks for its orders.
//
// twin       src/research/lane-sweep.ts, whose docstring defines the result
// needs      shaders/shared/values.wgsl
// grid       one invocation per trial
// in         bars       one per row of the tile
//            columns    vec2f[lead + rows][column_count], from `lead` rows before the tile on
//            column_of  u32[trials][slots], numbers vec2f[trials][numbers]
// state      lanes and kept[trials][kept_count], kept between the tiles of a run; the host writes them before the first
// out        outcomes[trials][OUTCOME_WORDS]; sums of a block when it ends, the rest in the last tile
// warm-up    a number that is none is MISSING; a bar that is not traded on says so
// precision  f32 for money. Columns, numbers and prices are sums of two f32, so that comparisons of them are decided on 48
//            bits; values that are computed here are f32
// limits     trials <= 64 * maxComputeWorkgroupsPerDimension

struct Params {
  trials: u32,
  rows: u32,
  first_row: u32,
  lead: u32,
  column_count: u32,
  slots: u32,
  number_count: u32,
  kept_count: u32,
  is_last_tile: u32,
  slips: u32,
  is_bounded: u32,
  may_short: u32,
  taker_rate: f32,
  maker_rate: f32,
  fee_per_unit: f32,
  fee_per_order: f32,
  fee_minimum: f32,
  fee_maximum: f32,
  opening_share: f32,
  closing_share: f32,
  root_impact: f32,
  square_impact: f32,
  least_share: f32,
  lot_size: f32,
  lot_slack: f32,
  min_notional: f32,
}

struct Bar {
  open: vec2f,
  high: vec2f,
  low: vec2f,
  close: vec2f,
  mark: f32,
  volume: f32,
  // bits TRADED and ENDS_EARLY, and from bit 8 on the number of blocks that end
  bits: u32,
  pad: u32,
}

struct Lane {
  cash: f32,
  size: f32,
  equity: f32,
  peak: f32,
  drawdown: f32,
  sum: f32,
  squares: f32,
  block_sum: f32,
  block_squares: f32,
  trades: f32,
  entry_price: f32,
  entry_row: u32,
  block: u32,
  bits: u32,
  // of the entry that waits: 1 for a purchase, -1 for a sale, 0 for none
  waiting: f32,
  waiting_units: f32,
  waiting_stop: vec2f,
  waiting_target: vec2f,
  waiting_trail: u32,
  waiting_distance: f32,
  stop_price: vec2f,
  target_price: vec2f,
  trail_kind: u32,
  distance: f32,
  best: f32,
  trail: f32,
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> bars: array<Bar>;
@group(0) @binding(2) var<storage, read> columns: array<vec2f>;
@group(0) @binding(3) var<storage, read> column_of: array<u32>;
@group(0) @binding(4) var<storage, read> numbers: array<vec2f>;
@group(0) @binding(5) var<storage, read_write> lanes: array<Lane>;
@group(0) @binding(6) var<storage, read_write> kept: array<f32>;
@group(0) @binding(7) var<storage, read_write> outcomes: array<f32>;

const WORKGROUP_SIZE = 64u;
const OUTCOME_WORDS = 40u;
const BLOCKS_AT = 8u;

const TRADED = 1u;
const ENDS_EARLY = 2u;

const LEAVES = 1u;
const BEYOND = 2u;

// How an order comes to its fill.
const MARKET = 1u;
const GAP = 2u;
const TRIGGER = 4u;
const LIMIT = 0u;

const UNITS = 0u;
const CASH = 1u;
const PERCENT_OF_EQUITY = 2u;
const TRAIL_NONE = 0u;
const TRAIL_AMOUNT = 1u;
const TRAIL_PERCENT = 2u;

var<private> trial: u32;

@compute @workgroup_size(WORKGROUP_SIZE)
fn sweep(@builtin(global_invocation_id) id: vec3u) {
  trial = id.x;
  if (trial >= params.trials) { return; }
  var lane = lanes[trial];
  let out = trial * OUTCOME_WORDS;
  for (var row = 0u; row < params.rows; row++) {
    let bar = bars[row];
    if ((bar.bits & TRADED) == 0u) { lane.waiting = 0.0; } else { meet(&lane, bar, params.first_row + row); }
    var equity = lane.cash;
    if (lane.size != 0.0) { equity += lane.size * bar.mark; }
    let change = (equity - lane.equity) / lane.equity;
    lane.block_sum += change;
    lane.block_squares += change * change;
    lane.equity = equity;
    lane.peak = max(lane.peak, equity);
    lane.drawdown = max(lane.drawdown, 1.0 - equity / lane.peak);
    if (!(equity > 0.0)) { lane.bits |= BEYOND; }
    if ((bar.bits & ENDS_EARLY) != 0u) {
      outcomes[out + 4u] = lane.sum + lane.block_sum;
      outcomes[out + 5u] = lane.squares + lane.block_squares;
    }
    for (var ends = bar.bits >> 8u; ends > 0u; ends--) {
      outcomes[out + BLOCKS_AT + 2u * lane.block] = lane.block_sum;
      outcomes[out + BLOCKS_AT + 2u * lane.block + 1u] = lane.block_squares;
      lane.sum += lane.block_sum;
      lane.squares += lane.block_squares;
      lane.block_sum = 0.0;
      lane.block_squares = 0.0;
      lane.block++;
    }
    begin(&lane, row);
  }
  lanes[trial] = lane;
  if (params.is_last_tile == 1u) {
    outcomes[out] = lane.equity;
    outcomes[out + 1u] = lane.drawdown;
    outcomes[out + 2u] = lane.trades;
    outcomes[out + 3u] = select(0.0, 1.0, (lane.bits & BEYOND) != 0u);
    outcomes[out + 6u] = 0.0;
    outcomes[out + 7u] = 0.0;
  }
}

// A bar with prices: what waits meets its open, then the bracket its range.
fn meet(lane: ptr<function, Lane>, bar: Bar, row: u32) {
  if ((*lane).size < 0.0) { guard_ruin(lane, bar.high.x); }
  if (((*lane).bits & LEAVES) != 0u) { close_at(lane, bar, bar.open.x, MARKET, false); }
  if ((*lane).waiting != 0.0) { enter(lane, bar, row); }
  if ((*lane).size == 0.0) { return; }
  let is_long = (*lane).size > 0.0;
  let worst = select(bar.high, bar.low, is_long);
  let reached = select(bar.low, bar.high, is_long);
  let trails = (*lane).trail_kind != TRAIL_NONE;
  let trail = vec2f((*lane).trail, 0.0);
  let stop = (*lane).stop_price;
  let aim = (*lane).target_price;
  let has_stop = stop.x != MISSING;
  let has_target = aim.x != MISSING;
  if (has_stop && passes(is_long, stop, bar.open)) {
    close_at(lane, bar, bar.open.x, GAP, false);
  } else if (trails && passes(is_long, trail, bar.open)) {
    close_at(lane, bar, bar.open.x, GAP, false);
  } else if (has_target && passes(is_long, bar.open, aim)) {
    close_at(lane, bar, bar.open.x, LIMIT, (*lane).entry_row != row);
  } else {
    let meets_stop = has_stop && passes(is_long, stop, worst);
    let meets_trail = trails && passes(is_long, trail, worst);
    let is_trail_nearer = meets_trail && abs(trail.x - bar.open.x) < abs(stop.x - bar.open.x);
    if (meets_stop && !is_trail_nearer) {
      close_at(lane, bar, stop.x, TRIGGER, false);
    } else if (meets_trail) {
      close_at(lane, bar, trail.x, TRIGGER, false);
    } else if (has_target && passes(is_long, reached, aim)) {
      close_at(lane, bar, aim.x, LIMIT, true);
    } else if (trails) {
      follow(lane, reached.x);
      if (passes(is_long, vec2f((*lane).trail, 0.0), bar.close)) {
        close_at(lane, bar, (*lane).trail, TRIGGER, false);
      }
    }
  }
}

// Whether `x` is at or above `y` for a long position, at or below it for a short one.
fn passes(is_long: bool, x: vec2f, y: vec2f) -> bool {
  let a = select(y, x, is_long);
  let b = select(x, y, is_long);
  return a.x > b.x || (a.x == b.x && a.y >= b.y);
}

// A short position that a price of the bar could ruin is the margin call's, which a lane does not know.
fn guard_ruin(lane: ptr<function, Lane>, high: f32) {
  let ruin = -(*lane).cash / (*lane).size;
  if (!(ruin > 0.0) || high >= ruin) { (*lane).bits |= BEYOND; }
}

fn enter(lane: ptr<function, Lane>, bar: Bar, row: u32) {
  let direction = (*lane).waiting;
  let units = (*lane).waiting_units;
  (*lane).waiting = 0.0;
  if ((*lane).size != 0.0) { return; }
  let price = fill_price(bar, direction, bar.open.x, units, MARKET, params.opening_share);
  let value = price * units;
  let fee = fee_of(params.taker_rate, value, units);
  if (value + fee > (*lane).cash) { return; }
  (*lane).cash -= direction * value + fee;
  (*lane).size = direction * units;
  (*lane).entry_price = price;
  (*lane).entry_row = row;
  (*lane).stop_price = (*lane).waiting_stop;
  (*lane).target_price = (*lane).waiting_target;
  (*lane).trail_kind = (*lane).waiting_trail;
  (*lane).distance = (*lane).waiting_distance;
  (*lane).best = bar.open.x;
  if ((*lane).trail_kind != TRAIL_NONE) { follow(lane, bar.open.x); }
  if (direction < 0.0) { guard_ruin(lane, bar.high.x); }
}

fn close_at(lane: ptr<function, Lane>, bar: Bar, reference: f32, how: u32, has_rested: bool) {
  let direction = -sign((*lane).size);
  let units = abs((*lane).size);
  let price = fill_price(bar, direction, reference, units, how, params.closing_share);
  let value = price * units;
  let rate = select(params.taker_rate, params.maker_rate, has_rested);
  (*lane).cash -= direction * value + fee_of(rate, value, units);
  (*lane).size = 0.0;
  (*lane).bits &= ~LEAVES;
  (*lane).trail_kind = TRAIL_NONE;
  (*lane).stop_price = vec2f(MISSING, 0.0);
  (*lane).target_price = vec2f(MISSING, 0.0);
  (*lane).trades += 1.0;
}

fn fee_of(rate: f32, value: f32, units: f32) -> f32 {
  let fee = max(rate * value + params.fee_per_unit * units + params.fee_per_order, params.fee_minimum);
  return min(fee, select(params.fee_maximum * value, MISSING, params.fee_maximum == MISSING));
}

fn fill_price(bar: Bar, direction: f32, reference: f32, units: f32, how: u32, spread: f32) -> f32 {
  if ((params.slips & how) == 0u) { return reference; }
  var share = spread;
  if (bar.volume > 0.0) {
    let part = units / bar.volume;
    share += params.root_impact * sqrt(part) + params.square_impact * part * part;
  }
  let price = max(reference * (1.0 + direction * share), reference * params.least_share);
  if (params.is_bounded == 0u) { return price; }
  if (direction > 0.0) { return min(price, max(bar.high.x, reference)); }
  return max(price, min(bar.low.x, reference));
}

// Moves the trailing stop with a price, never back.
fn follow(lane: ptr<function, Lane>, price: f32) {
  let is_long = (*lane).size > 0.0;
  (*lane).best = select(min((*lane).best, price), max((*lane).best, price), is_long);
  var behind = (*lane).distance;
  if ((*lane).trail_kind == TRAIL_PERCENT) { behind = (*lane).best * (*lane).distance / 100.0; }
  (*lane).trail = select((*lane).best + behind, (*lane).best - behind, is_long);
}

fn takes_entries(lane: ptr<function, Lane>) -> bool {
  return (*lane).waiting == 0.0 && ((*lane).size == 0.0 || ((*lane).bits & LEAVES) != 0u);
}

// Asks for an entry at the next open.
fn ask_entry(lane: ptr<function, Lane>, row: u32, direction: f32, sizing: u32, amount: Value, stop: Value, aim: Value,
             trail_kind: u32, distance: Value) {
  let bar = bars[row];
  if (!takes_entries(lane) || (bar.bits & TRADED) == 0u || !amount.known) { return; }
  if (direction < 0.0 && params.may_short == 0u) { return; }
  let price = bar.close;
  let equity = (*lane).equity;
  var units = amount.hi;
  if (sizing == UNITS) {
    let lots = units / params.lot_size;
    let nearest = floor(lots + 0.5);
    let is_whole = abs(lots - nearest) <= nearest * params.lot_slack;
    units = select(floor(lots), nearest, is_whole) * params.lot_size;
  } else {
    if (sizing == CASH) {
      units = amount.hi / price.x;
    } else if (sizing == PERCENT_OF_EQUITY) {
      units = amount.hi / 100.0 * equity / price.x;
    } else {
      if (!stop.known || stop.hi == price.x) { return; }
      units = amount.hi / 100.0 * equity / abs(price.x - stop.hi + (price.y - stop.lo));
    }
    units = floor(units / params.lot_size) * params.lot_size;
  }
  if (!(units > 0.0) || units >= 1e18 || units * price.x < params.min_notional) { return; }
  let is_long = direction > 0.0;
  let stop_level = level_of(stop);
  let target_at = level_of(aim);
  if (stop.known && (stop.hi <= 0.0 || !passes(is_long, price, stop_level))) { return; }
  if (aim.known && (aim.hi <= 0.0 || !passes(is_long, target_at, price))) { return; }
  if (trail_kind != TRAIL_NONE && (!distance.known || distance.hi <= 0.0)) { return; }
  (*lane).waiting = direction;
  (*lane).waiting_units = units;
  (*lane).waiting_stop = stop_level;
  (*lane).waiting_target = target_at;
  (*lane).waiting_trail = trail_kind;
  (*lane).waiting_distance = distance.hi;
}

fn ask_exit(lane: ptr<function, Lane>, leaves_long: bool, leaves_short: bool) {
  let is_asked = ((*lane).size > 0.0 && leaves_long) || ((*lane).size < 0.0 && leaves_short);
  if (is_asked) { (*lane).bits |= LEAVES; }
}

fn level_of(value: Value) -> vec2f {
  return select(vec2f(MISSING, 0.0), vec2f(value.hi, value.lo), value.known);
}

fn column(slot: u32, row: u32, lag: u32) -> Value {
  if (params.first_row + row < lag) { return none(); }
  let at = column_of[trial * params.slots + slot];
  let pair = columns[(params.lead + row - lag) * params.column_count + at];
  return Value(pair.x, pair.y, pair.x != MISSING);
}

fn number(slot: u32) -> Value {
  let pair = numbers[trial * params.number_count + slot];
  return Value(pair.x, pair.y, pair.x != MISSING);
}

fn kept_value(at: u32) -> Value {
  let x = kept[trial * params.kept_count + at];
  return Value(x, 0.0, x != MISSING);
}

fn keep(at: u32, x: Value) { kept[trial * params.kept_count + at] = select(MISSING, x.hi, x.known); }

fn ring_place(row: u32, bars_back: u32) -> u32 { return (params.first_row + row) % bars_back; }

// What was so many rows ago, which is nothing before the first row.
fn since(x: Value, row: u32, lag: u32) -> Value { return Value(x.hi, x.lo, x.known && params.first_row + row >= lag); }

fn has_before(row: u32, lag: u32) -> bool { return params.first_row + row > lag; }

fn entry_price(lane: ptr<function, Lane>) -> Value {
  return computed((*lane).entry_price, (*lane).size != 0.0);
}

fn bars_held(lane: ptr<function, Lane>, row: u32) -> Value {
  return computed(f32(params.first_row + row - (*lane).entry_row), (*lane).size != 0.0);
}

// program
fn begin(lane: ptr<function, Lane>, row: u32) {
}
