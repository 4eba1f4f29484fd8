import { ByteWriter } from '../graph/bytes';

/** Types of values in WebAssembly. */
export const I32 = 0x7f;
export const F64 = 0x7c;
export const V128 = 0x7b;
export type ValueType = typeof I32 | typeof F64 | typeof V128;

/** Instructions (WebAssembly 2.0, section 5.4). */
export const OP = {
  if: 0x04,
  else: 0x05,
  loop: 0x03,
  brIf: 0x0d,
  end: 0x0b,
  call: 0x10,
  select: 0x1b,
  i32Eqz: 0x45,
  i32LtS: 0x48,
  i32GtS: 0x4a,
  i32GeS: 0x4e,
  i32Add: 0x6a,
  i32Sub: 0x6b,
  i32Mul: 0x6c,
  i32RemU: 0x70,
  i32And: 0x71,
  i32Or: 0x72,
  i32Shl: 0x74,
  f64Eq: 0x61,
  f64Lt: 0x63,
  f64Gt: 0x64,
  f64Le: 0x65,
  f64Ge: 0x66,
  f64Neg: 0x9a,
  f64Ceil: 0x9b,
  f64Floor: 0x9c,
  f64Sqrt: 0x9f,
  f64Add: 0xa0,
  f64Sub: 0xa1,
  f64Mul: 0xa2,
  f64Div: 0xa3,
  f64FromI32: 0xb7,
} as const;

/** Writes the body of one WebAssembly function. */
export class FunctionWriter {
  readonly #prelude = new ByteWriter();
  readonly #body = new ByteWriter();
  #code = this.#body;
  readonly #locals: ValueType[] = [];
  readonly #parameters: number;

  /** @param parameters  number of the function's parameters, which are its first locals */
  constructor(parameters: number) {
    this.#parameters = parameters;
  }

  /** Writes what comes before everything else. */
  inPrelude(write: () => void): void {
    this.#code = this.#prelude;
    write();
    this.#code = this.#body;
  }

  /** A new local variable. */
  local(type: ValueType): number {
    return this.#parameters + this.#locals.push(type) - 1;
  }

  op(...instructions: readonly number[]): this {
    this.#code.byte(...instructions);
    return this;
  }

  get(local: number): this {
    this.#code.byte(0x20).unsigned(local);
    return this;
  }

  set(local: number): this {
    this.#code.byte(0x21).unsigned(local);
    return this;
  }

  int(value: number): this {
    this.#code.byte(0x41).signed(value);
    return this;
  }

  long(value: number): this {
    this.#code.byte(0x42).signed(value);
    return this;
  }

  /** An index or an offset in an instruction. */
  index(value: number): this {
    this.#code.unsigned(value);
    return this;
  }

  /** A vector instruction. */
  simd(instruction: number): this {
    this.#code.byte(0xfd).unsigned(instruction);
    return this;
  }

  number(value: number): this {
    const bytes = new Uint8Array(new Float64Array([value]).buffer);
    this.#code.byte(0x44, ...bytes);
    return this;
  }

  call(index: number): this {
    this.#code.byte(OP.call).unsigned(index);
    return this;
  }

  /** Loads from the address on the stack. */
  loadNumber(offset = 0): this {
    this.#code.byte(0x2b, 3).unsigned(offset);
    return this;
  }

  loadInt(offset = 0): this {
    this.#code.byte(0x28, 2).unsigned(offset);
    return this;
  }

  /** Stores the value on the stack at the address below it. */
  storeNumber(offset = 0): this {
    this.#code.byte(0x39, 3).unsigned(offset);
    return this;
  }

  storeInt(offset = 0): this {
    this.#code.byte(0x36, 2).unsigned(offset);
    return this;
  }

  storeByte(): this {
    this.#code.byte(0x3a, 0, 0);
    return this;
  }

  /** The body with its locals before it. */
  written(): ByteWriter {
    const body = new ByteWriter().unsigned(this.#locals.length);
    for (const type of this.#locals) body.unsigned(1).byte(type);
    return body.append(this.#prelude).append(this.#body).byte(OP.end);
  }
}
