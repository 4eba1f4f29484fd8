import type { IndicatorKernel } from '../../core/backend';
import type { Kernels } from './kernels';

/** Addresses of one call. */
export interface Addresses {
  readonly inputs: readonly number[];
  readonly outputs: readonly number[];
  readonly scratch: number;
  readonly length: number;
}

interface Call {
  /** Whether the kernel computes these parameters; the twin takes the others. */
  knows(params: readonly number[]): boolean;
  /** Rows of scratch that the kernel's header asks for. */
  scratch(params: readonly number[]): number;
  run(kernels: Kernels, addresses: Addresses, params: readonly number[]): void;
}

const always = (): boolean => true;

/** Kernels of one series and one period. */
const onePeriod = (name: 'sma' | 'ema' | 'rsi', scratch: (period: number) => number): Call => ({
  knows: always,
  scratch: ([period = NaN]) => scratch(period),
  run(kernels, { inputs: [real = NaN], outputs: [value = NaN], scratch: space, length }, [period = NaN]) {
    kernels[name](real, length, period, value, space);
  },
});

/** How each kernel is called: its order of arguments, and the scratch it needs. */
export const INDICATOR_CALLS: { readonly [K in IndicatorKernel]: Call } = {
  sma: onePeriod('sma', (period) => period + 4),
  ema: { ...onePeriod('ema', () => 8), knows: ([period]) => period !== 1 },
  rsi: onePeriod('rsi', () => 9),
  macd: {
    knows: always,
    scratch: () => 16,
    run(kernels, { inputs: [real = NaN], outputs, scratch, length }, [fast = NaN, slow = NaN, signal = NaN]) {
      const [line = NaN, average = NaN, histogram = NaN] = outputs;
      const quick = Math.min(fast, slow);
      const steady = Math.max(fast, slow);
      kernels.macd(real, length, quick, steady, signal, line, average, histogram, scratch);
    },
  },
  bbands: {
    knows: ([, , , maType]) => maType === 0,
    scratch: ([period = NaN]) => 2 * (period + 4),
    run(kernels, { inputs: [real = NaN], outputs, scratch, length }, [period = NaN, up = NaN, down = NaN]) {
      const [upper = NaN, middle = NaN, lower = NaN] = outputs;
      kernels.bbands(real, length, period, up, down, upper, middle, lower, scratch);
    },
  },
  atr: {
    knows: always,
    scratch: () => 20,
    run(kernels, { inputs, outputs: [value = NaN], scratch, length }, [period = NaN]) {
      const [high = NaN, low = NaN, close = NaN] = inputs;
      kernels.atr(high, low, close, length, period, value, scratch);
    },
  },
};
