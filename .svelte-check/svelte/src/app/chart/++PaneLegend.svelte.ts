///<reference types="svelte" />
;
import { formatInteger, formatPercent } from '../format';
import { formatSeriesValue } from '../price';
import type { ChartView } from './chart-view.svelte';
import { wordDate } from './geometry/time-ticks';
import { seriesColour } from './palette';
import type { Pane } from './panes';
import StudyLegend from './StudyLegend.svelte';
;

  interface Props {
    view: ChartView;
    pane: Pane;
  };function $$render() {

  
  
  
  
  
  
  


  let { view, pane }: Props = $props();

  const bar = $derived(view.legendBar);
  const own = $derived((view.inputs.equity?.[bar] ?? NaN) / view.equityBase - 1);
  const held = $derived((view.inputs.holding?.[bar] ?? NaN) / view.holdingBase - 1);
  const fall = $derived(-(view.inputs.drawdown?.[bar] ?? NaN));
  const since = $derived(wordDate(view.inputs.bars.time[view.rows.first] ?? 0, view.clock));
  const dashed = $derived(view.rows.last - view.rows.first <= 1500);
  /** Hidden ones of the pane keep their place in its legend. */
  const studies = $derived(view.inputs.studies.filter((study) => pane.key === `study ${study.pane}`));
;
async () => {


 { svelteHTML.createElement("div", {  "class":`legend`,});__sveltets_2_ensureType(String, Number, `${pane.top + 4} `);
  if(pane.kind === 'equity'){
     { svelteHTML.createElement("span", {  "class":`item`,}); { svelteHTML.createElement("span", { "class":`swatch own`,}); }  since;
       { svelteHTML.createElement("span", {  });own > 0;own < 0;formatPercent(own, { signed: true }); } }
    if(view.inputs.holding){
       { svelteHTML.createElement("span", {  "class":`item`,}); { svelteHTML.createElement("span", {  "class":`swatch held`,});dashed; }view.inputs.holdingName;
         { svelteHTML.createElement("span", { "class":`quiet`,});formatPercent(held, { signed: true }); } }
    }
  } else if (pane.kind === 'drawdown'){
    if(!view.inputs.phone){
       { svelteHTML.createElement("span", {  "class":`item`,});     { svelteHTML.createElement("span", { });fall < 0;formatPercent(fall, { signed: true }); } }
    }
  } else if (pane.kind === 'study'){
     { const $$_dnegeLydutS1C = __sveltets_2_ensureComponent(StudyLegend); new $$_dnegeLydutS1C({ target: __sveltets_2_any(), props: {  view,studies,}});}
  } else if (pane.plot){
    const plot = pane.plot;
     { svelteHTML.createElement("button", {       "class":`item`,"title":`Show ${plot.name} in the script, line ${plot.line}`,"onclick":() => view.inputs.onSelectPlot(plot),});
       { svelteHTML.createElement("span", {  "class":`swatch`,});__sveltets_2_ensureType(String, Number, seriesColour(view.palette, pane.plotIndex)); }plot.name;
       { svelteHTML.createElement("span", {  "class":`quiet`,});plot.kind === 'bool'
          ? formatInteger(plot.values[bar] ?? NaN)
          : formatSeriesValue(plot.pane, plot.values[bar] ?? NaN, view.decimals); }
     }
  }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const PaneLegend__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type PaneLegend__SvelteComponent_ = ReturnType<typeof PaneLegend__SvelteComponent_>;
/*Ωignore_endΩ*/export default PaneLegend__SvelteComponent_;