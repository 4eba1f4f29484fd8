///<reference types="svelte" />
;
import EmptyState from '../components/EmptyState.svelte';
import { workspace } from '../state/workspace.svelte';
import CurvesCard from './report/CurvesCard.svelte';
import FallsCard from './report/FallsCard.svelte';
import FiguresCard from './report/FiguresCard.svelte';
import MonthsCard from './report/MonthsCard.svelte';
import ReportDetails from './report/ReportDetails.svelte';
import { currentReport } from './report/report-parts';
import ReportHead from './report/ReportHead.svelte';
import SureCard from './report/SureCard.svelte';
import VerdictCard from './report/VerdictCard.svelte';
function $$render() {

  
  
  
  
  
  
  
  
  
  
  

  const complete = $derived(currentReport(workspace));
;
async () => {


 { svelteHTML.createElement("div", {  "class":['report', { stale: !workspace.linkReport && !workspace.fresh }],...__sveltets_2_empty({"data-region":true}),});
  if(complete){
     { svelteHTML.createElement("div", { "class":`page`,});
       { const $$_daeHtropeR2C = __sveltets_2_ensureComponent(ReportHead); new $$_daeHtropeR2C({ target: __sveltets_2_any(), props: { ...complete,}});}
       { const $$_draCtcidreV2C = __sveltets_2_ensureComponent(VerdictCard); new $$_draCtcidreV2C({ target: __sveltets_2_any(), props: { ...complete,}});}
       { svelteHTML.createElement("div", { "class":`grid`,});
         { const $$_draCsevruC3C = __sveltets_2_ensureComponent(CurvesCard); new $$_draCsevruC3C({ target: __sveltets_2_any(), props: { ...complete,}});}
         { const $$_draCsllaF3C = __sveltets_2_ensureComponent(FallsCard); new $$_draCsllaF3C({ target: __sveltets_2_any(), props: { ...complete,}});}
         { const $$_draCshtnoM3C = __sveltets_2_ensureComponent(MonthsCard); new $$_draCshtnoM3C({ target: __sveltets_2_any(), props: { ...complete,}});}
         { svelteHTML.createElement("div", { "class":`column`,});
           { const $$_draCeruS4C = __sveltets_2_ensureComponent(SureCard); new $$_draCeruS4C({ target: __sveltets_2_any(), props: { ...complete,}});}
           { const $$_draCserugiF4C = __sveltets_2_ensureComponent(FiguresCard); new $$_draCserugiF4C({ target: __sveltets_2_any(), props: { ...complete,}});}
         }
       }
       { const $$_sliateDtropeR2C = __sveltets_2_ensureComponent(ReportDetails); new $$_sliateDtropeR2C({ target: __sveltets_2_any(), props: { ...complete,}});}
     }
  }else{
     { svelteHTML.createElement("h1", { "class":`sr-only`,});  }
     { const $$_etatSytpmE1C = __sveltets_2_ensureComponent(EmptyState); new $$_etatSytpmE1C({ target: __sveltets_2_any(), props: {     children:() => { return __sveltets_2_any(0); },"title":`There is no result to report yet.`,"action":{ label: 'Go to the chart', run: () => workspace.show('workspace') },}});
             
     EmptyState}
  }
 }


};
return { props: {} as Record<string, never>, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const ReportPage__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type ReportPage__SvelteComponent_ = ReturnType<typeof ReportPage__SvelteComponent_>;
/*Ωignore_endΩ*/export default ReportPage__SvelteComponent_;