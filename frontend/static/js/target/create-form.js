// A new hardware target: typed in, with a file of data where its kind takes one, or as a document that was exported.

import { newKey, send, upload } from '../api.js';
import { announce, one, options, put } from '../dom.js';
import { capital } from '../format.js';
import { readSettings, settingFields } from '../form/form-schema.js';
import { submitting } from '../form/submitting.js';
import { showToken } from './token-dialog.js';

/**
 * @param {HTMLFormElement} form
 * @param {PluginInfo[]} kinds
 * @param {() => Promise<void>} created
 */
export function createForm(form, kinds, created) {
  const input = (/** @type {string} */ id) => /** @type {HTMLInputElement} */ (one(`#${id}`, form));
  const kind = /** @type {HTMLSelectElement} */ (one('#kind', form));
  const settings = one('#settings', form);
  const file = input('data-file');
  const chosen = () => /** @type {PluginInfo} */ (kinds.find(({ id }) => id === kind.value));

  const show = () => {
    const { about, source, settings: schema, data } = chosen();
    put(one('#kind-about', form), [about, source].filter(Boolean).join(' · '));
    put(settings, ...settingFields(schema, 'settings'));
    one('#data-field', form).hidden = !data;
    put(one('#data-hint', form), capital(data ?? ''));
    file.value = '';
  };

  /** @returns {Promise<HardwareTargetInfo>} */
  const request = () => {
    const values = readSettings(settings, chosen().settings, 'settings');
    const body = { name: input('name').value.trim(), kind: kind.value, description: input('description').value.trim() };
    const data = file.files?.[0];
    if (!data) {
      return send('POST', '/hardware-targets', { ...body, settings: values }, newKey());
    }
    const parts = new FormData();
    Object.entries({ ...body, settings: JSON.stringify(values) }).forEach(([name, value]) => parts.append(name, value));
    parts.append('file', data);
    return upload('/hardware-targets', parts, () => {});
  };

  options(kind, kinds.map(({ id }) => ({ value: id, text: id })), 'host');
  kind.addEventListener('change', show);
  show();
  submitting(form, async () => {
    const target = await request();
    input('name').value = '';
    input('description').value = '';
    file.value = '';
    await tell(target, created);
  });
}

/**
 * @param {HTMLFormElement} form
 * @param {() => Promise<void>} created
 */
export function importForm(form, created) {
  const file = /** @type {HTMLInputElement} */ (one('#document', form));
  const name = /** @type {HTMLInputElement} */ (one('#import-name', form));
  submitting(form, async () => {
    const text = await file.files?.[0]?.text();
    const target = await send('POST', '/hardware-targets', named(text ?? '', name.value.trim()), newKey());
    form.reset();
    await tell(/** @type {HardwareTargetInfo} */ (target), created);
  });
}

/**
 * What is no JSON object is passed on as it is, for the service to refuse.
 *
 * @param {string} text of the document
 * @param {string} name in place of its own; may be empty
 */
function named(text, name) {
  try {
    const read = JSON.parse(text);
    return name && read !== null && typeof read === 'object' ? { ...read, name } : read;
  } catch {
    return text;
  }
}

/**
 * @param {HardwareTargetInfo} target
 * @param {() => Promise<void>} created
 */
async function tell({ name, token }, created) {
  await created();
  announce(`${name} is created.`);
  if (token) {
    await showToken(name, token);
  }
}
