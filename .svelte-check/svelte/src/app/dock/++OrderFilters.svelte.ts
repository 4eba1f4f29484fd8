///<reference types="svelte" />
;
import Button from '../components/Button.svelte';
import { formatCount, formatInteger } from '../format';
import { ALL_ORDERS, type FilterChoice, type OrderChoices, type OrderFilter } from './order-filter';
import { REASON_WORDS, STATUS_WORDS } from './order-words';
;

  interface Props {
    choices: OrderChoices;
    filter: OrderFilter;
    shown: number;
    total: number;
  };function $$render() {
   const choice/*Ωignore_positionΩ*/ = <Value extends string>(label: string,
  key: keyof OrderFilter,
  values: readonly FilterChoice<Value>[],
  words: (value: Value) => string)/*Ωignore_startΩ*/: ReturnType<import('svelte').Snippet>/*Ωignore_endΩ*/ => { async ()/*Ωignore_positionΩ*/ => {
   { svelteHTML.createElement("label", {});
     { svelteHTML.createElement("span", {});label; }
     { svelteHTML.createElement("select", {       "class":`input`,"value":filter[key] === null ? 'all' : `is ${filter[key]}`,"onchange":({ currentTarget: { value } }) =>
        (filter = { ...filter, [key]: value === 'all' ? null : value.slice(3) }),});
       { svelteHTML.createElement("option", { "value":`all`,});  }
         for(let { value, count } of __sveltets_2_ensureArray(values)){value;
         { svelteHTML.createElement("option", { "value":`is ${value}`,});words(value); formatInteger(count);  }
      }
     }
   }
};return __sveltets_2_any(0)};
  
  
  
  


  let { choices, filter = $bindable(), shown, total }: Props = $props()/*Ωignore_startΩ*/;filter;/*Ωignore_endΩ*/;

  const filtered = $derived(Object.values(filter).some((value) => value !== null));
;
async () => {




 { svelteHTML.createElement("div", {     "class":`filters`,"role":`group`,"aria-label":`Orders listed`,});
  ;__sveltets_2_ensureSnippet(choice('Status', 'status', choices.status, (value) => STATUS_WORDS[value]));
  ;__sveltets_2_ensureSnippet(choice('Why', 'reason', choices.reason, (value) => REASON_WORDS[value]));
  ;__sveltets_2_ensureSnippet(choice('Side', 'side', choices.side, (value) => (value === 'buy' ? 'Buy' : 'Sell')));
  if(choices.tag.length > 1){
    ;__sveltets_2_ensureSnippet(choice('Tag', 'tag', choices.tag, (value) => value || 'without a tag'));
  }
   { svelteHTML.createElement("span", {   "class":`count`,"role":`status`,});
    filtered ? `${formatInteger(shown)} of ${formatCount(total, 'order')}` : formatCount(total, 'order');
   }
  if(filtered){ { const $$_nottuB1C = __sveltets_2_ensureComponent(Button); new $$_nottuB1C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"look":`plain`,"onclick":() => (filter = ALL_ORDERS),}});   Button}}
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings('filter'), slots: {}, events: {} }}
const OrderFilters__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type OrderFilters__SvelteComponent_ = ReturnType<typeof OrderFilters__SvelteComponent_>;
/*Ωignore_endΩ*/export default OrderFilters__SvelteComponent_;