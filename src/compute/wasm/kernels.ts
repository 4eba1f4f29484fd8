/** Exports of `wasm/index.ts`. Pointers are byte offsets into the memory; parameters as in the kernels' headers. */
export interface Kernels {
  heapBase(): number;
  sma(real: number, length: number, period: number, value: number, scratch: number): void;
  ema(real: number, length: number, period: number, value: number, scratch: number): void;
  rsi(real: number, length: number, period: number, value: number, scratch: number): void;
  macd(
    real: number,
    length: number,
    fast: number,
    slow: number,
    signal: number,
    line: number,
    average: number,
    histogram: number,
    scratch: number,
  ): void;
  bbands(
    real: number,
    length: number,
    period: number,
    up: number,
    down: number,
    upper: number,
    middle: number,
    lower: number,
    scratch: number,
  ): void;
  atr(
    high: number,
    low: number,
    close: number,
    length: number,
    period: number,
    value: number,
    scratch: number,
  ): void;
  sweepStateFields(): number;
  sweepTile(
    tape: number,
    averages: number,
    stride: number,
    pairs: number,
    state: number,
    vectors: number,
    rows: number,
    firstBar: number,
    sizeFraction: number,
    feeRate: number,
    slippageRate: number,
    lotSize: number,
  ): void;
}

/** An instance of the kernels with the memory it works in. */
export interface KernelInstance {
  readonly kernels: Kernels;
  readonly memory: WebAssembly.Memory;
}

/** Instantiates the built kernels with a memory of their own. */
export async function instantiateKernels(module: WebAssembly.Module): Promise<KernelInstance> {
  const memory = new WebAssembly.Memory({ initial: 1 });
  const { exports } = await WebAssembly.instantiate(module, { env: { memory } });
  return { kernels: exports as unknown as Kernels, memory };
}
