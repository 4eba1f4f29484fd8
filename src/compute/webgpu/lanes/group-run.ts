import type { Column } from '../../../core/column';
import { BacktabError } from '../../../core/errors';
import type { Job } from '../../../core/job';
import type { LaneSweep } from '../../../core/lane-sweep';
import { inPace } from '../in-pace';
import {
  BAR_WORDS,
  barRows,
  columnRows,
  freshKept,
  freshLanes,
  LANE_WORDS,
  numberPairs,
  OUTCOME_WORDS,
  paramsOf,
  PARAMS_WORDS,
  type Tile,
} from './lane-layout';
import type { ProgramShader } from './program-shader';

/** Name of the kernel in messages. */
export const KERNEL = 'lane-sweep';
const WORKGROUP_SIZE = 64;
/** Rows of one dispatch, at most. */
const TILE_ROWS = 512;
/** Bit pattern that outcomes hold until they are written; as an f32 it is NaN. */
const POISON = 0xffffffff;

const BUFFERS = ['params', 'bars', 'columns', 'columnOf', 'numbers', 'lanes', 'kept', 'outcomes'] as const;
type BufferName = (typeof BUFFERS)[number] | 'readback';

/** The bindings of the shader, also those that a program does not use. */
export function bindGroupLayout(device: GPUDevice): GPUBindGroupLayout {
  const typeOf = (name: (typeof BUFFERS)[number]): GPUBufferBindingType => {
    if (name === 'params') return 'uniform';
    return name === 'lanes' || name === 'kept' || name === 'outcomes' ? 'storage' : 'read-only-storage';
  };
  return device.createBindGroupLayout({
    entries: BUFFERS.map((name, binding) => ({
      binding,
      visibility: GPUShaderStage.COMPUTE,
      buffer: { type: typeOf(name) },
    })),
  });
}

/** What all groups of a sweep share. */
export interface GroupSource {
  readonly sweep: LaneSweep;
  readonly shader: ProgramShader;
  readonly pipeline: GPUComputePipeline;
  readonly marks: Column;
}

/** The buffers of one group of trials, and its way through the tiles of rows. */
export class GroupRun {
  readonly #device: GPUDevice;
  readonly #source: GroupSource;
  readonly #trials: number;
  readonly #buffers: Readonly<Record<BufferName, GPUBuffer>>;

  private constructor(device: GPUDevice, source: GroupSource, first: number, trials: number) {
    this.#device = device;
    this.#source = source;
    this.#trials = trials;
    const { sweep, shader } = source;
    const { columns, numbers } = sweep.program;
    const { STORAGE, COPY_DST, COPY_SRC, UNIFORM, MAP_READ } = GPUBufferUsage;
    const buffer = (words: number, usage: number): GPUBuffer =>
      device.createBuffer({ size: Math.max(8, 4 * words), usage });
    const rows = Math.min(TILE_ROWS, sweep.bars.close.length);
    this.#buffers = {
      params: buffer(PARAMS_WORDS, UNIFORM | COPY_DST),
      bars: buffer(rows * BAR_WORDS, STORAGE | COPY_DST),
      columns: buffer((shader.lead + rows) * sweep.columns.length * 2, STORAGE | COPY_DST),
      columnOf: buffer(trials * columns, STORAGE | COPY_DST),
      numbers: buffer(trials * numbers * 2, STORAGE | COPY_DST),
      lanes: buffer(trials * LANE_WORDS, STORAGE | COPY_DST),
      kept: buffer(trials * shader.kept, STORAGE | COPY_DST),
      outcomes: buffer(trials * OUTCOME_WORDS, STORAGE | COPY_DST | COPY_SRC),
      readback: buffer(trials * OUTCOME_WORDS, MAP_READ | COPY_DST),
    };
    this.#write('columnOf', sweep.columnOf.slice(first * columns, (first + trials) * columns));
    this.#write('numbers', numberPairs(sweep.numbers.slice(first * numbers, (first + trials) * numbers)));
    this.#write('lanes', freshLanes(trials, sweep.settings.capital));
    this.#write('kept', freshKept(trials, shader));
    this.#write('outcomes', new Uint32Array(trials * OUTCOME_WORDS).fill(POISON));
  }

  /** Sends every tile through a group of trials and reads what they gathered, `OUTCOME_WORDS` a trial. */
  static async run(
    device: GPUDevice,
    source: GroupSource,
    first: number,
    trials: number,
    job: Job,
  ): Promise<Float32Array> {
    const run = new GroupRun(device, source, first, trials);
    try {
      return await run.#outcomes(job);
    } finally {
      for (const buffer of Object.values(run.#buffers)) buffer.destroy();
    }
  }

  async #outcomes(job: Job): Promise<Float32Array> {
    const rows = this.#source.sweep.bars.close.length;
    const submit = (first: number, most: number): number => {
      const taken = Math.min(most, rows - first);
      this.#dispatch({ first, rows: taken, isLast: first + taken === rows });
      return taken;
    };
    await inPace(this.#device, rows, TILE_ROWS, submit, job);
    return this.#read();
  }

  #dispatch(tile: Tile): void {
    const { sweep, shader, pipeline, marks } = this.#source;
    this.#write('params', paramsOf(sweep, this.#trials, shader, tile));
    this.#write('bars', barRows(sweep, tile, marks));
    this.#write('columns', columnRows(sweep, tile, shader.lead));
    const encoder = this.#device.createCommandEncoder();
    const pass = encoder.beginComputePass();
    pass.setPipeline(pipeline);
    pass.setBindGroup(0, this.#bindGroup(pipeline));
    pass.dispatchWorkgroups(Math.ceil(this.#trials / WORKGROUP_SIZE));
    pass.end();
    const { outcomes, readback } = this.#buffers;
    if (tile.isLast) encoder.copyBufferToBuffer(outcomes, 0, readback, 0, readback.size);
    this.#device.queue.submit([encoder.finish()]);
  }

  #bindGroup(pipeline: GPUComputePipeline): GPUBindGroup {
    return this.#device.createBindGroup({
      layout: pipeline.getBindGroupLayout(0),
      entries: BUFFERS.map((name, binding) => ({ binding, resource: { buffer: this.#buffers[name] } })),
    });
  }

  async #read(): Promise<Float32Array> {
    const { readback } = this.#buffers;
    await readback.mapAsync(GPUMapMode.READ);
    const words = new Uint32Array(readback.getMappedRange().slice(0));
    readback.unmap();
    if (words.includes(POISON)) {
      throw new BacktabError('kernel_invalid', { kernel: KERNEL, reason: 'it left trials without a result' });
    }
    return new Float32Array(words.buffer);
  }

  #write(name: BufferName, data: ArrayBuffer | Uint32Array<ArrayBuffer>): void {
    if (data.byteLength > 0) this.#device.queue.writeBuffer(this.#buffers[name], 0, data);
  }
}
