import type { BackendKind, BackendProbe } from '../core/backend';
import { BacktabError } from '../core/errors';
import type { ComputeBackend } from './backend';
import { createCpuBackend } from './cpu/backend';
import { withFallback } from './fallback';
import { createWasmBackend, WASM_DETAIL } from './wasm/backend';

/** Where backends come from; the caller knows the page or the process it runs in. */
export interface BackendSources {
  /** Fetches and compiles `build/wasm/kernels.wasm`. */
  loadKernels(): Promise<WebAssembly.Module>;
  /** `navigator.gpu`, where there is one. */
  readonly gpu: GPU | undefined;
}

/** A backend to use, and what was found on the way to it. */
export interface OpenedBackend {
  /** Falls back by itself when it fails; its `kind` and `detail` then name the one that answered. */
  readonly backend: ComputeBackend;
  /** One entry per kind, fastest first. */
  readonly probes: readonly BackendProbe[];
}

interface Candidate {
  readonly probe: BackendProbe;
  readonly backend: ComputeBackend | null;
}

/**
 * Opens the fastest backend that works here: webgpu, then wasm, then cpu.
 *
 * A software GPU counts as not available, since WASM is faster; forcing `webgpu` takes it all the same.
 * A forced backend falls back to none.
 *
 * @param choice  `auto`, or the one to use
 * @throws BacktabError `backend_unavailable` when the forced one is not there
 */
export async function openBackend(
  sources: BackendSources,
  choice: BackendKind | 'auto' = 'auto',
): Promise<OpenedBackend> {
  const cpu = createCpuBackend();
  const wasm = await openWasm(sources);
  const exact = wasm.backend ?? cpu;
  const webgpu = await openWebGpu(sources.gpu, choice === 'webgpu', exact);
  const candidates: readonly Candidate[] = [
    webgpu,
    wasm,
    { probe: { kind: 'cpu', available: true, detail: cpu.detail }, backend: cpu },
  ];
  const probes = candidates.map(({ probe }) => probe);
  if (choice === 'auto') {
    return { backend: withFallback(candidates.flatMap(({ backend }) => backend ?? [])), probes };
  }
  const chosen = candidates.find(({ probe }) => probe.kind === choice);
  if (!chosen?.backend) {
    throw new BacktabError('backend_unavailable', {
      backend: NAMES[choice],
      reason: chosen?.probe.detail ?? '',
    });
  }
  return { backend: chosen.backend, probes };
}

const NAMES: Record<BackendKind, string> = { cpu: 'JavaScript', wasm: 'WASM', webgpu: 'GPU' };

async function openWasm({ loadKernels }: BackendSources): Promise<Candidate> {
  try {
    const backend = await createWasmBackend(await loadKernels());
    return { probe: { kind: 'wasm', available: true, detail: WASM_DETAIL }, backend };
  } catch (e) {
    return unavailable('wasm', `No WASM here: ${reasonOf(e)}`);
  }
}

async function openWebGpu(
  gpu: GPU | undefined,
  isForced: boolean,
  exact: ComputeBackend,
): Promise<Candidate> {
  if (!gpu) return unavailable('webgpu', 'No GPU access in this browser');
  try {
    const adapter = await requestAdapter(gpu);
    if (!adapter) return unavailable('webgpu', 'No GPU on this device');
    const { isFallbackAdapter, vendor, architecture } = adapter.info;
    if (isFallbackAdapter && !isForced) {
      const { probe, backend } = unavailable('webgpu', 'Software GPU: WASM is faster');
      return { probe: { ...probe, forcible: true }, backend };
    }
    const name = [vendor, architecture].filter((part) => part !== '').join(' ');
    const detail = isFallbackAdapter ? 'Software GPU' : `GPU${name === '' ? '' : `: ${name}`}`;
    const [{ createWebGpuBackend }, { GpuDevice }, device] = await Promise.all([
      import('./webgpu/backend'),
      import('./webgpu/gpu-device'),
      adapter.requestDevice(),
    ]);
    const renewed = new GpuDevice(
      device,
      () => openDevice(gpu),
      () => performance.now(),
    );
    const backend = createWebGpuBackend(renewed, detail, exact);
    return { probe: { kind: 'webgpu', available: true, detail }, backend };
  } catch (e) {
    return unavailable('webgpu', `The GPU could not be opened: ${reasonOf(e)}`);
  }
}

const requestAdapter = (gpu: GPU): Promise<GPUAdapter | null> =>
  gpu.requestAdapter({ powerPreference: 'high-performance' });

/** A device in place of a lost one; an adapter opens one device only. */
async function openDevice(gpu: GPU): Promise<GPUDevice> {
  const adapter = await requestAdapter(gpu);
  if (!adapter)
    throw new BacktabError('backend_unavailable', { backend: NAMES.webgpu, reason: 'it is gone' });
  return adapter.requestDevice();
}

const unavailable = (kind: BackendKind, detail: string): Candidate => ({
  probe: { kind, available: false, detail },
  backend: null,
});

const reasonOf = (e: unknown): string => (e instanceof Error ? e.message : String(e));
