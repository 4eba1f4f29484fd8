///<reference types="svelte" />
;
import Pause from '@lucide/svelte/icons/pause';
import Play from '@lucide/svelte/icons/play';
import SkipForward from '@lucide/svelte/icons/skip-forward';
import StepBack from '@lucide/svelte/icons/step-back';
import StepForward from '@lucide/svelte/icons/step-forward';
import X from '@lucide/svelte/icons/x';
import Button from '../components/Button.svelte';
import Segmented from '../components/Segmented.svelte';
import { formatCount, formatMoney, formatNumber, formatTime } from '../format';
import { REPLAY_SPEEDS, type ReplayStop } from '../state/replay.svelte';
import { workspace } from '../state/workspace.svelte';
import { orderWords } from './replay-words';
function $$render() {

  
  
  
  
  
  
  
  
  
  
  
  

  const { replay } = workspace;
  const account = $derived(replay.account);
  const currency = $derived(workspace.dataset?.instrument.currency ?? 'USD');
  const date = $derived(
    workspace.bars && workspace.dataset && replay.bar !== null
      ? formatTime(
          workspace.bars.time[replay.bar]!,
          workspace.dataset.instrument.zone,
          workspace.dataset.interval,
        )
      : '',
  );
  const STOPS: readonly { id: ReplayStop; label: string; title: string }[] = [
    { id: 'orders', label: 'Orders', title: 'Pause on each bar with news of an order' },
    { id: 'fills', label: 'Fills', title: 'Pause on each bar with a fill' },
    { id: 'nothing', label: 'Never', title: 'Run on to the end' },
  ];
;
async () => {


 { svelteHTML.createElement("section", {    "class":`replay`,"aria-label":`Replay`,...__sveltets_2_empty({"data-keys":true}),});
   { svelteHTML.createElement("div", { "class":`row`,});
     { svelteHTML.createElement("strong", {});  }
     { const $$_nottuB2C = __sveltets_2_ensureComponent(Button); new $$_nottuB2C({ target: __sveltets_2_any(), props: {        "look":`plain`,"icon":StepBack,"label":`One bar back`,"onclick":() => replay.step(-1),}});}
    if(replay.playing){
       { const $$_nottuB2C = __sveltets_2_ensureComponent(Button); new $$_nottuB2C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"icon":Pause,"onclick":() => replay.pause(),}});  Button}
    }else{
       { const $$_nottuB2C = __sveltets_2_ensureComponent(Button); new $$_nottuB2C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"icon":Play,"onclick":() => replay.play(),}});  Button}
    }
     { const $$_nottuB2C = __sveltets_2_ensureComponent(Button); new $$_nottuB2C({ target: __sveltets_2_any(), props: {        "look":`plain`,"icon":StepForward,"label":`One bar on`,"onclick":() => replay.step(1),}});}
     { const $$_nottuB2C = __sveltets_2_ensureComponent(Button); new $$_nottuB2C({ target: __sveltets_2_any(), props: {     children:() => { return __sveltets_2_any(0); },"look":`plain`,"icon":SkipForward,"onclick":() => replay.seek('fills'),}});  Button}
     { svelteHTML.createElement("input", {               "type":`range`,"aria-label":`Bar`,"aria-valuetext":date,"min":`0`,"max":replay.rows - 1,"value":replay.bar,"oninput":(event) => replay.goTo(Number(event.currentTarget.value)),});}
     { svelteHTML.createElement("span", { "class":`date`,});date; }
     { svelteHTML.createElement("span", {   "class":`label`,"id":`replay-speed-label`,});   }
     { const $$_detnemgeS2C = __sveltets_2_ensureComponent(Segmented); new $$_detnemgeS2C({ target: __sveltets_2_any(), props: {         "label":`Bars a second`,"options":REPLAY_SPEEDS.map((speed) => ({ id: String(speed), label: String(speed) })),"selected":String(replay.speed),"onSelect":(id) => replay.setSpeed(REPLAY_SPEEDS.find((speed) => String(speed) === id) ?? 4),}});}
     { svelteHTML.createElement("span", { "class":`label`,});  }
     { const $$_detnemgeS2C = __sveltets_2_ensureComponent(Segmented); new $$_detnemgeS2C({ target: __sveltets_2_any(), props: {         "label":`Pause at`,"options":STOPS,"selected":replay.stopAt,"onSelect":(id) => (replay.stopAt = id),}});}
     { const $$_nottuB2C = __sveltets_2_ensureComponent(Button); new $$_nottuB2C({ target: __sveltets_2_any(), props: {     children:() => { return __sveltets_2_any(0); },"look":`plain`,"icon":X,"onclick":() => replay.stop(),}});  Button}
   }
  if(account){
     { svelteHTML.createElement("div", {   "class":`row state`,"role":`status`,});
       { svelteHTML.createElement("span", {});  { svelteHTML.createElement("b", {});formatNumber(account.units, { decimals: account.units % 1 === 0 ? 0 : 4 }); } }
       { svelteHTML.createElement("span", {});  { svelteHTML.createElement("b", {});formatMoney(account.cash, currency); } }
       { svelteHTML.createElement("span", {});  { svelteHTML.createElement("b", {});formatMoney(account.equity, currency); } }
       { svelteHTML.createElement("span", {  "title":account.waiting.map(orderWords).join('\n'),});formatCount(account.waiting.length, 'order');  }
         for(let line of __sveltets_2_ensureArray(account.lines)){line.order; { svelteHTML.createElement("span", { "class":`line`,});line.text; }} { svelteHTML.createElement("span", {  "class":`quiet`,});       }
     }
  }
 }


};
return { props: {} as Record<string, never>, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const ReplayBar__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type ReplayBar__SvelteComponent_ = ReturnType<typeof ReplayBar__SvelteComponent_>;
/*Ωignore_endΩ*/export default ReplayBar__SvelteComponent_;