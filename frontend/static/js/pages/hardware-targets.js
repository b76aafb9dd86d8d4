// The hardware targets: list, create, delete.

import { ApiError, get, newKey, send } from '../api.js';
import { confirmed } from '../dialog.js';
import { announce, clearFailure, h, one, options, put, showFailure } from '../dom.js';
import { ago, date } from '../format.js';
import { clearErrors, showErrors } from '../form/field-errors.js';
import { readSettings, settingFields, title } from '../form/form-schema.js';

const HOST = 'host';

const form = /** @type {HTMLFormElement} */ (one('#create'));
const name = /** @type {HTMLInputElement} */ (one('#name'));
const description = /** @type {HTMLInputElement} */ (one('#description'));
const kind = /** @type {HTMLSelectElement} */ (one('#kind'));
const settings = one('#settings');
const summary = one('.error-summary', form);

async function list() {
  /** @type {Paged<HardwareTargetInfo>} */
  const page = await get('/hardware-targets?size=200');
  put(one('#targets tbody'), ...page.items.map(row));
}

/** @param {HardwareTargetInfo} target */
function row(target) {
  const values = Object.entries(target.settings).map(([key, value]) => `${title(key)} ${Array.isArray(value) ? value.join(', ') : value}`);
  return h(
    'tr',
    {},
    h('th', { scope: 'row' }, target.name),
    h('td', {}, target.kind),
    h('td', {}, values.join(' · ') || '–'),
    h('td', {}, target.description || '–'),
    h('td', {}, h('time', { datetime: target.createdAt, title: date(target.createdAt) }, ago(target.createdAt))),
    h(
      'td',
      { class: 'number' },
      target.name !== HOST &&
        h('button', { type: 'button', class: 'quiet', 'aria-label': `Delete ${target.name}`, onclick: () => remove(target.name).catch(showFailure) }, 'Delete…'),
    ),
  );
}

/** @param {string} target */
async function remove(target) {
  if (await confirmed('Delete this hardware target?', `New experiments cannot use ${target} any more; measurements stay.`, 'Delete it')) {
    await send('DELETE', `/hardware-targets/${encodeURIComponent(target)}`);
    clearFailure();
    await list();
    announce(`${target} is deleted.`);
    one('#content').focus();
  }
}

/** @param {PluginInfo[]} kinds */
function wire(kinds) {
  const chosen = () => /** @type {PluginInfo} */ (kinds.find(({ id }) => id === kind.value));
  const show = () => {
    put(one('#kind-about'), chosen().about);
    put(settings, ...settingFields(chosen().settings, 'settings'));
  };
  options(kind, kinds.map(({ id }) => ({ value: id, text: id })));
  kind.addEventListener('change', show);
  show();
  form.addEventListener('submit', event => {
    event.preventDefault();
    create(chosen().settings);
  });
}

/** @param {SettingsSchema} schema */
async function create(schema) {
  clearErrors(form);
  summary.hidden = true;
  try {
    const body = {
      name: name.value.trim(),
      kind: kind.value,
      settings: readSettings(settings, schema, 'settings'),
      description: description.value.trim(),
    };
    await send('POST', '/hardware-targets', body, newKey());
    announce(`${body.name} is created.`);
    name.value = '';
    description.value = '';
    await list();
  } catch (failure) {
    if (failure instanceof ApiError) {
      showErrors(form, summary, failure.problem);
    } else {
      showFailure(failure);
    }
  }
}

list().catch(showFailure);
/** @type {Promise<Catalogue>} */ (get('/catalogue')).then(catalogue => wire(catalogue.hardwareTargets)).catch(showFailure);
