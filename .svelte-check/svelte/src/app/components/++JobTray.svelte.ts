///<reference types="svelte" />
;
import type { TrayTask } from '../state/workspace';
import ProgressRow from './ProgressRow.svelte';
;

  interface Props {
    tasks: readonly TrayTask[];
    onClear: (id: number) => void;
  };function $$render() {

  
  


  let { tasks, onClear }: Props = $props();

  const SHOW_AFTER_MS = 300;
  const TICK_MS = 200;
  /** How long finished work stays; work that failed stays until it is removed. */
  const KEEP_MS = 4000;

  let now = $state(Date.now());
  const running = $derived(tasks.some((task) => task.state === 'running'));
  const shown = $derived(
    tasks.filter((task) => task.state === 'failed' || now - task.startedAt > SHOW_AFTER_MS),
  );

  $effect(() => {
    const ended = tasks.filter((task) => task.state === 'done' || task.state === 'cancelled');
    const timers = ended.map((task) => setTimeout(() => onClear(task.id), KEEP_MS));
    return () => timers.forEach((timer) => clearTimeout(timer));
  });

  $effect(() => {
    if (!running) return;
    const timer = setInterval(() => (now = Date.now()), TICK_MS);
    return () => clearInterval(timer);
  });
;
async () => {


if(shown.length > 0){
   { svelteHTML.createElement("section", {   "class":`tray no-print`,"aria-label":`Running and finished work`,});
       for(let task of __sveltets_2_ensureArray(shown)){task.id;
       { const $$_woRssergorP1C = __sveltets_2_ensureComponent(ProgressRow); new $$_woRssergorP1C({ target: __sveltets_2_any(), props: {   task,now,onClear,}});}
    }
   }
}


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const JobTray__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type JobTray__SvelteComponent_ = ReturnType<typeof JobTray__SvelteComponent_>;
/*Ωignore_endΩ*/export default JobTray__SvelteComponent_;