import { at, rowOf } from './rows';

// The rows of a long window in order of size, in buckets that are in order, too: a row is found by halving, and only its
// bucket is moved. A full bucket is parted in two; neighbours that fill half a bucket together become one.
//
// What is kept: a header; then, for each bucket in its order, the largest row [f64], the rows before it [i32, and one more
// of all rows], and the address of its rows [i32, behind them those of buckets that are free]; then the rows of all buckets.

/** Rows that a bucket has room for, and half of them. */
const ROOM = 128;
const HALF = 64;
const BUCKET_BYTES: usize = 1024;

/** Header: number of buckets, address of the numbers of rows before them, and of the addresses of their rows. */
const STARTS: usize = 4;
const PLACES: usize = 8;
const LASTS: usize = 16;

/** Most buckets: any two neighbours fill more than half a bucket. `orderedState` of the graph says the same. */
function mostBuckets(period: i32): i32 {
  return (period >> 5) + 4;
}

/** Makes an empty order of what is all zeros. */
export function beginOrder(order: usize, period: i32): void {
  const most = mostBuckets(period);
  const starts = rowOf(order + LASTS, most);
  const places = starts + ((<usize>(most + 2)) << 2);
  const rows = (places + ((<usize>most) << 2) + 7) & ~7;
  store<i32>(order, 1);
  store<usize>(order, starts, STARTS);
  store<usize>(order, places, PLACES);
  for (let k = 0; k < most; k++) store<usize>(word(places, k), rows + <usize>k * BUCKET_BYTES);
}

/** Whether `beginOrder` has been called. */
export function isBegun(order: usize): bool {
  return load<i32>(order) != 0;
}

/** Number of rows. */
export function orderedCount(order: usize): i32 {
  return load<i32>(word(load<usize>(order, STARTS), load<i32>(order)));
}

/** The row that has `rank` rows before it in order of size. */
export function orderedAt(order: usize, rank: i32): f64 {
  const starts = load<usize>(order, STARTS);
  let bucket = 0;
  let left = load<i32>(order);
  while (left > 1) {
    const half = left >> 1;
    bucket = load<i32>(word(starts, bucket + half)) <= rank ? bucket + half : bucket;
    left -= half;
  }
  return at(load<usize>(word(load<usize>(order, PLACES), bucket)), rank - load<i32>(word(starts, bucket)));
}

/** Number of rows that are not above `level`. */
export function orderedAtMost(order: usize, level: f64): i32 {
  const buckets = load<i32>(order);
  const bucket = countBelow<Inclusive>(order + LASTS, buckets, level);
  const starts = load<usize>(order, STARTS);
  if (bucket == buckets) return load<i32>(word(starts, buckets));
  const rows = load<usize>(word(load<usize>(order, PLACES), bucket));
  return load<i32>(word(starts, bucket)) + countBelow<Inclusive>(rows, sizeOf(starts, bucket), level);
}

/** Puts a row into the order. */
export function insertOrdered(order: usize, row: f64): void {
  const buckets = load<i32>(order);
  const starts = load<usize>(order, STARTS);
  const bucket = min(countBelow<Exclusive>(order + LASTS, buckets, row), buckets - 1);
  const rows = load<usize>(word(load<usize>(order, PLACES), bucket));
  const size = sizeOf(starts, bucket);
  const place = countBelow<Exclusive>(rows, size, row);
  let k = size;
  for (; k - 2 >= place; k -= 2) v128.store(rowOf(rows, k - 1), v128.load(rowOf(rows, k - 2)));
  if (k > place) store<f64>(rowOf(rows, k), at(rows, k - 1));
  store<f64>(rowOf(rows, place), row);
  if (place == size) store<f64>(rowOf(order + LASTS, bucket), row);
  addTo(starts, bucket + 1, buckets, 1);
  if (size + 1 == ROOM) part(order, bucket);
}

/** Takes a row that is there out of the order. */
export function removeOrdered(order: usize, row: f64): void {
  const buckets = load<i32>(order);
  const starts = load<usize>(order, STARTS);
  const bucket = min(countBelow<Exclusive>(order + LASTS, buckets, row), buckets - 1);
  const rows = load<usize>(word(load<usize>(order, PLACES), bucket));
  const left = sizeOf(starts, bucket) - 1;
  if (left < 0) return;
  const place = min(countBelow<Exclusive>(rows, left + 1, row), left);
  for (let k = place; k < left; k += 2) v128.store(rowOf(rows, k), v128.load(rowOf(rows, k + 1)));
  if (place == left && left > 0) store<f64>(rowOf(order + LASTS, bucket), at(rows, left - 1));
  addTo(starts, bucket + 1, buckets, -1);
  if (bucket > 0 && sizeOf(starts, bucket - 1) + left <= HALF) join(order, bucket - 1);
  else if (bucket + 1 < buckets && left + sizeOf(starts, bucket + 1) <= HALF) join(order, bucket);
  else if (left == 0 && buckets > 1) drop(order, bucket);
}

/** Whether rows that equal a level count as below it. */
type Inclusive = i64;
type Exclusive = u64;

/** How many of so many numbers in order are below a level. */
function countBelow<Equals>(numbers: usize, count: i32, level: f64): i32 {
  let first = 0;
  let left = count;
  while (left > 1) {
    const half = left >> 1;
    const last = at(numbers, first + half - 1);
    const isBelow = isSigned<Equals>() ? last <= level : last < level;
    first = isBelow ? first + half : first;
    left -= half;
  }
  if (left == 0) return 0;
  const last = at(numbers, first);
  return first + <i32>(isSigned<Equals>() ? last <= level : last < level);
}

function word(words: usize, k: i32): usize {
  return words + ((<usize>k) << 2);
}

function sizeOf(starts: usize, bucket: i32): i32 {
  return load<i32>(word(starts, bucket), 4) - load<i32>(word(starts, bucket));
}

/** Adds to the words `[from, to]`. */
function addTo(words: usize, from: i32, to: i32, change: i32): void {
  const changes = i32x4.splat(change);
  let k = from;
  for (; k + 3 <= to; k += 4) v128.store(word(words, k), i32x4.add(v128.load(word(words, k)), changes));
  for (; k <= to; k++) store<i32>(word(words, k), load<i32>(word(words, k)) + change);
}

/** Makes two buckets of a full one. */
function part(order: usize, bucket: i32): void {
  const buckets = load<i32>(order);
  const starts = load<usize>(order, STARTS);
  const places = load<usize>(order, PLACES);
  const next = bucket + 1;
  const free = load<usize>(word(places, buckets));
  const behind = buckets - next;
  memory.copy(rowOf(order + LASTS, next + 1), rowOf(order + LASTS, next), (<usize>behind) << 3);
  memory.copy(word(starts, next + 1), word(starts, next), (<usize>(behind + 1)) << 2);
  memory.copy(word(places, next + 1), word(places, next), (<usize>behind) << 2);
  const rows = load<usize>(word(places, bucket));
  memory.copy(free, rowOf(rows, HALF), BUCKET_BYTES >> 1);
  store<usize>(word(places, next), free);
  store<f64>(rowOf(order + LASTS, next), at(rows, ROOM - 1));
  store<f64>(rowOf(order + LASTS, bucket), at(rows, HALF - 1));
  store<i32>(word(starts, next), load<i32>(word(starts, bucket)) + HALF);
  store<i32>(order, buckets + 1);
}

/** Puts the rows of the next bucket behind those of a bucket. */
function join(order: usize, bucket: i32): void {
  const starts = load<usize>(order, STARTS);
  const places = load<usize>(order, PLACES);
  const next = bucket + 1;
  const size = sizeOf(starts, bucket);
  const added = sizeOf(starts, next);
  const rows = load<usize>(word(places, bucket));
  memory.copy(rowOf(rows, size), load<usize>(word(places, next)), (<usize>added) << 3);
  if (added > 0) store<f64>(rowOf(order + LASTS, bucket), at(rows, size + added - 1));
  store<i32>(word(starts, next), load<i32>(word(starts, next)) + added);
  drop(order, next);
}

/** Takes an empty bucket, or one whose rows have gone to the one before it, out of the order. */
function drop(order: usize, bucket: i32): void {
  const buckets = load<i32>(order);
  const starts = load<usize>(order, STARTS);
  const places = load<usize>(order, PLACES);
  const next = bucket + 1;
  const behind = buckets - next;
  const free = load<usize>(word(places, bucket));
  memory.copy(rowOf(order + LASTS, bucket), rowOf(order + LASTS, next), (<usize>behind) << 3);
  memory.copy(word(starts, bucket), word(starts, next), (<usize>(behind + 1)) << 2);
  memory.copy(word(places, bucket), word(places, next), (<usize>behind) << 2);
  store<usize>(word(places, buckets - 1), free);
  store<i32>(order, buckets - 1);
}
