import { createWasmBackend } from '../../src/compute/wasm/backend';
import { UNWATCHED } from '../../src/core/job';
import { compile } from '../../src/script/compile';
import { columnsFor } from '../../src/research/columns-for';
import { laneScreen } from '../../src/research/lane-screen';
import { sp500Bars } from '../support/sp500';
import { loadKernels } from './kernels';
import { grid } from './sweep-grid';
import { SCRIPTS } from './lanes.bench';
import { writeFileSync } from 'node:fs';
const instrument = { name: 'S&P 500', currency: 'USD', zone: 'America/New_York', barsPerYear: 252 };
export async function run(print: (line: string) => void): Promise<void> {
  const bars = sp500Bars();
  const wasm = await createWasmBackend(await loadKernels());
  for (const [name, names, source] of SCRIPTS.filter((_, k) => k === Number(process.env["K"] ?? k))) {
    const { plan } = compile(source);
    const setup = { plan: plan!, names, parameters: {}, bars, instrument };
    const count = 960;
    const cells = Array.from({ length: count }, (_, k) => [5 + (k % 12), 20 + Math.floor(k / 12)%40]);
    const screen = laneScreen(setup, wasm, columnsFor(setup));
    if (typeof screen === 'string') throw 0;
    let best = 1e9, ref = 1e9;
    const sweep = grid();
    for (let i=0;i<25;i++){ const a=performance.now(); await screen(cells, UNWATCHED); best=Math.min(best,performance.now()-a);
       const b=performance.now(); await wasm.sweepTwoAverages(sweep, UNWATCHED); ref=Math.min(ref,performance.now()-b);}
    print(`${name.slice(0,20)} ${count}: ${(best*1e6/count/bars.time.length).toFixed(2)} against two-average ${(ref*1e6/(sweep.pairs.length/2)/sweep.close.length).toFixed(2)}`);
  }
}
