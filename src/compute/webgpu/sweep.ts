import type { TwoAverageOutcome, TwoAverageSweep } from '../../core/backend';
import { checkRange } from '../../core/check';
import { BacktabError } from '../../core/errors';
import type { Job } from '../../core/job';
import { checkSweep, emptyOutcome, SUMS, outcomeWriter } from '../../research/two-average-sweep';
import shader from '../../../shaders/research/two-average-sweep.wgsl?raw';
import { MAX_RANKED_COLUMNS, rankColumns, type Ranks } from '../sweep/ranks';
import { tapeOf, type Tape } from '../sweep/tape';
import { onDevice } from './device';
import { pipelineOf } from './pipelines';
import { inGroups, type GroupSizes } from './groups';
import { inPace } from './in-pace';
import {
  freshLanes,
  LANE_WORDS,
  OUTCOME_WORDS,
  PARAMS_BYTES,
  paramsOf,
  sweepTiles,
  TAPE_WORDS,
  tapeRows,
  type SweepTile,
} from './sweep-layout';

const KERNEL = 'two-average-sweep';
const WORKGROUP_SIZE = 64;
/** Bars and lanes of one dispatch, at most. */
const TILE_BARS = 1024;
const GROUP_LANES: GroupSizes = { most: 65_536, fewest: 64 };
/** Bit pattern that outcomes hold until they are written; as an f32 it is NaN. */
const POISON = 0xffffffff;

/**
 * The two-average sweep on a GPU, in f32: for screening. What happens on which bar is decided in f64
 * on the host (ranks of the averages, bars of the brackets), money is f32.
 *
 * @throws BacktabError `length_mismatch` | `parameter_out_of_range` | `device_lost` | `kernel_invalid` |
 *         `backend_unavailable` | `cancelled`
 */
export async function sweepOnGpu(
  device: GPUDevice,
  sweep: TwoAverageSweep,
  job: Job,
): Promise<TwoAverageOutcome> {
  checkSweep(sweep);
  const columns = [...sweep.fast, ...sweep.slow];
  checkRange('fast', columns.length, 0, MAX_RANKED_COLUMNS);
  const bars = sweep.close.length;
  const lanes = sweep.pairs.length / 2;
  const outcome = emptyOutcome(lanes);
  const pipeline = await pipelineOf(device, KERNEL, () =>
    onDevice(device, KERNEL, () => buildPipeline(device)),
  );
  const source = { sweep, tape: tapeOf(sweep), ranks: rankColumns(columns, bars) };
  await inGroups(lanes, GROUP_LANES, async (first, count) => {
    const watched: Job = {
      checkpoint: (done, total) => job.checkpoint(first + (count * done) / total, lanes),
    };
    const found = await onDevice(device, KERNEL, async () => {
      const run = new GroupRun(device, pipeline, source, first, count);
      try {
        return await run.outcomes(watched);
      } finally {
        run.destroy();
      }
    });
    readOutcomes(outcome, found, first, bars);
  });
  await job.checkpoint(1, 1);
  return outcome;
}

type BufferName = 'params' | 'tape' | 'ranks' | 'pairs' | 'lanes' | 'outcomes' | 'sums' | 'readback';

/** What a group's lanes gathered: `f32[lanes][3]`, and `f32[lanes][34]` sums. */
interface GroupOutcome {
  readonly outcomes: Float32Array;
  readonly sums: Float32Array;
}

interface Source {
  readonly sweep: TwoAverageSweep;
  readonly tape: Tape;
  readonly ranks: Ranks;
}

async function buildPipeline(device: GPUDevice): Promise<GPUComputePipeline> {
  const module = device.createShaderModule({ code: shader, label: KERNEL });
  return device.createComputePipelineAsync({ layout: 'auto', compute: { module, entryPoint: 'sweep' } });
}

/** The buffers of one group of lanes, and its way through the tiles. */
class GroupRun {
  readonly #device: GPUDevice;
  readonly #pipeline: GPUComputePipeline;
  readonly #source: Source;
  readonly #lanes: number;
  readonly #buffers: Record<BufferName, GPUBuffer>;

  constructor(device: GPUDevice, pipeline: GPUComputePipeline, source: Source, first: number, lanes: number) {
    this.#device = device;
    this.#pipeline = pipeline;
    this.#source = source;
    this.#lanes = lanes;
    const { STORAGE, COPY_DST, COPY_SRC, UNIFORM, MAP_READ } = GPUBufferUsage;
    const buffer = (bytes: number, usage: number): GPUBuffer =>
      device.createBuffer({ size: Math.max(bytes, 4), usage });
    const rows = 1 + Math.min(TILE_BARS, source.sweep.close.length);
    const outcomeBytes = lanes * OUTCOME_WORDS * 4;
    const sumsBytes = lanes * SUMS * 4;
    this.#buffers = {
      params: buffer(PARAMS_BYTES, UNIFORM | COPY_DST),
      tape: buffer(rows * TAPE_WORDS * 4, STORAGE | COPY_DST),
      ranks: buffer(rows * source.ranks.stride * 4, STORAGE | COPY_DST),
      pairs: buffer(lanes * 8, STORAGE | COPY_DST),
      lanes: buffer(lanes * LANE_WORDS * 4, STORAGE | COPY_DST),
      outcomes: buffer(outcomeBytes, STORAGE | COPY_DST | COPY_SRC),
      sums: buffer(sumsBytes, STORAGE | COPY_SRC),
      readback: buffer(outcomeBytes + sumsBytes, MAP_READ | COPY_DST),
    };
    this.#write('pairs', pairsOf(source.sweep, first, lanes));
    this.#write('lanes', freshLanes(lanes, source.sweep.capital));
    this.#write('outcomes', new Uint32Array(lanes * OUTCOME_WORDS).fill(POISON));
  }

  /** Sends every tile through the lanes and reads what they gathered. */
  async outcomes(job: Job): Promise<GroupOutcome> {
    const bars = this.#source.sweep.close.length;
    const tileFrom = sweepTiles(bars);
    const submit = (first: number, most: number): number => {
      const tile = tileFrom(first, most);
      this.#dispatch(tile);
      return tile.rows;
    };
    await inPace(this.#device, bars, TILE_BARS, submit, job);
    return this.#read();
  }

  destroy(): void {
    for (const buffer of Object.values(this.#buffers)) buffer.destroy();
  }

  #dispatch(tile: SweepTile): void {
    const { sweep, tape, ranks } = this.#source;
    this.#write('params', paramsOf(sweep, tile, this.#lanes, ranks.stride));
    this.#write('tape', tapeRows(tape, sweep.slippageRate, tile.first, tile.rows));
    this.#write('ranks', rankRows(ranks, tile.first, tile.rows));

    const encoder = this.#device.createCommandEncoder();
    const pass = encoder.beginComputePass();
    pass.setPipeline(this.#pipeline);
    pass.setBindGroup(0, this.#bindGroup());
    pass.dispatchWorkgroups(Math.ceil(this.#lanes / WORKGROUP_SIZE));
    pass.end();
    const { outcomes, sums, readback } = this.#buffers;
    if (tile.isLast) {
      encoder.copyBufferToBuffer(outcomes, 0, readback, 0, outcomes.size);
      encoder.copyBufferToBuffer(sums, 0, readback, outcomes.size, sums.size);
    }
    this.#device.queue.submit([encoder.finish()]);
  }

  #bindGroup(): GPUBindGroup {
    const { params, tape, ranks, pairs, lanes, outcomes, sums } = this.#buffers;
    return this.#device.createBindGroup({
      layout: this.#pipeline.getBindGroupLayout(0),
      entries: [params, tape, ranks, pairs, lanes, outcomes, sums].map((buffer, binding) => ({
        binding,
        resource: { buffer },
      })),
    });
  }

  async #read(): Promise<GroupOutcome> {
    const { outcomes, readback } = this.#buffers;
    await readback.mapAsync(GPUMapMode.READ);
    const copy = readback.getMappedRange().slice(0);
    readback.unmap();
    if (new Uint32Array(copy, 0, outcomes.size / 4).includes(POISON)) {
      throw new BacktabError('kernel_invalid', { kernel: KERNEL, reason: 'it left lanes without a result' });
    }
    return {
      outcomes: new Float32Array(copy, 0, outcomes.size / 4),
      sums: new Float32Array(copy, outcomes.size),
    };
  }

  #write(name: BufferName, data: ArrayBuffer | Uint32Array<ArrayBuffer>): void {
    this.#device.queue.writeBuffer(this.#buffers[name], 0, data);
  }
}

function pairsOf({ pairs, fast }: TwoAverageSweep, first: number, lanes: number): Uint32Array<ArrayBuffer> {
  return pairs.slice(2 * first, 2 * (first + lanes)).map((column, k) => column + (k % 2) * fast.length);
}

/** Rows `[first - 1, first + rows)` of the ranks; zeros, which cross nothing, before the first bar. */
function rankRows({ words, stride }: Ranks, first: number, rows: number): Uint32Array<ArrayBuffer> {
  if (first > 0) return words.subarray((first - 1) * stride, (first + rows) * stride);
  const padded = new Uint32Array((rows + 1) * stride);
  padded.set(words.subarray(0, rows * stride), stride);
  return padded;
}

function readOutcomes(outcome: TwoAverageOutcome, found: GroupOutcome, first: number, bars: number): void {
  const { outcomes } = found;
  const write = outcomeWriter(outcome, bars);
  for (let k = 0; k * OUTCOME_WORDS < outcomes.length; k++) {
    const [equity = NaN, drawdown = NaN, trades = NaN] = outcomes.subarray(
      k * OUTCOME_WORDS,
      (k + 1) * OUTCOME_WORDS,
    );
    const sums = Float64Array.from(found.sums.subarray(k * SUMS, (k + 1) * SUMS));
    const totals = { equity, worstEquity: 1 - drawdown, worstPeak: 1, trades, sums };
    write(first + k, totals);
  }
}
