import { BacktabError } from '../../../core/errors';
import type { Job } from '../../../core/job';
import { BLOCKS, type LaneOutcome, type LaneSweep } from '../../../core/lane-sweep';
import { checkLaneSweep, emptyLaneOutcome } from '../../../research/lane-sweep';
import { onDevice } from '../device';
import { inGroups, type GroupSizes } from '../groups';
import { pipelineOf } from '../pipelines';
import { bindGroupLayout, GroupRun, KERNEL } from './group-run';
import { BLOCKS_AT, marksOf, MISSING, OUTCOME_WORDS } from './lane-layout';
import { programShader, type ProgramShader } from './program-shader';

/** Trials of one dispatch. */
const GROUP_TRIALS: GroupSizes = { most: 16_384, fewest: 64 };
/** Rows before a row that a program may read: they are sent again with each tile. */
export const MOST_LEAD = 4_096;

/** Why a sweep is screened badly in f32, or needs more rows at once than a submission takes; null where it is for a GPU. */
export function gpuRefusal({ settings, program }: Pick<LaneSweep, 'settings' | 'program'>): string | null {
  if (settings.tickSize !== 0) return 'on a grid of prices a rounding in f32 moves a level by a whole step';
  const { lead } = programShader(program);
  return lead > MOST_LEAD ? `it looks back ${lead} bars, above ${MOST_LEAD}` : null;
}

/**
 * The trials of a program on a GPU, in f32: for screening. Comparisons of columns with one another, with numbers and with
 * prices are decided on 48 bits, so that entries and exits by them are those of the twin; money, and what is computed of columns
 * in the program, is f32.
 *
 * @throws BacktabError `length_mismatch` | `parameter_out_of_range` | `device_lost` | `kernel_invalid` |
 *         `backend_unavailable` | `cancelled`
 */
export async function sweepLanesOnGpu(device: GPUDevice, sweep: LaneSweep, job: Job): Promise<LaneOutcome> {
  checkLaneSweep(sweep);
  const { trials, bars } = sweep;
  const outcome = emptyLaneOutcome(trials);
  if (bars.close.length > 0 && trials > 0) {
    const shader = programShader(sweep.program);
    const pipeline = await pipelineOf(device, shader.hash, () =>
      onDevice(device, KERNEL, () => buildPipeline(device, shader)),
    );
    const source = { sweep, shader, pipeline, marks: marksOf(sweep) };
    await inGroups(trials, GROUP_TRIALS, async (first, count) => {
      const watched: Job = {
        checkpoint: (done, total) => job.checkpoint(first + (count * done) / Math.max(1, total), trials),
      };
      const words = await onDevice(device, KERNEL, () => GroupRun.run(device, source, first, count, watched));
      readOutcomes(outcome, words, first, bars.close.length);
    });
  }
  await job.checkpoint(trials, trials);
  return outcome;
}

async function buildPipeline(device: GPUDevice, { code }: ProgramShader): Promise<GPUComputePipeline> {
  const module = device.createShaderModule({ code, label: KERNEL });
  const { messages } = await module.getCompilationInfo();
  const [error] = messages.filter(({ type }) => type === 'error');
  if (error) {
    const reason = `line ${error.lineNum}: ${error.message}`;
    throw new BacktabError('kernel_invalid', { kernel: KERNEL, reason });
  }
  const layout = device.createPipelineLayout({ bindGroupLayouts: [bindGroupLayout(device)] });
  return device.createComputePipelineAsync({ layout, compute: { module, entryPoint: 'sweep' } });
}

function readOutcomes(outcome: LaneOutcome, words: Float32Array, first: number, rows: number): void {
  const count = rows - 1;
  for (let k = 0; k * OUTCOME_WORDS < words.length; k++) {
    const at = k * OUTCOME_WORDS;
    const trial = first + k;
    const [equity = NaN, drawdown = NaN, trades = NaN, beyond = 1, earlySum = NaN, earlySquares = NaN] =
      words.subarray(at, at + BLOCKS_AT);
    const isBeyond = beyond !== 0 || !(equity > 0 && equity < MISSING);
    outcome.beyond[trial] = Number(isBeyond);
    if (isBeyond) continue;
    let [sum, squares] = [0, 0];
    for (let block = 0; block < BLOCKS; block++) {
      const own = at + BLOCKS_AT + 2 * block;
      sum += words[own]!;
      squares += words[own + 1]!;
      outcome.blocks.set(words.subarray(own, own + 2), (trial * BLOCKS + block) * 2);
    }
    const mean = sum / count;
    outcome.finalEquity[trial] = equity;
    outcome.maxDrawdown[trial] = drawdown;
    outcome.trades[trial] = trades;
    outcome.meanReturn[trial] = mean;
    outcome.deviation[trial] = count > 1 ? Math.sqrt(Math.max(0, squares - sum * mean) / (count - 1)) : NaN;
    outcome.early.set([earlySum, earlySquares], 2 * trial);
  }
}
