///<reference types="svelte" />
;
import Table from '@lucide/svelte/icons/table-2';
import ChartNoAxes from '@lucide/svelte/icons/chart-candlestick';
import Splitter from '../components/Splitter.svelte';
import ChartLegend from './ChartLegend.svelte';
import ChartOverview from './ChartOverview.svelte';
import ChartTable from './ChartTable.svelte';
import { ChartView, type ChartInputs } from './chart-view.svelte';
import {
    DEFAULT_PANE_HEIGHTS,
    PANE_HEIGHT,
    type VisibleRange,
    type WorkspaceChartProps,
  } from './chart-props';
import { liveScene } from './draw/live';
import { Gestures } from './gestures.svelte';
import { chartKey, fit as fitAll } from './keyboard';
import { liveLayer } from './live-attachment.svelte';
import { measureBox } from './measure';
import PaneLegend from './PaneLegend.svelte';
import type { Pane } from './panes';
import { pictureOf } from './pictures';
import { plot } from './plot-attachment.svelte';
import { snapshotOf } from './snapshot';
import { Speech } from './speech.svelte';
import { barSpeech, chartSummary, tradeSpeech } from './summary';
import WhyNote from './WhyNote.svelte';
function $$render() {

  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  

  let {
    range = $bindable<VisibleRange | undefined>(),
    cursor = $bindable(null),
    paneHeights = $bindable(DEFAULT_PANE_HEIGHTS),
    measuring = $bindable(false),
    asTable = $bindable(false),
    ...rest
  }: WorkspaceChartProps = $props()/*Ωignore_startΩ*/;range;cursor;paneHeights;measuring;asTable;/*Ωignore_endΩ*/;

  const inputs: ChartInputs = {
    get bars() {
      return rest.bars;
    },
    get name() {
      return rest.name;
    },
    get interval() {
      return rest.interval;
    },
    get zone() {
      return rest.zone;
    },
    get synthetic() {
      return rest.synthetic ?? false;
    },
    get plots() {
      return rest.plots ?? [];
    },
    get studies() {
      return rest.studies ?? [];
    },
    get trades() {
      return rest.trades ?? [];
    },
    get equity() {
      return rest.equity ?? null;
    },
    get drawdown() {
      return rest.drawdown ?? null;
    },
    get holding() {
      return rest.holding ?? null;
    },
    get holdingName() {
      return rest.holdingName ?? 'Holding';
    },
    get scale() {
      return rest.scale ?? 'linear';
    },
    get selectedTrade() {
      return rest.selectedTrade ?? null;
    },
    get highlight() {
      return rest.highlight ?? null;
    },
    get showEquity() {
      return rest.showEquity ?? true;
    },
    get showDrawdown() {
      return rest.showDrawdown ?? true;
    },
    get showOverview() {
      return rest.showOverview ?? true;
    },
    get phone() {
      return rest.phone ?? false;
    },
    onSelectTrade: (trade) => rest.onSelectTrade?.(trade),
    onSelectPlot: (line) => rest.onSelectPlot?.(line),
    onStudy: (study, act) => rest.onStudy?.(study, act),
    get range() {
      return range;
    },
    set range(next) {
      range = next;
    },
    get cursor() {
      return cursor;
    },
    set cursor(next) {
      cursor = next;
    },
    get paneHeights() {
      return paneHeights;
    },
    set paneHeights(next) {
      paneHeights = next;
    },
    get measuring() {
      return measuring;
    },
    set measuring(next) {
      measuring = next;
    },
    get asTable() {
      return asTable;
    },
    set asTable(next) {
      asTable = next;
    },
  };

  const view = new ChartView(inputs);
  const gestures = new Gestures(view);
  const speech = new Speech();
  const id = $props.id();
  let stage = $state<HTMLElement>();

  const memberOf = (pane: Pane): 'own' | 'equity' | 'drawdown' =>
    pane.kind === 'equity' || pane.kind === 'drawdown' ? pane.kind : 'own';
  function splitterName({ kind, studies }: Pane): string {
    if (kind === 'equity') return 'Height of equity';
    if (kind === 'drawdown') return 'Height of drawdown';
    return `Height of the ${studies[0]?.title ?? 'script'} pane`;
  }

  function onkeydown(event: KeyboardEvent): void {
    if (event.target !== stage) return;
    const effect = chartKey(view, event);
    if (!effect) return;
    event.preventDefault();
    event.stopPropagation();
    if (effect.kind === 'bar') speech.say(barSpeech(view, effect.bar));
    if (effect.kind === 'trade') speech.say(tradeSpeech(view, effect.trade));
  }

   function fit(): void {
    fitAll(view);
  }

   function focus(): void {
    stage?.focus();
  }

   function snapshot(): Promise<Blob> {
    return stage ? snapshotOf(stage, view) : Promise.reject(new Error('The chart is shown as a table.'));
  }
;
async () => {


 { svelteHTML.createElement("div", { "class":`chart`,});
   { svelteHTML.createElement("button", {         "class":`twin`,"title":asTable ? 'Show as chart' : 'Show as table',"aria-label":asTable ? 'Show as chart' : 'Show as table',"onclick":() => (asTable = !asTable),});
    if(asTable){ { const $$_sexAoNtrahC2C = __sveltets_2_ensureComponent(ChartNoAxes); new $$_sexAoNtrahC2C({ target: __sveltets_2_any(), props: {    "size":15,"strokeWidth":1.75,}});}}else{ { const $$_elbaT2C = __sveltets_2_ensureComponent(Table); new $$_elbaT2C({ target: __sveltets_2_any(), props: {     "size":15,"strokeWidth":1.75,}});}}
   }
  if(asTable){
     { const $$_elbaTtrahC1C = __sveltets_2_ensureComponent(ChartTable); new $$_elbaTtrahC1C({ target: __sveltets_2_any(), props: { view,}});}
  }else{
    
     { const $$_div1 = svelteHTML.createElement("div", {                 "class":`stage`,"role":`application`,"tabindex":0,"aria-label":`Chart of ${inputs.name}`,"aria-describedby":`${id}-summary`,onkeydown,[Symbol("@attach")]:gestures.attach,});measuring;stage = $$_div1;view.width= $$_div1.clientWidth;view.height= $$_div1.clientHeight;
         for(let pane of __sveltets_2_ensureArray(view.panes)){pane.key;
         { svelteHTML.createElement("div", {          "class":`pane`,"aria-hidden":`true`,...__sveltets_2_empty({"data-pane":pane.kind}),[Symbol("@attach")]:plot(() => pictureOf(view, pane)),});__sveltets_2_ensureType(String, Number, `${pane.top} `);__sveltets_2_ensureType(String, Number, `${pane.height} `); }
      }
       { svelteHTML.createElement("canvas", {     "class":`live`,"aria-hidden":`true`,[Symbol("@attach")]:liveLayer(() => liveScene(view, measureBox(view))),}); }
       { const $$_dnegeLtrahC2C = __sveltets_2_ensureComponent(ChartLegend); new $$_dnegeLtrahC2C({ target: __sveltets_2_any(), props: { view,}});}
         for(let pane of __sveltets_2_ensureArray(view.panes.slice(1))){pane.key;
         { const $$_dnegeLenaP2C = __sveltets_2_ensureComponent(PaneLegend); new $$_dnegeLenaP2C({ target: __sveltets_2_any(), props: {  view,pane,}});}
         { svelteHTML.createElement("div", {  "class":`edge`,});__sveltets_2_ensureType(String, Number, `${pane.top} `);
           { const $$_rettilpS3C = __sveltets_2_ensureComponent(Splitter); new $$_rettilpS3C({ target: __sveltets_2_any(), props: {               "size":paneHeights[memberOf(pane)],"min":PANE_HEIGHT.min,"max":PANE_HEIGHT.max,"initial":DEFAULT_PANE_HEIGHTS[memberOf(pane)],"region":`below`,"label":splitterName(pane),"onResize":(height) => view.setHeights({ [memberOf(pane)]: height }),}});}
         }
      }
       { const $$_etoNyhW2C = __sveltets_2_ensureComponent(WhyNote); new $$_etoNyhW2C({ target: __sveltets_2_any(), props: { view,}});}
     }
    if(inputs.showOverview && !inputs.phone){ { const $$_weivrevOtrahC1C = __sveltets_2_ensureComponent(ChartOverview); new $$_weivrevOtrahC1C({ target: __sveltets_2_any(), props: { view,}});}}
  }
   { svelteHTML.createElement("p", {   "class":`sr-only`,"id":`${id}-summary`,});chartSummary(view); }
   { svelteHTML.createElement("p", {   "class":`sr-only`,"aria-live":`polite`,});speech.text; }
 }


};
return { props: {} as any as WorkspaceChartProps, exports: {} as any as { fit: typeof fit,focus: typeof focus,snapshot: typeof snapshot }, bindings: __sveltets_$$bindings('range', 'cursor', 'paneHeights', 'measuring', 'asTable'), slots: {}, events: {} }}
const WorkspaceChart__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type WorkspaceChart__SvelteComponent_ = ReturnType<typeof WorkspaceChart__SvelteComponent_>;
/*Ωignore_endΩ*/export default WorkspaceChart__SvelteComponent_;