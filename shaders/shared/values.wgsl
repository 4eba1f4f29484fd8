// Numbers of a script as sums of two f32, and what scripts do with them.
//
// A number that is none, and every number made of it, is not known, and comparisons of it are false: WGSL lets an
// implementation assume that NaN does not occur. Comparisons take both parts, so that numbers that the host gives are
// compared on 48 bits; sums, products and functions give an f32.

const MISSING = 3e38;

struct Value {
  hi: f32,
  lo: f32,
  known: bool,
}

fn none() -> Value { return Value(0.0, 0.0, false); }

fn constant(hi: f32, lo: f32) -> Value { return Value(hi, lo, true); }

fn computed(x: f32, known: bool) -> Value { return Value(x, 0.0, known && abs(x) < MISSING); }

fn truth_number(x: bool) -> Value { return Value(select(0.0, 1.0, x), 0.0, true); }

fn is_true(x: Value) -> bool { return x.known && x.hi == 1.0 && x.lo == 0.0; }

fn neg(x: Value) -> Value { return Value(-x.hi, -x.lo, x.known); }
fn sign_of(x: Value) -> Value { return computed(sign(x.hi), x.known); }
fn floor_of(x: Value) -> Value { return computed(floor(x.hi), x.known); }
fn ceil_of(x: Value) -> Value { return computed(ceil(x.hi), x.known); }
fn round_of(x: Value) -> Value { return computed(floor(x.hi + 0.5), x.known); }
fn sqrt_of(x: Value) -> Value { return computed(sqrt(max(x.hi, 0.0)), x.known && x.hi >= 0.0); }
fn exp_of(x: Value) -> Value { return computed(exp(min(x.hi, 88.0)), x.known && x.hi < 88.0); }
fn ln_of(x: Value) -> Value { return computed(log(select(1.0, x.hi, x.hi > 0.0)), x.known && x.hi > 0.0); }
fn log10_of(x: Value) -> Value { return computed(ln_of(x).hi * 0.4342944819, x.known && x.hi > 0.0); }
fn add(x: Value, y: Value) -> Value { return computed(x.hi + y.hi + (x.lo + y.lo), x.known && y.known); }
fn sub(x: Value, y: Value) -> Value { return computed(x.hi - y.hi + (x.lo - y.lo), x.known && y.known); }
fn mul(x: Value, y: Value) -> Value { return computed(x.hi * y.hi, x.known && y.known); }
fn div(x: Value, y: Value) -> Value {
  return computed(x.hi / select(1.0, y.hi, y.hi != 0.0), x.known && y.known && y.hi != 0.0);
}
fn remainder_of(x: Value, y: Value) -> Value {
  let by = select(1.0, y.hi, y.hi != 0.0);
  return computed(x.hi - by * trunc(x.hi / by), x.known && y.known && y.hi != 0.0);
}
fn pow_of(x: Value, y: Value) -> Value {
  let is_real = x.hi > 0.0;
  return computed(pow(select(1.0, x.hi, is_real), y.hi), x.known && y.known && is_real);
}

fn lt(x: Value, y: Value) -> bool {
  return x.known && y.known && (x.hi < y.hi || (x.hi == y.hi && x.lo < y.lo));
}
fn le(x: Value, y: Value) -> bool {
  return x.known && y.known && (x.hi < y.hi || (x.hi == y.hi && x.lo <= y.lo));
}
fn eq(x: Value, y: Value) -> bool { return x.known && y.known && x.hi == y.hi && x.lo == y.lo; }
fn ne(x: Value, y: Value) -> bool { return x.known && y.known && (x.hi != y.hi || x.lo != y.lo); }

fn choose(test: bool, yes: Value, no: Value) -> Value {
  if (test) { return yes; }
  return no;
}
