///<reference types="svelte" />
;
import { BAR_COLUMNS } from '../../core/bars';
import type { IndicatorInfo } from '../../workers/study.client';
import Button from '../components/Button.svelte';
import Popover from '../components/Popover.svelte';
import { workspace } from '../state/workspace.svelte';
import { CONVENTIONS, conventionOf } from '../studies/convention';
import { nameWords, UNSTABLE } from '../studies/study';
import StudyNumber from '../studies/StudyNumber.svelte';
import { newChosen, openInputs, settingsText, type ChosenIndicator } from './chosen';
;

  interface Props {
    info: IndicatorInfo;
    item: ChosenIndicator;
  };function $$render() {

  
  
  
  
  
  
  
  
  


  let { info, item }: Props = $props();

  const choice = $derived(workspace.batch.choice);
  const words = $derived(settingsText(info, item, choice.byName) || 'usual settings');
  const columns = $derived([
    ...new Set([
      ...BAR_COLUMNS.slice(1),
      ...choice.datasets.flatMap(({ extraColumns }) => extraColumns),
      ...Object.values(item.inputs),
    ]),
  ]);
  const id = $props.id();

  const setInput = (name: string, column: string): void =>
    choice.update({ ...item, inputs: { ...item.inputs, [name]: column } });
  const setParam = (name: string, value: number): void =>
    choice.update({ ...item, params: { ...item.params, [name]: value } });
;
async () => {


 { const $$_revopoP0C = __sveltets_2_ensureComponent(Popover); const $$_revopoP0 = new $$_revopoP0C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"label":`Settings of ${info.title}`,trigger:(props) => { async ()/*Ωignore_positionΩ*/ => {
     { svelteHTML.createElement("button", {      "type":`button`,"class":`settings`,"aria-label":`Settings of ${info.name}: ${words}`,...props,});
      words;
     }
  };return __sveltets_2_any(0)},}});/*Ωignore_startΩ*/const {trigger} = $$_revopoP0.$$prop_def;/*Ωignore_endΩ*/
  
   { svelteHTML.createElement("div", { "class":`fields`,});
       for(let name of __sveltets_2_ensureArray(openInputs(info))){name;
       { svelteHTML.createElement("div", { "class":`row`,});
         { svelteHTML.createElement("label", { "for":`${id}-in-${name}`,});nameWords(name); }
         { svelteHTML.createElement("select", {         "id":`${id}-in-${name}`,"class":`input`,"value":item.inputs[name],"onchange":(event) => setInput(name, event.currentTarget.value),});
             for(let column of __sveltets_2_ensureArray(columns)){column; { svelteHTML.createElement("option", {});column; }}
         }
       }
    }
       for(let param of __sveltets_2_ensureArray(info.params)){param.name;
      const value = item.params[param.name] ?? param.default;
      if(param.choices){
         { svelteHTML.createElement("div", { "class":`row`,});
           { svelteHTML.createElement("label", { "for":`${id}-${param.name}`,});nameWords(param.name); }
           { svelteHTML.createElement("select", {        "id":`${id}-${param.name}`,"class":`input`,value,"onchange":(event) => setParam(param.name, Number(event.currentTarget.value)),});
                for(let choiceName of __sveltets_2_ensureArray(param.choices)){let k = 1;choiceName; { svelteHTML.createElement("option", { "value":k,});choiceName; }}
           }
         }
      }else{
         { const $$_rebmuNydutS2C = __sveltets_2_ensureComponent(StudyNumber); new $$_rebmuNydutS2C({ target: __sveltets_2_any(), props: {    param,value,"onChange":(next) => setParam(param.name, next),}});}
      }
    }
    if(info.convention){
       { svelteHTML.createElement("div", { "class":`row`,});
         { svelteHTML.createElement("label", { "for":`${id}-convention`,});  }
         { svelteHTML.createElement("select", {         "id":`${id}-convention`,"class":`input`,"value":item.convention,"onchange":(event) =>
            choice.update({ ...item, convention: conventionOf(event.currentTarget.value) }),});
             for(let { id: value, name } of __sveltets_2_ensureArray(CONVENTIONS)){value; { svelteHTML.createElement("option", {value,});name; }}
         }
       }
    }
    if(info.unstable){
       { const $$_rebmuNydutS2C = __sveltets_2_ensureComponent(StudyNumber); new $$_rebmuNydutS2C({ target: __sveltets_2_any(), props: {       "param":UNSTABLE,"value":item.unstablePeriod,"onChange":(unstablePeriod) => choice.update({ ...item, unstablePeriod }),}});}
    }
   }
   { svelteHTML.createElement("div", { "class":`acts`,});
     { const $$_nottuB2C = __sveltets_2_ensureComponent(Button); new $$_nottuB2C({ target: __sveltets_2_any(), props: {      children:() => { return __sveltets_2_any(0); },"look":`plain`,"onclick":() => choice.update({ ...newChosen(info, item.key) }),"title":`Settings as the catalogue has them`,}});   Button}
   }
 Popover}


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const SettingsNote__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type SettingsNote__SvelteComponent_ = ReturnType<typeof SettingsNote__SvelteComponent_>;
/*Ωignore_endΩ*/export default SettingsNote__SvelteComponent_;