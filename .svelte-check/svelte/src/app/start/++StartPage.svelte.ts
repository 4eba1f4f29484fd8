///<reference types="svelte" />
;
import ArrowRight from '@lucide/svelte/icons/arrow-right';
import ChartCandlestick from '@lucide/svelte/icons/chart-candlestick';
import FileUp from '@lucide/svelte/icons/file-up';
import FlaskConical from '@lucide/svelte/icons/flask-conical';
import Link from '@lucide/svelte/icons/link';
import type { DatasetManifest } from '../../core/dataset';
import Button from '../components/Button.svelte';
import Kbd from '../components/Kbd.svelte';
import ProgressRow from '../components/ProgressRow.svelte';
import { formatCount } from '../format';
import { chooseFiles } from '../shell/choose-files';
import type { Workspace } from '../state/workspace';
import { workspace as own } from '../state/workspace.svelte';
import DamagedData from './DamagedData.svelte';
import ImportReport from './ImportReport.svelte';
import LinkField from './LinkField.svelte';
import PasteDialog from './PasteDialog.svelte';
import StartCard from './StartCard.svelte';
import { yearSpan } from './year-span';
;

  interface Props {
    workspace?: Workspace;
  };function $$render() {

  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  


  let { workspace = own }: Props = $props();

  let pasting = $state(false);
  let now = $state(Date.now());

  const sample = $derived(workspace.datasets.find((d) => d.source.kind === 'bundled') ?? null);
  const sampleDamaged = $derived(sample !== null && workspace.damage.has(sample.id));
  const synthetic = $derived(workspace.datasets.find((d) => d.source.kind === 'synthetic') ?? null);
  const running = $derived(workspace.tasks.filter((task) => task.state === 'running'));
  const synthesising = $derived(running.some((task) => task.name.startsWith('Synthetic')));
  const sampleWords = $derived(
    sample
      ? `${formatCount(sample.rows, 'daily bar')}, ${yearSpan(sample)}. ${workspace.answer?.request.dataset === sample.id ? 'Already run.' : 'Runs in a moment.'}`
      : 'Daily bars, read from this page in a moment.',
  );

  $effect(() => {
    if (running.length === 0) return;
    const clock = setInterval(() => (now = Date.now()), 500);
    return () => clearInterval(clock);
  });

  function open(dataset: DatasetManifest | null): void {
    if (dataset && workspace.dataset?.id !== dataset.id) workspace.useDataset(dataset.id);
    workspace.show('workspace');
  }

  function paste(name: string, text: string): void {
    pasting = false;
    workspace.importText(name, text);
  }
;
async () => {


 { svelteHTML.createElement("div", { "class":`start`,});
   { svelteHTML.createElement("div", { "class":`offers`,});
     { svelteHTML.createElement("h1", {});    }
     { svelteHTML.createElement("p", { "class":`lead`,});               }
     { const $$_draCtratS2C = __sveltets_2_ensureComponent(StartCard); new $$_draCtratS2C({ target: __sveltets_2_any(), props: {      children:() => { return __sveltets_2_any(0); },"icon":ChartCandlestick,"title":`Golden cross on the S&P 500`,"text":sampleWords,"first":true,}});
       { const $$_nottuB3C = __sveltets_2_ensureComponent(Button); new $$_nottuB3C({ target: __sveltets_2_any(), props: {      children:() => { return __sveltets_2_any(0); },"look":`filled`,"reason":sampleDamaged ? 'The stored sample is damaged; read it again first' : null,"onclick":() => open(sample),}});    { const $$_thgiRworrA4C = __sveltets_2_ensureComponent(ArrowRight); new $$_thgiRworrA4C({ target: __sveltets_2_any(), props: {  "aria-hidden":`true`,}});}  Button}
     StartCard}
     { const $$_draCtratS2C = __sveltets_2_ensureComponent(StartCard); new $$_draCtratS2C({ target: __sveltets_2_any(), props: {       children:() => { return __sveltets_2_any(0); },"icon":FlaskConical,"title":`Synthetic intraday`,"text":`Five-minute bars made from a seed, not a market. Marked as synthetic wherever they appear.`,}});
      if(synthetic){
         { const $$_nottuB3C = __sveltets_2_ensureComponent(Button); new $$_nottuB3C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"onclick":() => open(synthetic),}});   Button}
      }else{
         { const $$_nottuB3C = __sveltets_2_ensureComponent(Button); new $$_nottuB3C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"reason":synthesising ? 'Being made now' : null,"onclick":() => workspace.addSynthetic(),}});
            
         Button}
      }
     StartCard}
     { const $$_draCtratS2C = __sveltets_2_ensureComponent(StartCard); new $$_draCtratS2C({ target: __sveltets_2_any(), props: {     children:() => { return __sveltets_2_any(0); },"icon":Link,"title":`A link`,"text":`You see the code and where it comes from before it runs.`,}});
       { const $$_dleiFkniL3C = __sveltets_2_ensureComponent(LinkField); new $$_dleiFkniL3C({ target: __sveltets_2_any(), props: {  "onOpen":(text) => workspace.openLinkText(text),}});}
     StartCard}
     { svelteHTML.createElement("section", {   "class":`drop`,"aria-labelledby":`drop-title`,});
       { const $$_pUeliF3C = __sveltets_2_ensureComponent(FileUp); new $$_pUeliF3C({ target: __sveltets_2_any(), props: {  "aria-hidden":`true`,}});}
       { svelteHTML.createElement("h2", { "id":`drop-title`,});    }
       { svelteHTML.createElement("p", {});                }
       { svelteHTML.createElement("div", { "class":`acts`,});
         { const $$_nottuB4C = __sveltets_2_ensureComponent(Button); new $$_nottuB4C({ target: __sveltets_2_any(), props: {    children:() => { return __sveltets_2_any(0); },"size":`page`,"onclick":() => chooseFiles((files) => workspace.importFiles(files)),}});    Button}
         { const $$_nottuB4C = __sveltets_2_ensureComponent(Button); new $$_nottuB4C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"size":`page`,"onclick":() => (pasting = true),}});  Button}
       }
     }
       for(let task of __sveltets_2_ensureArray(running)){task.id;
       { svelteHTML.createElement("div", { "class":`task`,}); { const $$_woRssergorP3C = __sveltets_2_ensureComponent(ProgressRow); new $$_woRssergorP3C({ target: __sveltets_2_any(), props: {    task,now,"onClear":(id) => workspace.clearTask(id),}});} }
    }
     { svelteHTML.createElement("p", { "class":`keys`,});  { const $$_dbK3C = __sveltets_2_ensureComponent(Kbd); new $$_dbK3C({ target: __sveltets_2_any(), props: {  "keys":`Ctrl+K`,}});}     { const $$_dbK3C = __sveltets_2_ensureComponent(Kbd); new $$_dbK3C({ target: __sveltets_2_any(), props: {  "keys":`?`,}});}    }
   }
   { svelteHTML.createElement("div", { "class":`report`,});
     { const $$_ataDdegamaD2C = __sveltets_2_ensureComponent(DamagedData); new $$_ataDdegamaD2C({ target: __sveltets_2_any(), props: { workspace,}});}
    if(workspace.dataset){
       { const $$_tropeRtropmI2C = __sveltets_2_ensureComponent(ImportReport); new $$_tropeRtropmI2C({ target: __sveltets_2_any(), props: {     workspace,"dataset":workspace.dataset,"bars":workspace.bars,}});}
    }else{
       { svelteHTML.createElement("p", { "class":`none`,});       }
    }
   }
 }
if(pasting){ { const $$_golaiDetsaP0C = __sveltets_2_ensureComponent(PasteDialog); new $$_golaiDetsaP0C({ target: __sveltets_2_any(), props: {    "onPaste":paste,"onClose":() => (pasting = false),}});}}


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const StartPage__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type StartPage__SvelteComponent_ = ReturnType<typeof StartPage__SvelteComponent_>;
/*Ωignore_endΩ*/export default StartPage__SvelteComponent_;