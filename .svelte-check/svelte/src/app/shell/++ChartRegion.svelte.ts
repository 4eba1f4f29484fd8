///<reference types="svelte" />
;
import { untrack } from 'svelte';
import WorkspaceChart from '../chart/WorkspaceChart.svelte';
import EmptyState from '../components/EmptyState.svelte';
import type { StudyAct } from '../chart/chart-props';
import { workspace } from '../state/workspace.svelte';
import { followBar } from '../replay/follow-bar';
import { replayScene } from '../replay/replay-scene';
import { chartStudies } from '../studies/chart-studies';
import { layout } from './layout.svelte';
function $$render() {

  
  
  
  
  
  
  
  
  

  let chart = $state<WorkspaceChart>();
  $effect(() => {
    layout.chart = chart ?? null;
    return () => (layout.chart = null);
  });

  const dataset = $derived(workspace.dataset);
  const answer = $derived(workspace.answer);
  const nothingWhole = $derived(
    workspace.datasets.length > 0 && workspace.datasets.every((data) => workspace.damage.has(data.id)),
  );
  /** A result of other bars than those on screen is not drawn over them. */
  const outcome = $derived(
    answer && workspace.bars && answer.outcome.result.series.time.length === workspace.bars.time.length
      ? answer.outcome
      : null,
  );

  const studies = $derived(workspace.bars ? chartStudies(workspace.studies.scene, workspace.bars) : []);

  const { replay } = workspace;
  const scene = $derived(workspace.bars ? replayScene(workspace.bars, outcome, studies, replay.bar) : null);

  /** A trade that the replay has not come to yet is not shown. */
  const shownTrade = $derived(
    workspace.selectedTrade !== null && workspace.selectedTrade < (scene?.trades.length ?? 0)
      ? workspace.selectedTrade
      : null,
  );

  /** A replay is of one result: another one ends it. */
  $effect(() => {
    if (outcome?.result !== untrack(() => replay.run)) untrack(() => replay.stop());
  });
  $effect(() => {
    const { bar } = replay;
    if (bar !== null) untrack(() => (workspace.range = followBar(workspace.range, bar)));
  });

  function onStudy(id: string, act: StudyAct): void {
    if (act === 'open') workspace.studies.open(id);
    else if (act === 'toggle') workspace.studies.toggle(id);
    else workspace.studies.remove(id);
  }
;
async () => {


 { svelteHTML.createElement("div", {  "class":['chart', { stale: workspace.busy && !workspace.fresh }],...__sveltets_2_empty({"data-region":true}),...__sveltets_2_empty({"data-keys":true}),});
  if(scene && dataset){
     { const $$_trahCecapskroW1C = __sveltets_2_ensureComponent(WorkspaceChart); const $$_trahCecapskroW1 = new $$_trahCecapskroW1C({ target: __sveltets_2_any(), props: {                                                        "bars":scene.bars,"name":dataset.instrument.name,"interval":dataset.interval,"zone":dataset.instrument.zone,"synthetic":dataset.source.kind === 'synthetic',"plots":scene.plots,"studies":scene.studies,onStudy,"trades":scene.trades,"equity":scene.equity,"drawdown":scene.drawdown,"holding":scene.holding,"holdingName":`Holding`,range:__sveltets_2_get_set_binding(() => workspace.range,(range) => (workspace.range = range)),"scale":workspace.scale,cursor:__sveltets_2_get_set_binding(() => workspace.cursor,(cursor) => (workspace.cursor = cursor)),"selectedTrade":shownTrade,"onSelectTrade":(trade) => (workspace.selectedTrade = trade),"onSelectPlot":(plot) => layout.revealScript(plot.from, plot.to),"highlight":layout.highlight,"showOverview":layout.mode !== 'phone',"phone":layout.mode === 'phone',paneHeights:__sveltets_2_get_set_binding(() => layout.sizes.panes,(panes) => layout.resize({ panes })),measuring:__sveltets_2_get_set_binding(() => layout.measuring,(measuring) => (layout.measuring = measuring)),asTable:__sveltets_2_get_set_binding(() => layout.asTable,(asTable) => (layout.asTable = asTable)),}});chart = $$_trahCecapskroW1;$$_trahCecapskroW1.$$bindings = 'range';$$_trahCecapskroW1.$$bindings = 'cursor';$$_trahCecapskroW1.$$bindings = 'paneHeights';$$_trahCecapskroW1.$$bindings = 'measuring';$$_trahCecapskroW1.$$bindings = 'asTable';}
    if(workspace.busy && !workspace.fresh){ { svelteHTML.createElement("span", { "class":`updating`,});  }}
  } else if (nothingWhole){
     { const $$_etatSytpmE1C = __sveltets_2_ensureComponent(EmptyState); new $$_etatSytpmE1C({ target: __sveltets_2_any(), props: {     children:() => { return __sveltets_2_any(0); },"title":`No stored data can be read.`,"action":{ label: 'See what can be saved', run: () => workspace.show('start') },}});
                 
     EmptyState}
  }else{
     { svelteHTML.createElement("p", { "class":`wait`,});      }
  }
 }


};
return { props: {} as Record<string, never>, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const ChartRegion__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type ChartRegion__SvelteComponent_ = ReturnType<typeof ChartRegion__SvelteComponent_>;
/*Ωignore_endΩ*/export default ChartRegion__SvelteComponent_;