import { describe } from 'vitest';
import { create, globals } from 'webgpu';
import { webGpuBackend } from '../support/webgpu';
import { laneCases } from './lane-cases';
import { sweepCases } from './sweep-cases';

Object.assign(globalThis, globals);
const gpu = create([]);
const adapter = await gpu.requestAdapter();

describe.skipIf(!adapter)(
  `webgpu in Node${adapter ? '' : ': skipped, no Vulkan, Metal or Direct3D driver'}`,
  () => {
    const open = async () => {
      const fresh = await gpu.requestAdapter();
      return webGpuBackend(await fresh!.requestDevice());
    };
    sweepCases(open);
    laneCases(open);
  },
);
