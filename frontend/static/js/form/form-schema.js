// Fields for a plug-in's settings, made from its JSON Schema.

import { h } from '../dom.js';
import { capital } from '../format.js';

/**
 * One field for each setting, filled with its default.
 *
 * @param {SettingsSchema} schema
 * @param {string} path of the settings in the request: "searchSpace.settings"
 * @returns {HTMLElement[]}
 */
export function settingFields(schema, path) {
  return Object.entries(schema.properties ?? {}).map(([name, setting]) => field(name, setting, `${path}.${name}`));
}

/**
 * The settings that differ from their defaults; what cannot be read is passed on as it was typed, for the service to
 * refuse.
 *
 * @param {ParentNode} container
 * @param {SettingsSchema} schema
 * @param {string} path
 * @returns {Record<string, unknown>}
 */
export function readSettings(container, schema, path) {
  /** @type {Record<string, unknown>} */
  const values = {};
  for (const [name, setting] of Object.entries(schema.properties ?? {})) {
    const control = container.querySelector(`[data-field="${path}.${name}"]`);
    const value = control ? read(/** @type {HTMLElement} */ (control), setting) : undefined;
    if (value !== undefined && JSON.stringify(value) !== JSON.stringify(setting.default)) {
      values[name] = value;
    }
  }
  return values;
}

/**
 * @param {ParentNode} container
 * @param {SettingsSchema} schema
 * @param {string} path
 * @param {Record<string, unknown>} values those without one get their default
 */
export function writeSettings(container, schema, path, values) {
  for (const [name, setting] of Object.entries(schema.properties ?? {})) {
    const control = container.querySelector(`[data-field="${path}.${name}"]`);
    if (control) {
      write(/** @type {HTMLElement} */ (control), setting, values[name] ?? setting.default);
    }
  }
}

/**
 * @param {string} name
 * @param {SettingSchema} setting
 * @param {string} path
 */
function field(name, setting, path) {
  const id = path.replaceAll('.', '-');
  const hint = h('p', { class: 'hint', id: `${id}-hint` }, [capital(setting.description ?? ''), range(setting)].filter(Boolean).join('; '));
  const label = [title(name), setting['x-unit'] ? h('span', { class: 'unit' }, ` ${setting['x-unit']}`) : null];
  const described = { 'data-field': path, id, 'aria-describedby': hint.id };
  if (setting.type === 'array' && setting.items?.enum) {
    const checks = h('fieldset', { ...described, class: 'field plain' }, h('legend', {}, ...label), choices(setting.items.enum), hint);
    write(checks, setting, setting.default);
    return checks;
  }
  const control = single(setting, described);
  write(control, setting, setting.default);
  return setting.type === 'boolean'
    ? h('div', { class: 'field' }, h('label', { class: 'check' }, control, ...label), hint)
    : h('div', { class: 'field' }, h('label', { for: id }, ...label), control, hint);
}

/**
 * Room for the default, and for some lines of one's own.
 *
 * @param {SettingSchema} setting
 */
const rows = setting => Math.min(16, 4 + `${JSON.stringify(setting.default, null, 2)}`.split('\n').length);

/**
 * @param {SettingSchema} setting
 * @param {import('../dom.js').Attributes} described
 */
function single(setting, described) {
  if (setting.enum) {
    return h('select', described, ...setting.enum.map(value => h('option', { value }, value)));
  }
  switch (setting.type) {
    case 'boolean':
      return h('input', { ...described, type: 'checkbox' });
    case 'object':
      return h('textarea', { ...described, rows: rows(setting), spellcheck: 'false', class: 'document' });
    case 'integer':
    case 'number':
      return h('input', {
        ...described,
        type: 'number',
        min: setting.minimum,
        max: setting.maximum,
        step: setting.type === 'integer' ? 1 : 'any',
      });
    default:
      return h('input', { ...described, type: 'text', autocomplete: 'off' });
  }
}

/** @param {string[]} values */
function choices(values) {
  return h(
    'div',
    { class: 'checks' },
    ...values.map(value => h('label', { class: 'check' }, h('input', { type: 'checkbox', value }), ` ${value}`)),
  );
}

/**
 * @param {HTMLElement} control
 * @param {SettingSchema} setting
 */
function read(control, setting) {
  if (control instanceof HTMLFieldSetElement) {
    return [...control.querySelectorAll('input')].filter(input => input.checked).map(input => input.value);
  }
  const input = /** @type {HTMLInputElement} */ (control);
  if (setting.type === 'boolean') {
    return input.checked;
  }
  const text = input.value.trim();
  if (text === '') {
    return undefined;
  }
  if (setting.type === 'object') {
    return parsed(text);
  }
  if (setting.type === 'array') {
    return text.split(/[\s,;]+/).filter(Boolean).map(part => numeric(part, setting.items));
  }
  return numeric(text, setting);
}

/** @param {string} text as it was typed, where it is no JSON: the service refuses it */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/**
 * @param {string} text
 * @param {SettingSchema} [setting]
 */
function numeric(text, setting) {
  const number = Number(text);
  return (setting?.type === 'integer' || setting?.type === 'number') && Number.isFinite(number) ? number : text;
}

/**
 * @param {HTMLElement} control
 * @param {SettingSchema} setting
 * @param {unknown} value
 */
function write(control, setting, value) {
  if (control instanceof HTMLFieldSetElement) {
    const chosen = Array.isArray(value) ? value.map(String) : [];
    for (const input of control.querySelectorAll('input')) {
      input.checked = chosen.includes(input.value);
    }
    return;
  }
  const input = /** @type {HTMLInputElement} */ (control);
  if (input.type === 'checkbox') {
    input.checked = value === true;
  } else if (setting.type === 'object') {
    input.value = typeof value === 'string' ? value : JSON.stringify(value, null, 2);
  } else {
    input.value = Array.isArray(value) ? value.join(', ') : value === undefined || value === null ? '' : String(value);
  }
}

/** @param {SettingSchema} setting */
function range(setting) {
  const { minimum, maximum } = setting.items ?? setting;
  const several = setting.type === 'array' && !setting.items?.enum ? 'separated by commas, each ' : '';
  if (minimum === undefined && maximum === undefined) {
    return several ? 'separated by commas' : '';
  }
  return several + (maximum === undefined ? `at least ${minimum}` : minimum === undefined ? `at most ${maximum}` : `${minimum} to ${maximum}`);
}

/** @param {string} name in lower camel case */
export const title = name => capital(name.replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`));
