///<reference types="svelte" />
;
import Button from '../components/Button.svelte';
import EmptyState from '../components/EmptyState.svelte';
import Segmented from '../components/Segmented.svelte';
import { compareReason } from '../dock/compare-reason';
import { formatInteger, formatPercent } from '../format';
import TimeLines from '../plots/TimeLines.svelte';
import SafeText from '../shared/SafeText.svelte';
import { compare } from '../state/compare.svelte';
import { workspace } from '../state/workspace.svelte';
import FiguresTable from './compare/FiguresTable.svelte';
import RunChoice from './compare/RunChoice.svelte';
import { runLines } from './compare/run-lines';
import Card from './report/Card.svelte';
function $$render() {

  
  
  
  
  
  
  
  
  
  
  
  
  

  const runs = $derived(
    workspace.compared.flatMap((id) => workspace.runs.find((run) => run.id === id) ?? []),
  );
  const dataset = $derived(workspace.dataset);

  $effect(() => {
    const { answer, bars, fresh } = workspace;
    if (!answer || !bars || !dataset || !fresh || runs.length < 2) return;
    const { request, dataSha256 } = answer;
    const key = JSON.stringify([request.source, dataSha256, bars.time.length, runs.map(({ id }) => id)]);
    void compare.show(key, { request, manifest: dataset, bars }, runs);
  });

  const comparison = $derived(
    runs.length >= 2 && compare.comparison?.holding.growth.length === workspace.bars?.time.length
      ? compare.comparison
      : null,
  );
  const SCALES = [
    { id: 'log', label: 'Log' },
    { id: 'linear', label: 'Linear' },
  ] as const;
  const grown = (value: number): string => formatPercent(value - 1, { signed: true });
  const grownAxis = (value: number): string => formatPercent(value - 1, { signed: true, decimals: 0 });
;
async () => {


 { svelteHTML.createElement("div", {  "class":`compare scrolls`,...__sveltets_2_empty({"data-region":true}),});
  if(compareReason(workspace)){
     { svelteHTML.createElement("h1", { "class":`sr-only`,});  }
     { const $$_etatSytpmE1C = __sveltets_2_ensureComponent(EmptyState); new $$_etatSytpmE1C({ target: __sveltets_2_any(), props: {     children:() => { return __sveltets_2_any(0); },"title":`There is one run to compare with at most.`,"action":{ label: 'Go to the chart', run: () => workspace.show('workspace') },}});
                         
     EmptyState}
  }else{
     { svelteHTML.createElement("div", { "class":`page`,});
       { svelteHTML.createElement("h1", {});   { const $$_txeTefaS3C = __sveltets_2_ensureComponent(SafeText); new $$_txeTefaS3C({ target: __sveltets_2_any(), props: {  "text":workspace.script?.name ?? 'this strategy',}});}    }
       { const $$_eciohCnuR2C = __sveltets_2_ensureComponent(RunChoice); new $$_eciohCnuR2C({ target: __sveltets_2_any(), props: {}});}
      if(compare.failure){
         { svelteHTML.createElement("p", {   "class":`bad`,"role":`alert`,});compare.failure.message; compare.failure.remedy; }
      }
      if(compare.running){
         { svelteHTML.createElement("p", {   "class":`note`,"role":`status`,});
          formatInteger(compare.done);  formatInteger(runs.length); 
           { const $$_nottuB3C = __sveltets_2_ensureComponent(Button); new $$_nottuB3C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"onclick":() => compare.cancel(),}});  Button}
         }
      }
      if(comparison && dataset){
        const { interval, instrument } = dataset;
         { svelteHTML.createElement("div", {   "class":['result', { stale: compare.running }],...__sveltets_2_empty({"data-testid":`comparison`}),});
           { const $$_draC3C = __sveltets_2_ensureComponent(Card); const $$_draC3 = new $$_draC3C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"title":`Growth since the first bar, ${compare.log ? 'log' : 'linear'} scale`,acts:() => { async ()/*Ωignore_positionΩ*/ => {
               { const $$_detnemgeS0C = __sveltets_2_ensureComponent(Segmented); new $$_detnemgeS0C({ target: __sveltets_2_any(), props: {         "options":SCALES,"selected":compare.log ? 'log' : 'linear',"label":`Scale of the growth`,"onSelect":(id) => (compare.log = id === 'log'),}});}
            };return __sveltets_2_any(0)},}});/*Ωignore_startΩ*/const {acts} = $$_draC3.$$prop_def;/*Ωignore_endΩ*/
            
             { svelteHTML.createElement("div", { "class":`growth`,});
               { const $$_seniLemiT5C = __sveltets_2_ensureComponent(TimeLines); new $$_seniLemiT5C({ target: __sveltets_2_any(), props: {                   "name":`Growth since the first bar`,"time":workspace.bars?.time ?? new Float64Array(),"lines":runLines(comparison, ({ growth }) => growth),interval,"zone":instrument.zone,"write":grown,"writeAxis":grownAxis,"log":compare.log,"baseline":1,"ends":true,}});}
             }
           Card}
           { const $$_draC3C = __sveltets_2_ensureComponent(Card); new $$_draC3C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"title":`Below the peak`,}});
             { svelteHTML.createElement("div", { "class":`falls`,});
               { const $$_seniLemiT5C = __sveltets_2_ensureComponent(TimeLines); new $$_seniLemiT5C({ target: __sveltets_2_any(), props: {                 "name":`Fall below the peak`,"time":workspace.bars?.time ?? new Float64Array(),"lines":runLines(comparison, ({ belowPeak }) => belowPeak),interval,"zone":instrument.zone,"write":(value) => formatPercent(value),"writeAxis":(value) => formatPercent(value, { decimals: 0 }),"baseline":0,"ends":true,}});}
             }
           Card}
           { const $$_elbaTserugiF3C = __sveltets_2_ensureComponent(FiguresTable); new $$_elbaTserugiF3C({ target: __sveltets_2_any(), props: {   comparison,"currency":instrument.currency,}});}
         }
      } else if (runs.length < 2){
         { svelteHTML.createElement("p", { "class":`muted`,});     }
      }
     }
  }
 }


};
return { props: {} as Record<string, never>, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const ComparePage__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type ComparePage__SvelteComponent_ = ReturnType<typeof ComparePage__SvelteComponent_>;
/*Ωignore_endΩ*/export default ComparePage__SvelteComponent_;