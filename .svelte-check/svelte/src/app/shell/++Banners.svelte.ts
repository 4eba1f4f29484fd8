///<reference types="svelte" />
;
import Database from '@lucide/svelte/icons/database';
import Download from '@lucide/svelte/icons/download';
import TriangleAlert from '@lucide/svelte/icons/triangle-alert';
import WifiOff from '@lucide/svelte/icons/wifi-off';
import Banner from '../components/Banner.svelte';
import { formatBytes } from '../format';
import { workspace } from '../state/workspace.svelte';
function $$render() {

  
  
  
  
  
  
  

  const QUOTA_LOW = 0.8;

  const usage = $derived(workspace.usage);
  /** Browsers that do not tell what is free give nothing to warn about. */
  const free = $derived(usage?.freeBytes ?? null);
  const total = $derived(usage && free !== null ? usage.usedBytes + free : 0);
  const low = $derived(usage !== null && total > 0 && usage.usedBytes / total >= QUOTA_LOW);
  const largest = $derived(
    workspace.datasets
      .toSorted((a, b) => b.bytes - a.bytes)
      .slice(0, 3)
      .map((data) => `${data.name} ${formatBytes(data.bytes)}`)
      .join(', '),
  );
  const live = $derived(workspace.live);

  let offlineSeen = $state(false);
  $effect(() => {
    if (workspace.online) offlineSeen = false;
  });
;
async () => {


if(!workspace.online && !offlineSeen){
   { const $$_rennaB0C = __sveltets_2_ensureComponent(Banner); new $$_rennaB0C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"icon":WifiOff,"action":{ label: 'Understood', run: () => (offlineSeen = true) },}});
             
   Banner}
}
if(workspace.updateReady){
   { const $$_rennaB0C = __sveltets_2_ensureComponent(Banner); new $$_rennaB0C({ target: __sveltets_2_any(), props: {       children:() => { return __sveltets_2_any(0); },"level":`info`,"icon":Download,"action":live.state === 'live' ? null : { label: 'Reload', run: () => workspace.applyUpdate() },}});
                 
    live.state === 'live' ? 'It waits until the replay ends.' : '';
   Banner}
}
if(usage?.inMemory){
   { const $$_rennaB0C = __sveltets_2_ensureComponent(Banner); new $$_rennaB0C({ target: __sveltets_2_any(), props: {       children:() => { return __sveltets_2_any(0); },"level":`caution`,"icon":Database,"action":{ label: 'Export data', run: () => workspace.exportBars() },}});
                  
   Banner}
} else if (low && usage && free !== null){
   { const $$_rennaB0C = __sveltets_2_ensureComponent(Banner); new $$_rennaB0C({ target: __sveltets_2_any(), props: {       children:() => { return __sveltets_2_any(0); },"level":`caution`,"icon":Database,"action":usage.persistent
      ? { label: 'Free space', run: () => workspace.show('start') }
      : { label: 'Keep permanently', run: () => workspace.keepStorage() },}});
    formatBytes(usage.usedBytes);  formatBytes(total);     formatBytes(free);  
         largest;
   Banner}
}
if(live.state === 'failed'){
   { const $$_rennaB0C = __sveltets_2_ensureComponent(Banner); new $$_rennaB0C({ target: __sveltets_2_any(), props: {         children:() => { return __sveltets_2_any(0); },"level":`caution`,"icon":TriangleAlert,"code":live.code,"action":{ label: 'Close', run: () => workspace.stopLive() },}});
    live.message;
    live.remedy;
   Banner}
}
if(workspace.failure){
   { const $$_rennaB0C = __sveltets_2_ensureComponent(Banner); new $$_rennaB0C({ target: __sveltets_2_any(), props: {         children:() => { return __sveltets_2_any(0); },"level":`error`,"icon":TriangleAlert,"code":workspace.failure.code,"action":{ label: 'Run again', run: () => workspace.runNow() },}});
    workspace.failure.message;
    workspace.failure.remedy;
    workspace.answer ? 'The last good result stays on screen.' : '';
   Banner}
}
};
return { props: {} as Record<string, never>, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const Banners__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type Banners__SvelteComponent_ = ReturnType<typeof Banners__SvelteComponent_>;
/*Ωignore_endΩ*/export default Banners__SvelteComponent_;