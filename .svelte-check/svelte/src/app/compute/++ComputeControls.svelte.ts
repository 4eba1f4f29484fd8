///<reference types="svelte" />
;
import Clipboard from '@lucide/svelte/icons/clipboard';
import FileJson from '@lucide/svelte/icons/file-braces';
import Play from '@lucide/svelte/icons/play';
import X from '@lucide/svelte/icons/x';
import Button from '../components/Button.svelte';
import { formatCount, formatDuration, formatInteger } from '../format';
import { workspace } from '../state/workspace.svelte';
import ExportNote from './ExportNote.svelte';
;

  interface Props {
    /** Parts of the page on screen; acts on another part give way on a narrow page. */
    parts: readonly ('choice' | 'results')[];
  };function $$render() {

  
  
  
  
  
  
  
  


  let { parts }: Props = $props();

  const batch = $derived(workspace.batch);
  const choice = $derived(batch.choice);
  const count = $derived(choice.requests.length * choice.datasets.length);
  const task = $derived(
    workspace.tasks.findLast((entry) => entry.unit === 'requests' && entry.state === 'running'),
  );
  const failed = $derived(batch.rows.filter((row) => row.failure).length);
  const told = $derived.by(() => {
    if (batch.running)
      return task ? `${formatInteger(task.done)} of ${formatInteger(task.total)}` : 'Preparing';
    if (!batch.end) return '';
    const { elapsedMs, workers } = batch.end;
    const words = [
      formatCount(batch.rows.length - failed, 'output'),
      ...(failed > 0 ? [formatCount(failed, 'failed request')] : []),
      formatDuration(elapsedMs),
      formatCount(workers, 'worker'),
    ];
    return words.join(', ');
  });
;
async () => {


 { svelteHTML.createElement("div", {     "class":`controls`,"role":`toolbar`,"aria-label":`Compute`,});
   { svelteHTML.createElement("p", {});
    formatCount(choice.requests.length, 'indicator');  formatCount(choice.datasets.length, 'dataset');
   }
   { svelteHTML.createElement("p", {   "class":`muted`,"role":`status`,});told; }
   { svelteHTML.createElement("span", { "class":`space`,}); }
  if(parts.includes('choice')){
     { const $$_nottuB1C = __sveltets_2_ensureComponent(Button); new $$_nottuB1C({ target: __sveltets_2_any(), props: {          children:() => { return __sveltets_2_any(0); },"look":`plain`,"icon":FileJson,"reason":choice.requests.length > 0 ? null : 'No indicator is chosen',"title":`One JSON request a line, as backtab compute --requests takes them`,"onclick":() => batch.copyRequests(),}});    Button}
  }
  if(parts.includes('results')){
     { const $$_nottuB1C = __sveltets_2_ensureComponent(Button); new $$_nottuB1C({ target: __sveltets_2_any(), props: {          children:() => { return __sveltets_2_any(0); },"look":`plain`,"icon":Clipboard,"reason":batch.rows.length > 0 ? null : 'There are no results yet',"title":`All rows, tab-separated, figures whole`,"onclick":() => batch.copyTable(),}});   Button}
     { const $$_etoNtropxE1C = __sveltets_2_ensureComponent(ExportNote); new $$_etoNtropxE1C({ target: __sveltets_2_any(), props: {}});}
  }
  if(batch.running || batch.exporting){
     { const $$_nottuB1C = __sveltets_2_ensureComponent(Button); new $$_nottuB1C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"icon":X,"onclick":() => batch.cancel(),}});batch.running ? 'Cancel batch' : 'Cancel export';  Button}
  }else{
     { const $$_nottuB1C = __sveltets_2_ensureComponent(Button); new $$_nottuB1C({ target: __sveltets_2_any(), props: {     children:() => { return __sveltets_2_any(0); },"icon":Play,"reason":batch.reason,"onclick":() => batch.run(),}});
       count > 0 ? formatCount(count, 'request') : 'indicators';
     Button}
  }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const ComputeControls__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type ComputeControls__SvelteComponent_ = ReturnType<typeof ComputeControls__SvelteComponent_>;
/*Ωignore_endΩ*/export default ComputeControls__SvelteComponent_;