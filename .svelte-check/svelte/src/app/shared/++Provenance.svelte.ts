///<reference types="svelte" />
;
import Check from '@lucide/svelte/icons/check';
import { LINK_LIMITS } from '../../core/share';
import type { SettingsChange } from '../../core/check-setting';
import type { RunSettings, SettingName } from '../../core/settings';
import { ENGINE_VERSION } from '../../core/version';
import type { OpenedLink } from '../../workers/protocol';
import Badge from '../components/Badge.svelte';
import { ruleWords } from '../editor/assumptions';
import { SETTING_TITLES, settingValueWords } from '../editor/setting-words';
import { formatCount, formatInteger } from '../format';
import { parameterWords } from '../shell/words';
import SafeText from './SafeText.svelte';
import SharedCard from './SharedCard.svelte';
;

  interface Props {
    opened: OpenedLink;
    /** Whether data with this fingerprint are on this device. */
    here: boolean;
    /** Settings of the run made here; null until then. */
    settings: RunSettings | null;
  };function $$render() {

  
  
  
  
  
  
  
  
  
  
  
  
  


  let { opened, here, settings }: Props = $props();

  const FINGERPRINT_CHARACTERS = 20;

  /** Before the run: what the link puts over the script's first line. */
  function settingsWords(over: SettingsChange = {}): string {
    const words = Object.entries(over).map(
      ([name, value]) =>
        `${SETTING_TITLES[name as SettingName]} ${settingValueWords(name as SettingName, value, 'USD')}`,
    );
    return words.length === 0 ? 'as in its first line' : `as in its first line, but ${words.join(', ')}`;
  }

  const shared = $derived(opened.shared);
  const parameters = $derived(
    opened.view.params.length > 0 ? parameterWords(opened.view.params, shared.parameters, ', ') : 'none',
  );
;
async () => {


 { const $$_draCderahS0C = __sveltets_2_ensureComponent(SharedCard); new $$_draCderahS0C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"title":`Where it comes from`,}});
   { svelteHTML.createElement("dl", {});
     { svelteHTML.createElement("div", {});
       { svelteHTML.createElement("dt", {});  }
       { svelteHTML.createElement("dd", {}); { const $$_txeTefaS4C = __sveltets_2_ensureComponent(SafeText); new $$_txeTefaS4C({ target: __sveltets_2_any(), props: {  "text":shared.data.name,}});} formatCount(shared.data.rows, 'bar'); }
     }
     { svelteHTML.createElement("div", {});
       { svelteHTML.createElement("dt", {});  }
       { svelteHTML.createElement("dd", {});
         { svelteHTML.createElement("code", { "title":shared.data.sha256,});shared.data.sha256.slice(0, FINGERPRINT_CHARACTERS); }
        if(here){ { const $$_egdaB4C = __sveltets_2_ensureComponent(Badge); new $$_egdaB4C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"icon":Check,}});  Badge}}else{ { const $$_egdaB4C = __sveltets_2_ensureComponent(Badge); new $$_egdaB4C({ target: __sveltets_2_any(), props: {children:() => { return __sveltets_2_any(0); },}});  Badge}}
       }
     }
     { svelteHTML.createElement("div", {});
       { svelteHTML.createElement("dt", {});  }
       { svelteHTML.createElement("dd", {}); { const $$_txeTefaS4C = __sveltets_2_ensureComponent(SafeText); new $$_txeTefaS4C({ target: __sveltets_2_any(), props: {  "text":parameters,}});} }
     }
     { svelteHTML.createElement("div", {});
       { svelteHTML.createElement("dt", {});  }
       { svelteHTML.createElement("dd", {});settings ? ruleWords(settings) : settingsWords(shared.settings); }
     }
     { svelteHTML.createElement("div", {});
       { svelteHTML.createElement("dt", {});  }
       { svelteHTML.createElement("dd", {}); { const $$_txeTefaS4C = __sveltets_2_ensureComponent(SafeText); new $$_txeTefaS4C({ target: __sveltets_2_any(), props: {  "text":shared.engine,}});}    ENGINE_VERSION;  }
     }
     { svelteHTML.createElement("div", {});
       { svelteHTML.createElement("dt", {});  }
       { svelteHTML.createElement("dd", {});formatInteger(opened.characters);  formatInteger(LINK_LIMITS.payloadCharacters);  }
     }
     { svelteHTML.createElement("div", {});
       { svelteHTML.createElement("dt", {});  }
       { svelteHTML.createElement("dd", { "class":`muted`,});     }
     }
   }
 SharedCard}


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const Provenance__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type Provenance__SvelteComponent_ = ReturnType<typeof Provenance__SvelteComponent_>;
/*Ωignore_endΩ*/export default Provenance__SvelteComponent_;