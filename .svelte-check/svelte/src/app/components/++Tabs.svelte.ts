///<reference types="svelte" />
;
import type { Attachment } from 'svelte/attachments';
import { formatInteger } from '../format';
import type { Tab } from './tab';
function $$render<Id extends string>() {

  
  
  

  interface Props {
    tabs: readonly Tab<Id>[];
    selected: Id;
    label: string;
    /** Id of the panel that the tabs control. */
    panel: string;
    onSelect: (id: Id) => void;
  }

  let { tabs, selected, label, panel, onSelect }: Props = $props();

  const current = $derived(
    Math.max(
      0,
      tabs.findIndex((tab) => tab.id === selected),
    ),
  );

  /** Whether tabs are hidden beyond an edge. */
  let more = $state({ before: false, after: false });

  function look(element: HTMLElement): void {
    const { scrollLeft, scrollWidth, clientWidth } = element;
    more = { before: scrollLeft > 1, after: scrollLeft + clientWidth < scrollWidth - 1 };
  }

  const watch: Attachment<HTMLElement> = (element) => {
    const observer = new ResizeObserver(() => look(element));
    for (const part of [element, ...element.children]) observer.observe(part);
    return () => observer.disconnect();
  };

  let row = $state<HTMLElement>();
  $effect(() => {
    row?.querySelectorAll('[role=tab]')[current]?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });

  function onkeydown(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
    const last = tabs.length - 1;
    const targets: Record<string, number> = {
      ArrowLeft: current === 0 ? last : current - 1,
      ArrowRight: current === last ? 0 : current + 1,
      Home: 0,
      End: last,
    };
    const target = targets[event.key];
    const tab = target === undefined ? undefined : tabs[target];
    if (!tab || target === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    onSelect(tab.id);
    event.currentTarget.querySelectorAll<HTMLElement>('[role=tab]')[target]?.focus();
  }
;
async () => {


  { const $$_div0 = svelteHTML.createElement("div", {             "class":['tabs', more],[Symbol("@attach")]:watch,"onscroll":(event) => look(event.currentTarget),"role":`tablist`,"tabindex":-1,"aria-label":label,onkeydown,});row = $$_div0;
      for(let tab of __sveltets_2_ensureArray(tabs)){let i = 1;tab.id;
     { svelteHTML.createElement("button", {               "type":`button`,"role":`tab`,"id":`${panel}-tab-${tab.id}`,"aria-selected":i === current,"aria-controls":panel,"tabindex":i === current ? 0 : -1,"onclick":() => onSelect(tab.id),});
      tab.label;
      if(tab.count !== undefined){ { svelteHTML.createElement("span", { "class":`count`,});formatInteger(tab.count); }}
     }
  }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
class __sveltets_Render<Id extends string> {
    props(): ReturnType<typeof $$render<Id>>['props'] { return null as any; }
    events(): ReturnType<typeof $$render<Id>>['events'] { return null as any; }
    slots(): ReturnType<typeof $$render<Id>>['slots'] { return null as any; }
    bindings() { return __sveltets_$$bindings(''); }
    exports() { return {}; }
}

interface $$IsomorphicComponent {
    new <Id extends string>(options: import('svelte').ComponentConstructorOptions<ReturnType<__sveltets_Render<Id>['props']>>): import('svelte').SvelteComponent<ReturnType<__sveltets_Render<Id>['props']>, ReturnType<__sveltets_Render<Id>['events']>, ReturnType<__sveltets_Render<Id>['slots']>> & { $$bindings?: ReturnType<__sveltets_Render<Id>['bindings']> } & ReturnType<__sveltets_Render<Id>['exports']>;
    <Id extends string>(internal: unknown, props: ReturnType<__sveltets_Render<Id>['props']> & {}): ReturnType<__sveltets_Render<Id>['exports']>;
    z_$$bindings?: ReturnType<__sveltets_Render<any>['bindings']>;
}
const Tabs__SvelteComponent_: $$IsomorphicComponent = null as any;
/*Ωignore_startΩ*/type Tabs__SvelteComponent_<Id extends string> = InstanceType<typeof Tabs__SvelteComponent_<Id>>;
/*Ωignore_endΩ*/export default Tabs__SvelteComponent_;