// The hardware targets: list, create, import, delete.

import { get, send } from '../api.js';
import { confirmed } from '../dialog.js';
import { announce, clearFailure, h, one, put, showFailure, upToDate } from '../dom.js';
import { ago, date } from '../format.js';
import { keepingFocus, once, released, whileVisible } from '../refresh.js';
import { createForm, importForm } from '../target/create-form.js';
import { exportLinks, hardwareOf, kept, pathOf, qualityLine, settingsOf, stateOf, targetLink } from '../target/target-words.js';

const POLL = 4000;

const rows = one('#targets tbody');
const catalogue = once(() => /** @type {Promise<Catalogue>} */ (get('/catalogue')));
let shown = '';

async function list() {
  const [{ items }, { hardwareTargets }] = await Promise.all([
    /** @type {Promise<Paged<HardwareTargetInfo>>} */ (get('/hardware-targets?size=200')),
    catalogue(),
  ]);
  const now = JSON.stringify(items);
  if (now !== shown) {
    await released();
    shown = now;
    keepingFocus(rows, () => put(rows, ...items.map(target => row(target, hardwareTargets))));
  }
}

/**
 * @param {HardwareTargetInfo} target
 * @param {PluginInfo[]} kinds
 */
function row(target, kinds) {
  const cell = (/** @type {string} */ title, /** @type {import('../dom.js').Child[]} */ ...children) =>
    h('td', { 'data-title': title }, h('div', { class: 'cell' }, ...children));
  const quality = target.quality ? h('ul', { class: 'lines quality' }, ...qualityLine(target.quality).map(line => h('li', {}, line))) : '–';
  const settings = settingsOf(target, kinds).map(([name, value]) => `${name} ${value}`).join(' · ');
  const hardware = hardwareOf(target).map(([term, value]) => (term === 'Cores' ? `${value} cores` : value)).join(' · ');
  return h(
    'tr',
    {},
    h('th', { scope: 'row' }, target.benchmark ? target.name : targetLink(target)),
    cell('Kind', target.benchmark ? `column of ${target.benchmark}` : target.kind),
    cell('State', ...stateOf(target)),
    cell('Quality', quality),
    cell('Settings', h('span', { class: 'settings-line', title: settings }, settings || '–')),
    cell('About', target.description || (hardware ? null : '–'), hardware ? h('span', { class: 'settings-line' }, hardware) : null),
    cell('Created', h('time', { datetime: target.createdAt, title: date(target.createdAt) }, ago(target.createdAt))),
    cell(
      'Actions',
      h('span', { class: 'exports' }, ...exportLinks(target)),
      deletion(target),
    ),
  );
}

/** @param {HardwareTargetInfo} target */
function deletion(target) {
  const reason = kept(target);
  return reason
    ? h('span', { class: 'muted' }, reason)
    : h('button', { type: 'button', class: 'quiet', 'aria-label': `Delete ${target.name}`, onclick: () => remove(target.name).catch(showFailure) }, 'Delete…');
}

/** @param {string} target */
async function remove(target) {
  if (await confirmed('Delete this hardware target?', `New experiments cannot use ${target} any more; measurements stay.`, 'Delete it')) {
    await send('DELETE', pathOf(target));
    clearFailure();
    await list();
    announce(`${target} is deleted.`);
    one('#content').focus();
  }
}

async function start() {
  const { hardwareTargets } = await catalogue();
  createForm(/** @type {HTMLFormElement} */ (one('#create')), hardwareTargets, list);
  importForm(/** @type {HTMLFormElement} */ (one('#import')), list);
}

upToDate(list());
whileVisible(() => upToDate(list()), POLL);
start().catch(showFailure);
