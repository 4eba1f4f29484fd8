///<reference types="svelte" />
;
import HeatMap from '../../sweep-view/HeatMap.svelte';
import Histogram from '../../sweep-view/Histogram.svelte';
import { formatInteger } from '../../format';
import { layout } from '../../shell/layout.svelte';
import { parameterValues } from '../../shell/words';
import { workspace } from '../../state/workspace.svelte';
import type { SweepCell, SweepOutcome } from '../../../research/outcome';
import BestCells from './BestCells.svelte';
import {
    bestOf,
    figureText,
    histogramMarks,
    signedFigure,
    signedMetric,
    SWEEP_METRICS,
  } from './sweep-metric';
import { setup } from './sweep-setup.svelte';
;

  interface Props {
    sweep: SweepOutcome;
    /** Bound. Row-major index of the cell pointed at. */
    pointed: number | null;
  };function $$render() {

  
  
  
  
  
  
  
  
  
  


  let { sweep, pointed = $bindable() }: Props = $props()/*Ωignore_startΩ*/;pointed;/*Ωignore_endΩ*/;

  const outcome = $derived(workspace.answer?.outcome ?? null);
  const metric = (cell: SweepCell): number | null => signedFigure(cell, setup.metric);
  const metricName = $derived(SWEEP_METRICS.find((entry) => entry.id === setup.metric)?.label ?? '');
  const write = (value: number): string => figureText(value, setup.metric);
  const current = $derived.by(() => {
    const inForce = new Map(parameterValues(workspace.view?.params ?? [], workspace.parameters));
    const own = sweep.axes.map((axis) => inForce.get(axis.name));
    return own.every((value) => value !== undefined) ? own : null;
  });
  const holding = $derived(
    outcome ? signedMetric(outcome.holding.metrics[setup.metric], setup.metric) : null,
  );
  const marks = $derived(
    histogramMarks({
      own: outcome ? signedMetric(outcome.metrics[setup.metric], setup.metric) : null,
      holding: setup.metric === 'trades' ? null : holding,
      luck: setup.metric === 'sharpe' ? (sweep.verdict?.luckSharpe ?? null) : null,
      best: bestOf(sweep, setup.metric),
    }),
  );
  const values = $derived(
    sweep.cells.flatMap((cell) => {
      const value = cell ? metric(cell) : null;
      return value === null ? [] : [value];
    }),
  );

  function open(index: number): void {
    const cell = sweep.cells[index];
    if (!cell) return;
    const pairs = sweep.axes.map((axis, i) => [axis.name, cell.parameters[i] ?? 0] as const);
    workspace.openCell(Object.fromEntries(pairs));
  }
;
async () => {


 { svelteHTML.createElement("div", { "class":['map', { stale: workspace.sweepRunning }],});
   { const $$_paMtaeH1C = __sveltets_2_ensureComponent(HeatMap); new $$_paMtaeH1C({ target: __sveltets_2_any(), props: {             "outcome":sweep,metric,metricName,write,"holding":setup.metric === 'trades' ? null : holding,current,"onHover":(index) => (pointed = index),"onOpen":open,}});}
 }
 { svelteHTML.createElement("div", { "class":['below', { narrow: layout.width < 1000 }],});
   { svelteHTML.createElement("section", { "aria-label":`All cells`,});
     { svelteHTML.createElement("h2", {});  }
     { svelteHTML.createElement("div", { "class":`table`,});
       { const $$_slleCtseB3C = __sveltets_2_ensureComponent(BestCells); new $$_slleCtseB3C({ target: __sveltets_2_any(), props: {       sweep,"selected":pointed,"onSelect":(index) => (pointed = index),"onOpen":open,}});}
     }
   }
   { svelteHTML.createElement("section", { "aria-label":`Distribution`,});
     { svelteHTML.createElement("h2", {}); formatInteger(sweep.run);  }
     { svelteHTML.createElement("p", { "class":`muted`,});    metricName; }
     { svelteHTML.createElement("div", { "class":`histogram`,});
       { const $$_margotsiH3C = __sveltets_2_ensureComponent(Histogram); new $$_margotsiH3C({ target: __sveltets_2_any(), props: {    values,metricName,marks,write,}});}
     }
   }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings('pointed'), slots: {}, events: {} }}
const SweepResult__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type SweepResult__SvelteComponent_ = ReturnType<typeof SweepResult__SvelteComponent_>;
/*Ωignore_endΩ*/export default SweepResult__SvelteComponent_;