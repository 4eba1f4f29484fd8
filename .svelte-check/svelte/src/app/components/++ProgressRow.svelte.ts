///<reference types="svelte" />
;
import X from '@lucide/svelte/icons/x';
import { formatInteger, formatDuration } from '../format';
import type { TrayTask } from '../state/workspace';
import Button from './Button.svelte';
;

  interface Props {
    task: TrayTask;
    /** Present time, Unix ms, from the parent's clock. */
    now: number;
    onClear: (id: number) => void;
  };function $$render() {

  
  
  
  


  let { task, now, onClear }: Props = $props();

  const MEASURED_MS = 2000;
  const ENDINGS = { running: '', done: 'done', failed: 'failed', cancelled: 'cancelled' } as const;

  const share = $derived(task.total > 0 ? Math.min(1, task.done / task.total) : 0);
  const elapsed = $derived(now - task.startedAt);
  const left = $derived(
    share > 0 && share < 1 && elapsed > MEASURED_MS ? (elapsed * (1 - share)) / share : null,
  );
  const words = $derived(
    task.state === 'running'
      ? `${formatInteger(task.done)} of ${formatInteger(task.total)} ${task.unit}${left === null ? '' : `, ${formatDuration(left)} left`}`
      : ENDINGS[task.state],
  );
  const quarter = $derived(Math.floor(share * 4) * 25);
;
async () => {


 { svelteHTML.createElement("div", { "class":`row`,});
   { svelteHTML.createElement("div", { "class":`line`,});
     { svelteHTML.createElement("strong", {});task.name; }
     { svelteHTML.createElement("span", { "class":`words`,});words; }
    if(task.state === 'running'){
       { const $$_nottuB2C = __sveltets_2_ensureComponent(Button); new $$_nottuB2C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"look":`plain`,"onclick":() => task.cancel(),}});  Button}
    }else{
       { const $$_nottuB2C = __sveltets_2_ensureComponent(Button); new $$_nottuB2C({ target: __sveltets_2_any(), props: {         "look":`plain`,"icon":X,"label":`Remove ${task.name} from the list`,"onclick":() => onClear(task.id),}});}
    }
   }
  if(task.state === 'running'){
     { svelteHTML.createElement("div", {               "class":`bar`,"role":`progressbar`,"aria-label":task.name,"aria-valuemin":0,"aria-valuemax":task.total,"aria-valuenow":task.done,"aria-valuetext":words,});
       { svelteHTML.createElement("div", { });__sveltets_2_ensureType(String, Number, `${share * 100} `); }
     }
  }
  if(task.failure){
     { svelteHTML.createElement("p", { "class":`bad`,});task.failure.message; task.failure.remedy; }
  } else if (task.note){
     { svelteHTML.createElement("p", { "class":`muted`,});task.note; }
  }
   { svelteHTML.createElement("span", {   "class":`sr-only`,"aria-live":`polite`,});
    task.name; task.state === 'running' ? `${quarter} percent` : ENDINGS[task.state];
   }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const ProgressRow__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type ProgressRow__SvelteComponent_ = ReturnType<typeof ProgressRow__SvelteComponent_>;
/*Ωignore_endΩ*/export default ProgressRow__SvelteComponent_;