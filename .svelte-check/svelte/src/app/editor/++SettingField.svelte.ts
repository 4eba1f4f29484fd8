///<reference types="svelte" />
;
import RotateCcw from '@lucide/svelte/icons/rotate-ccw';
import { SETTINGS, type SettingName } from '../../core/settings';
import Button from '../components/Button.svelte';
import { readSettingText, settingRangeWords, settingText } from './setting-text';
import { choiceWords, SETTING_TITLES, settingValueWords } from './setting-words';
;

  interface Props {
    name: SettingName;
    value: number | string;
    /** What the script sets. */
    own: number | string;
    currency: string;
    /** null goes back to the script's value. */
    onChange: (value: number | string | null) => void;
  };function $$render() {

  
  
  
  
  


  let { name, value, own, currency, onChange }: Props = $props();

  const id = $props.id();
  let draft = $state<string | null>(null);

  const setting = $derived(SETTINGS[name]);
  const title = $derived(SETTING_TITLES[name]);
  const words = $derived(choiceWords(name));
  const reading = $derived(draft === null ? null : readSettingText(name, draft));
  const problem = $derived(reading && 'problem' in reading ? reading.problem : null);
  const isChanged = $derived(!Object.is(value, own));
  const ownWords = $derived(settingValueWords(name, own, currency));

  function read(text: string): void {
    draft = text;
    if (text.trim() === '' && Number.isNaN(own)) {
      draft = null;
      onChange(null);
      return;
    }
    const next = readSettingText(name, text);
    if ('value' in next && next.value !== value) onChange(next.value);
  }

  function onkeydown(event: KeyboardEvent): void {
    if (event.key === 'Escape' && draft !== null && problem) {
      event.stopPropagation();
      draft = null;
    }
    if (event.key === 'Enter') draft = null;
  }
;
async () => {


 { svelteHTML.createElement("div", { "class":['field', { changed: isChanged }],});
   { svelteHTML.createElement("label", { "for":`${id}-field`,});title; }
  if(words){
     { svelteHTML.createElement("select", {        "id":`${id}-field`,value,"aria-describedby":`${id}-about`,"onchange":(event) => onChange(event.currentTarget.value),});
         for(let [word, text] of __sveltets_2_ensureArray(Object.entries(words))){word; { svelteHTML.createElement("option", { "value":word,});text; }}
     }
  }else{
     { svelteHTML.createElement("input", {                      "id":`${id}-field`,"class":`input`,"type":`text`,"inputmode":setting.kind === 'number' && setting.min >= 0 ? 'decimal' : 'text',"autocomplete":`off`,"value":draft ?? settingText(value),"aria-invalid":problem ? 'true' : undefined,"aria-describedby":`${id}-about`,"oninput":(event) => read(event.currentTarget.value),"onblur":() => (draft = null),onkeydown,});}
  }
   { svelteHTML.createElement("p", {    "id":`${id}-about`,"aria-live":`polite`,});problem !== null;
    if(problem){
      problem; settingValueWords(name, value, currency);   }else{
      setting.summary;
      if(!words){settingRangeWords(name);setting.unit ? `, ${setting.unit}` : ''; }
    }
   }
  if(isChanged){
     { svelteHTML.createElement("div", { "class":`own`,});
       { svelteHTML.createElement("span", {});   ownWords;  }
       { const $$_nottuB2C = __sveltets_2_ensureComponent(Button); new $$_nottuB2C({ target: __sveltets_2_any(), props: {        children:() => { return __sveltets_2_any(0); },"look":`plain`,"icon":RotateCcw,"aria-label":`Set ${title} back to the script's ${ownWords}`,"onclick":() => {
          draft = null;
          onChange(null);
        },}});   Button}
     }
  }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const SettingField__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type SettingField__SvelteComponent_ = ReturnType<typeof SettingField__SvelteComponent_>;
/*Ωignore_endΩ*/export default SettingField__SvelteComponent_;