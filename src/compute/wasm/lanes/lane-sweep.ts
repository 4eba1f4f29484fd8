import type { Job } from '../../../core/job';
import type { LaneOutcome, LaneSweep } from '../../../core/lane-sweep';
import { slotsBehind, type SweepProgram } from '../../../core/sweep-program';
import { checkLaneSweep, emptyLaneOutcome, trialsPerTurn } from '../../../research/lane-sweep';
import { BINARY, UNARY } from '../../../script/arithmetic';
import { Arena } from '../arena';
import { FIRST_FREE_BYTE, instantiateKernels, kernelMemory, type ProgramImports } from '../kernels';
import { LaneMemory, SIDE_BY_SIDE } from './lane-memory';
import { programCode } from './program-code';
import { programLayout } from './program-layout';

/** Rows of trials between two checkpoints: some milliseconds of work. */
const ROWS_PER_CHECKPOINT = 2_000_000;

/** Exports of a generated program (`program-code.ts`). */
interface ProgramExports extends ProgramImports {
  readonly acts: (out: number, rows: number) => void;
}

/**
 * The trials of a program on WASM: expressions as code generated from the program, the rules of lanes as a kernel
 * (`wasm/research/lane-sweep.ts`). The same bits as its twin, `research/lane-sweep.ts`. Each call has an instance of its
 * own, so calls may overlap; its memory is the columns and two equity curves, whatever the number of trials.
 *
 * @throws BacktabError `length_mismatch` | `parameter_out_of_range` | `backend_unavailable` | `cancelled`
 */
export async function sweepLanesOnWasm(
  module: WebAssembly.Module,
  sweep: LaneSweep,
  job: Job,
): Promise<LaneOutcome> {
  checkLaneSweep(sweep);
  const { trials, bars } = sweep;
  const outcome = emptyLaneOutcome(trials);
  const rows = bars.close.length;
  if (rows > 0) {
    const run = await LaneRun.open(module, sweep);
    const turn = SIDE_BY_SIDE * Math.ceil(trialsPerTurn(sweep, ROWS_PER_CHECKPOINT) / SIDE_BY_SIDE);
    for (let first = 0; first < trials; first += SIDE_BY_SIDE) {
      if (first % turn === 0) await job.checkpoint(first, trials);
      run.two(first, outcome);
    }
  }
  await job.checkpoint(trials, trials);
  return outcome;
}

/** The trials of one sweep in a memory of their own. */
class LaneRun {
  readonly #sweep: LaneSweep;
  readonly #memory: LaneMemory;
  readonly #program: ProgramExports;
  readonly #kernels: Awaited<ReturnType<typeof instantiateKernels>>['kernels'];
  /** What the rows on which orders act were last computed for. */
  #actsOf = -1;
  /** What the conditions of orders read of a trial. */
  readonly #asked: ReturnType<typeof slotsBehind>;

  private constructor(
    sweep: LaneSweep,
    memory: LaneMemory,
    program: ProgramExports,
    kernels: Awaited<ReturnType<typeof instantiateKernels>>['kernels'],
  ) {
    this.#sweep = sweep;
    const { orders, follows } = sweep.program;
    this.#asked = slotsBehind(
      sweep.program,
      orders.map(({ when }) => when).filter((when) => !follows[when]),
    );
    this.#memory = memory;
    this.#program = program;
    this.#kernels = kernels;
  }

  static async open(module: WebAssembly.Module, sweep: LaneSweep): Promise<LaneRun> {
    const wasm = kernelMemory();
    const layout = programLayout(sweep.program, FIRST_FREE_BYTE);
    const program = await instantiateProgram(sweep.program, wasm);
    const { kernels } = await instantiateKernels(module, wasm, program);
    const memory = new LaneMemory(new Arena(wasm, layout.ringsTo), sweep, layout);
    kernels.laneSetup(
      memory.bars,
      sweep.bars.close.length,
      memory.rules,
      layout.account,
      memory.orders,
      sweep.program.orders.length,
    );
    return new LaneRun(sweep, memory, program, kernels);
  }

  /** Runs two trials, or the last one. */
  two(first: number, outcome: LaneOutcome): void {
    const { trials, bars, program } = this.#sweep;
    const memory = this.#memory;
    const rows = bars.close.length;
    const count = Math.min(SIDE_BY_SIDE, trials - first);
    const trades: number[] = [];
    for (let side = 0; side < count; side++) {
      const trial = first + side;
      memory.begin(trial);
      if (!program.remembers && !this.#isAsked(trial)) this.#program.acts(memory.acts, rows);
      const acts = program.remembers ? 0 : memory.acts;
      trades.push(this.#kernels.laneWalk(acts, memory.curves[side]!));
    }
    const { curves, stretches, stretchCount, figures } = memory;
    const [one = 0, other = 0] = curves;
    const { capital } = this.#sweep.settings;
    this.#kernels.laneFigures(one, other, rows, capital, stretches, stretchCount, figures);
    trades.forEach((closed, side) => memory.read(outcome, first + side, side, closed));
  }

  /** Whether the orders of a trial act on the rows of the one before it. */
  #isAsked(trial: number): boolean {
    const before = this.#actsOf;
    this.#actsOf = trial;
    if (before < 0) return false;
    const { columnOf, numbers, program } = this.#sweep;
    const { columns, numbers: own } = this.#asked;
    return (
      columns.every(
        (k) => columnOf[trial * program.columns + k] === columnOf[before * program.columns + k],
      ) && own.every((k) => numbers[trial * program.numbers + k] === numbers[before * program.numbers + k])
    );
  }
}

async function instantiateProgram(
  program: SweepProgram,
  memory: WebAssembly.Memory,
): Promise<ProgramExports> {
  const module = await compiledProgram(programCode(program, programLayout(program, FIRST_FREE_BYTE)));
  const math = { ...UNARY, ...BINARY };
  const { exports } = await WebAssembly.instantiate(module, { env: { memory }, math });
  return exports as unknown as ProgramExports;
}

/** Programs that were compiled last, by their code: engines make code faster the longer they have it. */
const compiled = new Map<string, WebAssembly.Module>();
const MOST_COMPILED = 16;

async function compiledProgram(code: Uint8Array<ArrayBuffer>): Promise<WebAssembly.Module> {
  const key = code.join(' ');
  const module = compiled.get(key) ?? (await WebAssembly.compile(code));
  compiled.delete(key);
  compiled.set(key, module);
  const [oldest] = compiled.keys();
  if (compiled.size > MOST_COMPILED && oldest !== undefined) compiled.delete(oldest);
  return module;
}
