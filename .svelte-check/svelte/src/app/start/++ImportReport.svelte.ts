///<reference types="svelte" />
;
import Check from '@lucide/svelte/icons/check';
import FlaskConical from '@lucide/svelte/icons/flask-conical';
import TriangleAlert from '@lucide/svelte/icons/triangle-alert';
import type { Bars } from '../../core/bars';
import type { DatasetManifest, QualityNote } from '../../core/dataset';
import Badge from '../components/Badge.svelte';
import Button from '../components/Button.svelte';
import { formatBytes, formatCount, formatInteger, formatTime } from '../format';
import SafeText from '../shared/SafeText.svelte';
import type { Workspace } from '../state/workspace';
import ColumnsTable from './ColumnsTable.svelte';
import ImportOverview from './ImportOverview.svelte';
import QualityNotes from './QualityNotes.svelte';
import RejectedDialog from './RejectedDialog.svelte';
import RowsDialog from './RowsDialog.svelte';
;

  interface Props {
    workspace: Workspace;
    dataset: DatasetManifest;
    bars: Bars | null;
  };function $$render() {

  
  
  
  
  
  
  
  
  
  
  
  
  
  
  


  let { workspace, dataset, bars }: Props = $props();

  const FINGERPRINT_CHARACTERS = 20;

  let shown = $state.raw<QualityNote | null>(null);

  const report = $derived(dataset.report);
  const cautions = $derived(report.notes.filter((note) => note.level === 'caution').length);
  const undoLabel = $derived(dataset.source.kind === 'file' ? 'Undo import' : 'Remove this data');
  const day = (time: number): string => formatTime(time, dataset.instrument.zone, dataset.interval);
  const license = $derived(dataset.source.license);

  function use(): void {
    if (workspace.dataset?.id !== dataset.id) workspace.useDataset(dataset.id);
    workspace.show('workspace');
  }
;
async () => {


 { svelteHTML.createElement("article", { "aria-labelledby":`dataset-title`,});
   { svelteHTML.createElement("header", {});
     { svelteHTML.createElement("div", { "class":`title`,});
       { svelteHTML.createElement("h2", { "id":`dataset-title`,}); { const $$_txeTefaS4C = __sveltets_2_ensureComponent(SafeText); new $$_txeTefaS4C({ target: __sveltets_2_any(), props: {  "text":dataset.name,}});} }
      if(report.rowsRejected === 0){
         { const $$_egdaB3C = __sveltets_2_ensureComponent(Badge); new $$_egdaB3C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"icon":Check,}});   Badge}
      }else{
         { const $$_egdaB3C = __sveltets_2_ensureComponent(Badge); new $$_egdaB3C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"look":`caution`,"icon":TriangleAlert,}});formatCount(report.rowsRejected, 'row');   Badge}
      }
      if(cautions > 0){
         { const $$_egdaB3C = __sveltets_2_ensureComponent(Badge); new $$_egdaB3C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"look":`caution`,"icon":TriangleAlert,}});formatCount(cautions, 'thing');   Badge}
      }
      if(dataset.source.kind === 'synthetic'){ { const $$_egdaB3C = __sveltets_2_ensureComponent(Badge); new $$_egdaB3C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"look":`caution`,"icon":FlaskConical,}});   Badge}}
     }
     { svelteHTML.createElement("p", { "class":`facts`,});
       formatInteger(report.rowsKept);  formatCount(report.rowsRead, 'row'); formatBytes(
        dataset.source.bytes,
      );
      day(dataset.firstTime);  day(dataset.lastTime);   { const $$_txeTefaS3C = __sveltets_2_ensureComponent(SafeText); new $$_txeTefaS3C({ target: __sveltets_2_any(), props: {   "text":dataset.source.name,}});}license ? `, licence ${license}` : ''; 
       { svelteHTML.createElement("code", { "title":dataset.sha256,});dataset.sha256.slice(0, FINGERPRINT_CHARACTERS); }
     }
     { svelteHTML.createElement("div", { "class":`acts`,});
      if(dataset.source.kind !== 'bundled'){
         { const $$_nottuB3C = __sveltets_2_ensureComponent(Button); new $$_nottuB3C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"size":`page`,"onclick":() => workspace.removeDataset(dataset.id),}});undoLabel; Button}
      }
       { const $$_nottuB3C = __sveltets_2_ensureComponent(Button); new $$_nottuB3C({ target: __sveltets_2_any(), props: {     children:() => { return __sveltets_2_any(0); },"look":`filled`,"size":`page`,"onclick":use,}});   Button}
     }
   }
  if(bars){ { svelteHTML.createElement("div", { "class":`overview`,}); { const $$_weivrevOtropmI2C = __sveltets_2_ensureComponent(ImportOverview); new $$_weivrevOtropmI2C({ target: __sveltets_2_any(), props: {  dataset,bars,}});} }}
   { svelteHTML.createElement("div", { "class":`details`,});
     { svelteHTML.createElement("div", { "class":`notes`,}); { const $$_setoNytilauQ3C = __sveltets_2_ensureComponent(QualityNotes); new $$_setoNytilauQ3C({ target: __sveltets_2_any(), props: {   dataset,"onShow":(note) => (shown = note),}});} }
     { svelteHTML.createElement("div", { "class":`columns`,}); { const $$_elbaTsnmuloC3C = __sveltets_2_ensureComponent(ColumnsTable); new $$_elbaTsnmuloC3C({ target: __sveltets_2_any(), props: { dataset,}});} }
   }
 }
if(shown?.code === 'rejected_rows'){
   { const $$_golaiDdetcejeR0C = __sveltets_2_ensureComponent(RejectedDialog); new $$_golaiDdetcejeR0C({ target: __sveltets_2_any(), props: {   dataset,"onClose":() => (shown = null),}});}
} else if (shown && bars){
   { const $$_golaiDswoR0C = __sveltets_2_ensureComponent(RowsDialog); new $$_golaiDswoR0C({ target: __sveltets_2_any(), props: {      dataset,bars,"note":shown,"onClose":() => (shown = null),}});}
}


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const ImportReport__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type ImportReport__SvelteComponent_ = ReturnType<typeof ImportReport__SvelteComponent_>;
/*Ωignore_endΩ*/export default ImportReport__SvelteComponent_;