import { IndicatorTable } from '../../src/compute/wasm/graph/table';
import { instantiateKernels } from '../../src/compute/wasm/kernels';
import { INDICATORS } from '../../src/indicators/catalogue';
import { talibName } from '../../src/indicators/talib-name';
import { inputsOf, STEADY } from '../conformance/series';

const BARS = 100_000;
/** Long against the resolution of a page's clock, in milliseconds. */
const STRETCH = 30;
const ROUNDS = 3;

/**
 * Nanoseconds a bar of every function of TA-Lib that has a graph, at its defaults on 100,000 bars, in WASM with columns in
 * its memory: the same measurement in Node and in a page.
 */
export async function indicatorTimes(kernels: WebAssembly.Module): Promise<Record<string, number>> {
  const instance = await instantiateKernels(kernels);
  const times: Record<string, number> = {};
  for (const indicator of INDICATORS.filter((entry) => entry.graph && talibName(entry) !== null)) {
    const params = indicator.params.map((param) => param.default);
    const columns = inputsOf(indicator, BARS, 11, STEADY);
    const call = { indicator, inputs: columns.map((_, k) => k), params };
    const prepared = new IndicatorTable(instance, columns).prepare([call]);
    prepared.run();
    let best = Infinity;
    for (let round = 0; round < ROUNDS; round++)
      best = Math.min(
        best,
        stretchOf(() => prepared.run()),
      );
    times[indicator.name] = (best * 1e6) / BARS;
  }
  return times;
}

/** Milliseconds of one run, from a stretch of several. */
function stretchOf(run: () => void): number {
  const start = performance.now();
  let runs = 0;
  let now = start;
  while (now - start < STRETCH) {
    run();
    runs++;
    now = performance.now();
  }
  return (now - start) / runs;
}
