///<reference types="svelte" />
;
import Download from '@lucide/svelte/icons/download';
import type { ExportFormat } from '../../workers/compute-protocol';
import { EXPORT_BYTES, exportBytes, exportFiles, PART_BYTES } from '../../workers/export-plan';
import Button from '../components/Button.svelte';
import Popover from '../components/Popover.svelte';
import { formatBytes, formatCount, formatInteger } from '../format';
import { workspace } from '../state/workspace.svelte';
function $$render() {

  
  
  
  
  
  
  

  const FORMATS = [
    { id: 'arrow', name: 'Arrow', about: 'exact, for pandas, Polars, DuckDB and R' },
    { id: 'csv', name: 'CSV', about: 'text, each number so that it reads back the same' },
  ] as const;

  let format = $state<ExportFormat>('arrow');
  const id = $props.id();

  const batch = $derived(workspace.batch);
  const datasets = $derived(batch.rows.length > 0 && !batch.running ? (batch.book?.exports() ?? []) : []);
  const bytes = $derived(exportBytes(datasets, format));
  const files = $derived(exportFiles(datasets));
  const skipped = $derived(batch.rows.filter((row) => row.failure).length);
  const reason = $derived.by(() => {
    if (batch.running) return 'The batch is running';
    if (batch.exporting) return 'An export is running';
    return datasets.length > 0 ? null : 'There are no results yet';
  });
  const sizeWords = $derived.by(() => {
    const words = `${formatCount(files, 'file')} of about ${formatBytes(bytes)}${files > 1 ? ' in all' : ''}`;
    if (files > datasets.length)
      return `${words}: columns beyond ${formatBytes(PART_BYTES)} of a dataset go to further files.`;
    return files > 1 ? `${words}, one for each dataset.` : `${words}.`;
  });
  const tooLarge = $derived(bytes > EXPORT_BYTES);
;
async () => {


if(reason){
   { const $$_nottuB0C = __sveltets_2_ensureComponent(Button); new $$_nottuB0C({ target: __sveltets_2_any(), props: {    children:() => { return __sveltets_2_any(0); },"look":`plain`,"icon":Download,reason,}});  Button}
}else{
   { const $$_revopoP0C = __sveltets_2_ensureComponent(Popover); const $$_revopoP0 = new $$_revopoP0C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"label":`Export of the results`,trigger:(props) => { async ()/*Ωignore_positionΩ*/ => { { const $$_nottuB0C = __sveltets_2_ensureComponent(Button); new $$_nottuB0C({ target: __sveltets_2_any(), props: {    children:() => { return __sveltets_2_any(0); },"look":`plain`,"icon":Download,...props,}});  Button}};return __sveltets_2_any(0)},}});/*Ωignore_startΩ*/const {trigger} = $$_revopoP0.$$prop_def;/*Ωignore_endΩ*/
    
     { svelteHTML.createElement("fieldset", {});
       { svelteHTML.createElement("legend", {});        }
         for(let { id: value, name, about } of __sveltets_2_ensureArray(FORMATS)){value;
         { svelteHTML.createElement("label", {});
           { svelteHTML.createElement("input", {      "type":`radio`,"name":id,value,});format = __sveltets_2_any(null);}
           { svelteHTML.createElement("span", {}); { svelteHTML.createElement("strong", {});name; } about; }
         }
      }
     }
     { svelteHTML.createElement("p", {});sizeWords; }
    if(skipped > 0){ { svelteHTML.createElement("p", { "class":`muted`,});
        formatInteger(skipped);  skipped === 1 ? 'request is' : 'requests are';  
       }}
    if(tooLarge){
       { svelteHTML.createElement("p", {   "class":`problem`,"role":`alert`,});
           formatBytes(EXPORT_BYTES);         
       }
    }
     { const $$_nottuB1C = __sveltets_2_ensureComponent(Button); new $$_nottuB1C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"reason":tooLarge ? 'It is above the limit' : null,"onclick":() => batch.export(format),}});
       formatCount(files, 'file');
     Button}
   Popover}
}


};
return { props: {} as Record<string, never>, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const ExportNote__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type ExportNote__SvelteComponent_ = ReturnType<typeof ExportNote__SvelteComponent_>;
/*Ωignore_endΩ*/export default ExportNote__SvelteComponent_;