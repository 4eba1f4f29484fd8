///<reference types="svelte" />
;
import { Dialog } from 'bits-ui';
import CircleAlert from '@lucide/svelte/icons/circle-alert';
import Info from '@lucide/svelte/icons/info';
import X from '@lucide/svelte/icons/x';
import Banner from '../components/Banner.svelte';
import Button from '../components/Button.svelte';
import { layout } from '../shell/layout.svelte';
import type { Workspace } from '../state/workspace';
import CandleWord from './CandleWord.svelte';
import type { WordChange } from './candle-words';
import { chartStudies, styleOf } from './chart-studies';
import { CONVENTIONS, conventionOf } from './convention';
import { ownPane, paneOptions } from './pane-choice';
import { barOptions, sourceKey, studyOptions } from './source-choice';
import {
    nameWords,
    openInputs,
    outputWords,
    PRICE_PANE,
    sourceOf,
    UNSTABLE,
    valueOf,
    type OutputLook,
    type Study,
  } from './study';
import { MOST_LINES } from './study-look';
import StudyLook from './StudyLook.svelte';
import StudyNumber from './StudyNumber.svelte';
;

  interface Props {
    workspace: Pick<Workspace, 'studies' | 'bars' | 'insertStudy'>;
    study: Study;
  };function $$render() {

  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  


  let { workspace, study }: Props = $props();

  const id = $props.id();
  const studies = $derived(workspace.studies);
  const info = $derived(studies.byName.get(study.indicator));
  const inputs = $derived(info ? openInputs(info) : []);
  const title = $derived(studies.titleOf(study));
  const others = $derived(studyOptions(study, studies.list, studies.byName));
  const panes = $derived(paneOptions(study, studies.list, studies.byName));
  const lines = $derived(studies.fillingOf(study.pane).lines);
  const failure = $derived(studies.results.get(study.id)?.failure ?? studies.catalogueFailure);
  const note = $derived.by(() => {
    if (!workspace.bars || !study.visible) return '';
    const drawn = chartStudies(studies.scene, workspace.bars).find((other) => other.id === study.id);
    return drawn?.failed ? drawn.note : '';
  });

  function setParam(name: string, value: number): void {
    studies.change(study.id, { params: { ...study.params, [name]: value } }, `param ${name}`);
  }

  function setSource(input: string, key: string): void {
    const chosen = [...barOptions, ...others].find((option) => option.key === key);
    if (chosen)
      studies.change(study.id, { sources: { ...study.sources, [input]: chosen.source } }, `source ${input}`);
  }

  function setLook(output: string, look: OutputLook): void {
    studies.change(study.id, { looks: { ...study.looks, [output]: look } }, `look ${output}`);
  }

  /** The first field rather than the button that closes. */
  function focusFirst(event: Event): void {
    const first = document.querySelector<HTMLElement>('.study-settings :is(input, select)');
    if (!first) return;
    event.preventDefault();
    first.focus();
    if (first instanceof HTMLInputElement) first.select();
  }

  function setWord(name: string, change: WordChange | null, field: string): void {
    const { [name]: _, ...rest } = study.candles;
    const candles = change ? { ...rest, [name]: change } : rest;
    studies.change(study.id, { candles }, `candle ${name} ${field}`);
  }

  const setConvention = (name: string): void =>
    studies.change(study.id, { convention: conventionOf(name) }, 'convention');
  const setPane = (pane: string): void => studies.change(study.id, { pane }, 'pane');

  async function insert(): Promise<void> {
    const written = await workspace.insertStudy(study.id);
    if (!written) return;
    studies.closeDialog();
    layout.revealScript(written.from, written.to);
  }
;
async () => {


 { const $$_tooR_golaiD0C = __sveltets_2_ensureComponent(Dialog.Root); const $$_tooR_golaiD0 = new $$_tooR_golaiD0C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },open:__sveltets_2_get_set_binding(() => true,(open) => !open && studies.closeDialog()),}});$$_tooR_golaiD0.$$bindings = 'open';
   { const $$_latroP_golaiD1C = __sveltets_2_ensureComponent(Dialog.Portal); new $$_latroP_golaiD1C({ target: __sveltets_2_any(), props: {children:() => { return __sveltets_2_any(0); },}});
     { const $$_tnetnoC_golaiD2C = __sveltets_2_ensureComponent(Dialog.Content); new $$_tnetnoC_golaiD2C({ target: __sveltets_2_any(), props: {           children:() => { return __sveltets_2_any(0); },"class":`floating dialog study-settings`,"preventScroll":false,"interactOutsideBehavior":`ignore`,"onOpenAutoFocus":focusFirst,"onCloseAutoFocus":(event) => event.preventDefault(),}});
       { svelteHTML.createElement("header", { "class":`dialog-head`,});
         { const $$_eltiT_golaiD4C = __sveltets_2_ensureComponent(Dialog.Title); new $$_eltiT_golaiD4C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"level":2,}});title; Dialog.Title}
         { const $$_nottuB4C = __sveltets_2_ensureComponent(Button); new $$_nottuB4C({ target: __sveltets_2_any(), props: {           "look":`plain`,"icon":X,"title":`Close`,"aria-label":`Close`,"onclick":() => studies.closeDialog(),}});}
       }
       { const $$_noitpircseD_golaiD3C = __sveltets_2_ensureComponent(Dialog.Description); new $$_noitpircseD_golaiD3C({ target: __sveltets_2_any(), props: {children:() => { return __sveltets_2_any(0); },}});info?.title ?? study.indicator; info?.summary ?? ''; Dialog.Description}
      if(failure){
         { const $$_rennaB3C = __sveltets_2_ensureComponent(Banner); new $$_rennaB3C({ target: __sveltets_2_any(), props: {         children:() => { return __sveltets_2_any(0); },"level":`error`,"icon":CircleAlert,"code":failure.code,"action":{ label: 'Compute again', run: () => studies.retry() },}});
          failure.message;
          failure.remedy;
         Banner}
      } else if (note){
         { const $$_rennaB3C = __sveltets_2_ensureComponent(Banner); new $$_rennaB3C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"level":`caution`,"icon":CircleAlert,}});
          title;  note;        
         Banner}
      }
      if(info){
           for(let param of __sveltets_2_ensureArray(info.params)){param.name;
          if(param.choices){
             { svelteHTML.createElement("div", { "class":`choice`,});
               { svelteHTML.createElement("label", { "for":`${id}-${param.name}`,});nameWords(param.name); }
               { svelteHTML.createElement("select", {       "id":`${id}-${param.name}`,"value":valueOf(study, param),"onchange":(event) => setParam(param.name, Number(event.currentTarget.value)),});
                    for(let choice of __sveltets_2_ensureArray(param.choices)){let k = 1;choice; { svelteHTML.createElement("option", { "value":k,});choice; }}
               }
             }
          }else{
             { const $$_rebmuNydutS3C = __sveltets_2_ensureComponent(StudyNumber); new $$_rebmuNydutS3C({ target: __sveltets_2_any(), props: {      param,"value":valueOf(study, param),"onChange":(value) => setParam(param.name, value),}});}
          }
        }
        if(info.convention){
           { svelteHTML.createElement("div", { "class":`choice`,});
             { svelteHTML.createElement("label", { "for":`${id}-convention`,});  }
             { svelteHTML.createElement("select", {       "id":`${id}-convention`,"value":study.convention,"onchange":(event) => setConvention(event.currentTarget.value),});
                 for(let { id: value, name } of __sveltets_2_ensureArray(CONVENTIONS)){value; { svelteHTML.createElement("option", {value,});name; }}
             }
           }
        }
        if(info.unstable){
           { const $$_rebmuNydutS3C = __sveltets_2_ensureComponent(StudyNumber); new $$_rebmuNydutS3C({ target: __sveltets_2_any(), props: {       "param":UNSTABLE,"value":study.unstablePeriod,"onChange":(unstablePeriod) => studies.change(study.id, { unstablePeriod }, 'unstable'),}});}
        }
        if(info.words.length > 0){
           { svelteHTML.createElement("div", {     "class":`words`,"role":`group`,"aria-labelledby":`${id}-words`,});
             { svelteHTML.createElement("h3", { "id":`${id}-words`,});  }
               for(let word of __sveltets_2_ensureArray(info.words)){word.name;
               { const $$_droWeldnaC4C = __sveltets_2_ensureComponent(CandleWord); new $$_droWeldnaC4C({ target: __sveltets_2_any(), props: {      word,"changes":study.candles,"onChange":(change, field) => setWord(word.name, change, field),}});}
            }
           }
        }
           for(let input of __sveltets_2_ensureArray(inputs)){input.name;
           { svelteHTML.createElement("div", { "class":`choice`,});
             { svelteHTML.createElement("label", {  "for":`${id}-${input.name}`,});inputs.length > 1 ? `Of, ${outputWords(input.name)}` : 'Of'; }
             { svelteHTML.createElement("select", {       "id":`${id}-${input.name}`,"value":sourceKey(sourceOf(study, input.name)),"onchange":(event) => setSource(input.name, event.currentTarget.value),});
                 for(let { key, label } of __sveltets_2_ensureArray(barOptions)){key; { svelteHTML.createElement("option", { "value":key,});label; }}
              if(others.length > 0){
                 { svelteHTML.createElement("optgroup", { "label":`Other studies`,});
                     for(let { key, label } of __sveltets_2_ensureArray(others)){key; { svelteHTML.createElement("option", { "value":key,});label; }}
                 }
              }
             }
           }
        }
         { svelteHTML.createElement("div", { "class":`choice`,});
           { svelteHTML.createElement("label", { "for":`${id}-pane`,});  }
           { svelteHTML.createElement("select", {     "id":`${id}-pane`,"value":study.pane,"onchange":(event) => setPane(event.currentTarget.value),});
               for(let { pane, label, reason } of __sveltets_2_ensureArray(panes)){pane;
               { svelteHTML.createElement("option", {   "value":pane,"disabled":reason !== null,});label;reason ? `: ${reason}` : ''; }
            }
           }
         }
        if(layout.mode === 'phone' && study.pane !== PRICE_PANE){
           { svelteHTML.createElement("p", { "class":`muted`,});              }
        }
        if(lines > MOST_LINES && ownPane(study, studies.list) !== study.pane){
           { const $$_rennaB3C = __sveltets_2_ensureComponent(Banner); new $$_rennaB3C({ target: __sveltets_2_any(), props: {     children:() => { return __sveltets_2_any(0); },"icon":Info,"action":{ label: 'Use a pane of its own', run: () => setPane(ownPane(study, studies.list)) },}});
            lines;      MOST_LINES;      
           Banner}
        }
           for(let output of __sveltets_2_ensureArray(info.outputs)){output.name;
           { const $$_kooLydutS3C = __sveltets_2_ensureComponent(StudyLook); new $$_kooLydutS3C({ target: __sveltets_2_any(), props: {         "name":info.outputs.length > 1 ? nameWords(output.name) : '',"look":study.looks[output.name] ?? { colour: 0, dash: 0 },"isLine":styleOf(output, study.pane) === 'line',"onChange":(look) => setLook(output.name, look),}});}
        }
      }
       { svelteHTML.createElement("footer", {});
         { const $$_nottuB4C = __sveltets_2_ensureComponent(Button); new $$_nottuB4C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"onclick":() => void insert(),}});   Button}
         { const $$_nottuB4C = __sveltets_2_ensureComponent(Button); new $$_nottuB4C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"onclick":() => studies.toggle(study.id),}});study.visible ? 'Hide' : 'Show'; Button}
         { const $$_nottuB4C = __sveltets_2_ensureComponent(Button); new $$_nottuB4C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"onclick":() => studies.remove(study.id),}});  Button}
         { const $$_nottuB4C = __sveltets_2_ensureComponent(Button); new $$_nottuB4C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"look":`filled`,"onclick":() => studies.closeDialog(),}});  Button}
       }
     Dialog.Content}
   Dialog.Portal}
 Dialog.Root}


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const StudySettings__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type StudySettings__SvelteComponent_ = ReturnType<typeof StudySettings__SvelteComponent_>;
/*Ωignore_endΩ*/export default StudySettings__SvelteComponent_;