// The panel of models from elsewhere that the experiment is compared with.

import { get, send, upload } from '../api.js';
import { confirmed } from '../dialog.js';
import { announce, clearFailure, h, one, put, showFailure, upToDate } from '../dom.js';
import { capital, measure, metricOn } from '../format.js';
import { filled, submitting } from '../form/submitting.js';
import { whileVisible } from '../refresh.js';

const POLL = 2000;
const STATES = { MEASURING: 'measuring…', MEASURED: 'measured', FAILED: 'failed' };

/**
 * @param {HTMLElement} panel
 * @param {string} id of the experiment
 * @param {(baselines: BaselineInfo[]) => void} changed
 * @returns {Promise<void>} once they are shown
 */
export function baselinePanel(panel, id, changed) {
  const form = /** @type {HTMLFormElement} */ (one('form', panel));
  const bar = /** @type {HTMLProgressElement} */ (one('progress', form));
  const words = one('[role="status"]', form);
  const path = `/experiments/${id}/baselines`;
  let shown = '';
  let endPoll = () => {};

  const refresh = async () => {
    /** @type {Paged<BaselineInfo>} */
    const { items } = await get(`${path}?size=200`);
    const now = JSON.stringify(items);
    if (now === shown) {
      return;
    }
    shown = now;
    one('.table-box', panel).hidden = items.length === 0;
    put(one('tbody', panel), ...items.map(item => row(item, remove)));
    changed(items);
    endPoll();
    endPoll = items.some(item => item.state === 'MEASURING')
      ? whileVisible(() => upToDate(refresh()), POLL)
      : () => {};
  };

  const remove = async (/** @type {BaselineInfo} */ { id: baseline, name }) => {
    if (await confirmed(`Delete the baseline ${name}?`, 'It goes with its measurements and its file.', 'Delete it')) {
      await send('DELETE', `${path}/${baseline}`);
      clearFailure();
      announce(`The baseline ${name} is deleted.`);
      await refresh();
    }
  };

  const add = async () => {
    bar.hidden = false;
    try {
      /** @type {BaselineInfo} */
      const { name } = await upload(path, filled(form), share => {
        bar.value = share;
        words.textContent = share < 1 ? '' : 'Opening the model…';
      });
      form.reset();
      announce(`The baseline ${name} is being measured.`);
      await refresh();
    } finally {
      words.textContent = '';
      bar.hidden = true;
    }
  };

  submitting(form, add);
  return refresh();
}

/**
 * @param {BaselineInfo} baseline
 * @param {(baseline: BaselineInfo) => Promise<void>} remove
 */
function row(baseline, remove) {
  const values = baseline.measurements
    .filter(({ metric }) => metric !== 'throughput')
    .map(measurement => {
      const stated = measurement.source === 'TABLE' ? ' (stated)' : '';
      return h('li', {}, `${capital(metricOn(measurement))} ${measure(measurement.value, measurement.unit)}${stated}`);
    });
  return h(
    'tr',
    {},
    h('th', { scope: 'row' }, baseline.name),
    h('td', {}, STATES[baseline.state], baseline.message && h('p', { class: 'muted' }, baseline.message)),
    h('td', {}, h('ul', { class: 'running' }, ...values)),
    h(
      'td',
      {},
      h('button', { type: 'button', onclick: () => remove(baseline).catch(showFailure), 'aria-label': `Delete the baseline ${baseline.name}` }, 'Delete'),
    ),
  );
}
