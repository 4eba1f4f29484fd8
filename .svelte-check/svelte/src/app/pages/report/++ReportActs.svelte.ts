///<reference types="svelte" />
;
import GitCompare from '@lucide/svelte/icons/git-compare-arrows';
import Button from '../../components/Button.svelte';
import { compareReason } from '../../dock/compare-reason';
import { workspace } from '../../state/workspace.svelte';
import { currentReport } from './report-parts';
import ReportExport from './ReportExport.svelte';
function $$render() {

  
  
  
  
  
  

  const parts = $derived(currentReport(workspace));
;
async () => {


if(parts){
  if(!parts.linked){
     { const $$_nottuB0C = __sveltets_2_ensureComponent(Button); new $$_nottuB0C({ target: __sveltets_2_any(), props: {     children:() => { return __sveltets_2_any(0); },"icon":GitCompare,"reason":compareReason(workspace),"onclick":() => workspace.showComparison(),}});
      
     Button}
  }
   { const $$_tropxEtropeR0C = __sveltets_2_ensureComponent(ReportExport); new $$_tropxEtropeR0C({ target: __sveltets_2_any(), props: { parts,}});}
}
};
return { props: {} as Record<string, never>, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const ReportActs__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type ReportActs__SvelteComponent_ = ReturnType<typeof ReportActs__SvelteComponent_>;
/*Ωignore_endΩ*/export default ReportActs__SvelteComponent_;