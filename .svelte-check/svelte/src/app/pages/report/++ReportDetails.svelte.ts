///<reference types="svelte" />
;
import Button from '../../components/Button.svelte';
import { report } from '../../state/report.svelte';
import { sensitivity } from '../../state/sensitivity.svelte';
import { workspace } from '../../state/workspace.svelte';
import AllFigures from './AllFigures.svelte';
import AttributionCard from './AttributionCard.svelte';
import CostsCard from './CostsCard.svelte';
import CrisesCard from './CrisesCard.svelte';
import DrawdownsCard from './DrawdownsCard.svelte';
import ExposureCard from './ExposureCard.svelte';
import type { ReportParts } from './report-parts';
import Sensitivity from './Sensitivity.svelte';
import RollingCard from './RollingCard.svelte';
import ScatterCard from './ScatterCard.svelte';
import SpreadCard from './SpreadCard.svelte';
import YearsCard from './YearsCard.svelte';
function $$render() {

  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  

  let { answer, dataset, bars, name, linked }: ReportParts = $props();

  $effect(() => {
    const { result } = answer.outcome;
    const key = `${result.hash} ${answer.dataSha256}`;
    const subject = { request: answer.request, manifest: dataset, bars };
    report.show(key, subject);
    void sensitivity.show(key, subject);
  });

  /** A sheet of other bars is not shown beside these. */
  const sheet = $derived(
    report.sheet && report.sheet.series.time.length === bars.time.length ? report.sheet : null,
  );

  function openTrade(trade: number): void {
    workspace.selectedTrade = trade;
    workspace.show('workspace');
  }
;
async () => {


if(report.failure){
   { svelteHTML.createElement("p", {   "class":`note`,"role":`alert`,});
     { svelteHTML.createElement("span", {});report.failure.message; report.failure.remedy; }
     { const $$_nottuB1C = __sveltets_2_ensureComponent(Button); new $$_nottuB1C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"onclick":() => report.retry(),}});    Button}
   }
}
if(sheet){
   { svelteHTML.createElement("div", {     "class":['details', { stale: !report.fresh }],...__sveltets_2_empty({"data-testid":`report-details`}),...__sveltets_2_empty({"data-fresh":report.fresh}),});
     { svelteHTML.createElement("div", { "class":`grid`,});
       { svelteHTML.createElement("div", { "class":`column`,});
         { const $$_draCsraeY3C = __sveltets_2_ensureComponent(YearsCard); new $$_draCsraeY3C({ target: __sveltets_2_any(), props: {  sheet,name,}});}
         { const $$_draCgnilloR3C = __sveltets_2_ensureComponent(RollingCard); new $$_draCgnilloR3C({ target: __sveltets_2_any(), props: {  sheet,dataset,}});}
         { const $$_draCrettacS3C = __sveltets_2_ensureComponent(ScatterCard); new $$_draCrettacS3C({ target: __sveltets_2_any(), props: {     "points":sheet.scatter,dataset,"onOpen":linked ? undefined : openTrade,}});}
       }
       { svelteHTML.createElement("div", { "class":`column`,});
         { const $$_draCdaerpS3C = __sveltets_2_ensureComponent(SpreadCard); new $$_draCdaerpS3C({ target: __sveltets_2_any(), props: {  sheet,name,}});}
         { const $$_draCerusopxE3C = __sveltets_2_ensureComponent(ExposureCard); new $$_draCerusopxE3C({ target: __sveltets_2_any(), props: {  sheet,dataset,}});}
         { const $$_draCstsoC3C = __sveltets_2_ensureComponent(CostsCard); new $$_draCstsoC3C({ target: __sveltets_2_any(), props: { sheet,}});}
         { const $$_draCnoitubirttA3C = __sveltets_2_ensureComponent(AttributionCard); new $$_draCnoitubirttA3C({ target: __sveltets_2_any(), props: { sheet,}});}
       }
     }
     { svelteHTML.createElement("div", { "class":`pair`,});
       { const $$_draCsnwodwarD2C = __sveltets_2_ensureComponent(DrawdownsCard); new $$_draCsnwodwarD2C({ target: __sveltets_2_any(), props: {  sheet,dataset,}});}
       { const $$_draCsesirC2C = __sveltets_2_ensureComponent(CrisesCard); new $$_draCsesirC2C({ target: __sveltets_2_any(), props: {  sheet,dataset,}});}
     }
     { const $$_serugiFllA1C = __sveltets_2_ensureComponent(AllFigures); new $$_serugiFllA1C({ target: __sveltets_2_any(), props: { sheet,}});}
     { const $$_ytivitisneS1C = __sveltets_2_ensureComponent(Sensitivity); new $$_ytivitisneS1C({ target: __sveltets_2_any(), props: {}});}
   }
} else if (!report.failure){
   { svelteHTML.createElement("p", {   "class":`note wait`,"role":`status`,});       }
}


};
return { props: {} as any as ReportParts, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const ReportDetails__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type ReportDetails__SvelteComponent_ = ReturnType<typeof ReportDetails__SvelteComponent_>;
/*Ωignore_endΩ*/export default ReportDetails__SvelteComponent_;