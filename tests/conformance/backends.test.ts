import { readFile } from 'node:fs/promises';
import { describe } from 'vitest';
import { createCpuBackend } from '../../src/compute/cpu/backend';
import { createWasmBackend } from '../../src/compute/wasm/backend';
import { IndicatorTable } from '../../src/compute/wasm/graph/table';
import { instantiateKernels } from '../../src/compute/wasm/kernels';
import { INDICATORS } from '../../src/indicators/catalogue';
import { underConvention } from '../../src/indicators/convention';
import { batchCases } from './batch-cases';
import { agreementCases, indicatorCases, SOME_INDICATORS, type Compute } from './indicator-cases';
import { defaultsOnly, parameterSets } from './parameter-sets';
import { laneCases } from './lane-cases';
import { sweepCases } from './sweep-cases';

const kernels = readFile(new URL('../../build/wasm/kernels.wasm', import.meta.url)).then((bytes) =>
  WebAssembly.compile(bytes),
);

describe.each([
  { name: 'cpu', open: async () => createCpuBackend(), sets: defaultsOnly, indicators: SOME_INDICATORS },
  {
    name: 'wasm',
    open: async () => createWasmBackend(await kernels),
    sets: parameterSets,
    indicators: INDICATORS,
  },
])('$name in Node', ({ open, sets, indicators }) => {
  indicatorCases(open, sets, indicators);
  batchCases(open, sets);
  sweepCases(open);
  laneCases(open);
});

describe("forms of TradingView's convention on wasm", () => {
  const forms = INDICATORS.filter(({ tradingview }) => tradingview?.graph).map((indicator) =>
    underConvention(indicator, 'tradingview'),
  );
  agreementCases(forms, async () => {
    const instance = await instantiateKernels(await kernels);
    const compute: Compute = async (indicator, inputs, params) => {
      const columns = inputs.map((_, k) => k);
      const prepared = new IndicatorTable(instance, inputs).prepare([{ indicator, inputs: columns, params }]);
      prepared.run();
      return prepared.outputs()[0]!;
    };
    return { compute, close: () => undefined };
  });
});
