///<reference types="svelte" />
;
import Radio from '@lucide/svelte/icons/radio';
import { REPLAY_SPEED } from '../../core/feed';
import Button from '../components/Button.svelte';
import Popover from '../components/Popover.svelte';
import { formatInteger } from '../format';
import { workspace } from '../state/workspace.svelte';
import { speedOf, stepOf, SPEED_STEPS } from './replay-speed';
function $$render() {

  
  
  
  
  
  
  

  const live = $derived(workspace.live);
  const playing = $derived(live.state === 'live');

  let step = $state(stepOf(REPLAY_SPEED.default));
  const speed = $derived(speedOf(step));
  const reason = $derived(workspace.online ? null : 'It needs the network; everything else works offline.');
  const status = $derived(
    live.state === 'live'
      ? `${formatInteger(live.sent)} of ${formatInteger(live.total)} bars${live.paused ? ', paused' : ''}`
      : {
          off: 'Replays the sample',
          connecting: 'Connecting',
          ended: 'Ended: all bars were sent',
          failed: 'Stopped',
        }[live.state],
  );

  function changeSpeed(): void {
    if (playing) workspace.setLiveSpeed(speed);
  }
;
async () => {


 { const $$_revopoP0C = __sveltets_2_ensureComponent(Popover); const $$_revopoP0 = new $$_revopoP0C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"label":`Live demo`,trigger:(props) => { async ()/*Ωignore_positionΩ*/ => {
     { svelteHTML.createElement("button", {    "type":`button`,"class":['row', { playing }],...props,});
       { const $$_oidaR1C = __sveltets_2_ensureComponent(Radio); new $$_oidaR1C({ target: __sveltets_2_any(), props: {  "aria-hidden":`true`,}});}
       { svelteHTML.createElement("span", { }); { svelteHTML.createElement("span", {});  } { svelteHTML.createElement("span", { "class":['sub', { bad: live.state === 'failed' }],});status; } }
     }
  };return __sveltets_2_any(0)},}});/*Ωignore_startΩ*/const {trigger} = $$_revopoP0.$$prop_def;/*Ωignore_endΩ*/
  
   { svelteHTML.createElement("h2", {});  }
   { svelteHTML.createElement("p", { "class":`muted`,});                  }
   { svelteHTML.createElement("label", { "for":`replay-speed`,}); formatInteger(speed);    }
   { svelteHTML.createElement("input", {               "id":`replay-speed`,"type":`range`,"min":`0`,"max":SPEED_STEPS,"bind:value":step,"onchange":changeSpeed,"aria-valuetext":`${speed} bars a second`,});/*Ωignore_startΩ*/() => step = __sveltets_2_any(null);/*Ωignore_endΩ*/}
  if(live.state === 'failed'){
     { svelteHTML.createElement("p", {   "class":`failure`,"role":`alert`,});live.message; live.remedy; }
  }
   { svelteHTML.createElement("p", { "role":`status`,});status; }
   { svelteHTML.createElement("div", { "class":`acts`,});
    if(live.state === 'live'){
       { const $$_nottuB2C = __sveltets_2_ensureComponent(Button); new $$_nottuB2C({ target: __sveltets_2_any(), props: {  children:() => { return __sveltets_2_any(0); },"onclick":() => workspace.pauseLive(!live.paused),}});live.paused ? 'Resume replay' : 'Pause replay';  Button}
       { const $$_nottuB2C = __sveltets_2_ensureComponent(Button); new $$_nottuB2C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"onclick":() => workspace.stopLive(),}});  Button}
    } else if (live.state === 'connecting'){
       { const $$_nottuB2C = __sveltets_2_ensureComponent(Button); new $$_nottuB2C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"onclick":() => workspace.stopLive(),}});  Button}
    }else{
       { const $$_nottuB2C = __sveltets_2_ensureComponent(Button); new $$_nottuB2C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },reason,"onclick":() => workspace.startLive(speed),}});live.state === 'failed' ? 'Try again' : 'Start replay';  Button}
    }
   }
 Popover}


};
return { props: {} as Record<string, never>, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const LiveControl__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type LiveControl__SvelteComponent_ = ReturnType<typeof LiveControl__SvelteComponent_>;
/*Ωignore_endΩ*/export default LiveControl__SvelteComponent_;