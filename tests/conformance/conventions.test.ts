import { readFile } from 'node:fs/promises';
import { describe } from 'vitest';
import { IndicatorTable } from '../../src/compute/wasm/graph/table';
import { createWasmBackend } from '../../src/compute/wasm/backend';
import { instantiateKernels } from '../../src/compute/wasm/kernels';
import type { KernelBackend } from '../../src/core/backend';
import { INDICATORS } from '../../src/indicators/catalogue';
import { dependsOnConvention, underConvention } from '../../src/indicators/convention';
import { agreementCases } from './indicator-cases';
import { parameterSets } from './parameter-sets';

const kernels = readFile(new URL('../../build/wasm/kernels.wasm', import.meta.url)).then((bytes) =>
  WebAssembly.compile(bytes),
);

const forms = INDICATORS.filter(dependsOnConvention).map((indicator) =>
  underConvention(indicator, 'tradingview'),
);

/** The WASM backend with the forms of TradingView's convention under their names. */
async function open(): Promise<KernelBackend> {
  const module = await kernels;
  const [backend, instance] = await Promise.all([createWasmBackend(module), instantiateKernels(module)]);
  return {
    ...backend,
    async indicator(name, inputs, params) {
      const indicator = forms.find((form) => form.name === name)!;
      const prepared = new IndicatorTable(instance, inputs).prepare([
        { indicator, inputs: inputs.map((_, k) => k), params },
      ]);
      prepared.run();
      return prepared.outputs()[0]!;
    },
  };
}

describe("TradingView's convention on WASM", () => {
  agreementCases(open, parameterSets, forms);
});
