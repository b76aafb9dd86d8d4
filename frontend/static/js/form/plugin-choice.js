// The choice of one plug-in and its settings.

import { one, options, put } from '../dom.js';
import { readSettings, settingFields, writeSettings } from './form-schema.js';

/**
 * @param {HTMLElement} fieldset
 * @param {string} path in the request: "searchSpace"
 * @param {PluginInfo[]} plugins
 * @param {string} [preferred]
 */
export function pluginChoice(fieldset, path, plugins, preferred) {
  const choice = /** @type {HTMLSelectElement} */ (one('select', fieldset));
  const settings = one('.settings', fieldset);
  const about = one('.hint', fieldset);
  const settingsPath = `${path}.settings`;
  /** What was typed for a plug-in is kept while another one is looked at. @type {Map<string, Record<string, unknown>>} */
  const typed = new Map();
  let shown = '';

  const info = () => plugins.find(plugin => plugin.id === choice.value);
  const remember = () => {
    const before = plugins.find(plugin => plugin.id === shown);
    if (before) {
      typed.set(shown, readSettings(settings, before.settings, settingsPath));
    }
  };
  const show = () => {
    const plugin = info();
    shown = choice.value;
    put(about, plugin ? [plugin.about, plugin.source].filter(Boolean).join(' · ') : '');
    put(settings, ...(plugin ? settingFields(plugin.settings, settingsPath) : []));
    if (plugin) {
      writeSettings(settings, plugin.settings, settingsPath, typed.get(shown) ?? {});
    }
  };
  choice.addEventListener('change', () => {
    remember();
    show();
  });
  options(choice, plugins.map(({ id }) => ({ value: id, text: id })), preferred);
  show();

  return {
    /** @returns {PluginChoice} */
    read() {
      const plugin = info();
      const values = plugin ? readSettings(settings, plugin.settings, settingsPath) : {};
      return { type: choice.value, ...(Object.keys(values).length ? { settings: values } : {}) };
    },
    /** @param {PluginChoice} value */
    write({ type, settings: values }) {
      choice.value = type;
      typed.set(type, values ?? {});
      show();
    },
    /** @param {(plugin: PluginInfo) => boolean} fits */
    restrict(fits) {
      remember();
      options(choice, plugins.map(plugin => ({ value: plugin.id, text: plugin.id, disabled: !fits(plugin) })), plugins.find(fits)?.id);
      show();
    },
  };
}
