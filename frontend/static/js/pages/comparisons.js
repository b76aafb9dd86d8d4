// The list of comparisons, and the form that begins one.

import { get, newKey, query, root, send } from '../api.js';
import { comparisonForm } from '../comparison/comparison-form.js';
import { confirmed } from '../dialog.js';
import { announce, clearFailure, h, one, put, showFailure, upToDate } from '../dom.js';
import { ago, date, whole } from '../format.js';
import { submitting } from '../form/submitting.js';
import { showPager } from '../pager.js';
import { keepingFocus, released, throttled, whileVisible } from '../refresh.js';

const SIZE = 20;
const INTERVAL = 3000;

const form = /** @type {HTMLFormElement} */ (one('#compare'));
let page = 0;

const refresh = throttled(() => upToDate(list()), 300);

async function list() {
  /** @type {Paged<ComparisonSummary>} */
  const answer = await get(`/comparisons${query({ page, size: SIZE })}`);
  await released();
  const body = one('#comparisons tbody');
  keepingFocus(body, () => put(body, ...answer.items.map(row)));
  one('#comparisons').hidden = answer.totalItems === 0;
  one('#empty').hidden = answer.totalItems > 0;
  showPager(one('#pager'), answer, 'comparison', to => {
    page = to;
    refresh();
  });
}

/** @param {ComparisonSummary} comparison */
function row({ id, name, strategies, runsDone, runsTotal, createdAt }) {
  return h(
    'tr',
    {},
    h('th', { scope: 'row' }, h('a', { href: `${root}comparisons/${id}`, 'data-key': `open ${id}` }, name)),
    h('td', { 'data-title': 'Strategies' }, strategies.join(', ')),
    h(
      'td',
      { 'data-title': 'Runs', class: 'trials' },
      h('progress', { max: runsTotal, value: runsDone, class: runsDone === runsTotal && 'done', 'aria-label': `Runs of ${name}` }),
      h('span', {}, `${whole(runsDone)} of ${whole(runsTotal)}`),
    ),
    h('td', { 'data-title': 'Created' }, h('time', { datetime: createdAt, title: date(createdAt) }, ago(createdAt))),
    h(
      'td',
      { class: 'number' },
      h('button', { type: 'button', class: 'quiet', 'data-key': `delete ${id}`, 'aria-label': `Delete ${name}`, onclick: () => remove(id, name).catch(showFailure) }, 'Delete…'),
    ),
  );
}

/**
 * @param {string} id
 * @param {string} name
 */
async function remove(id, name) {
  if (await confirmed('Delete this comparison?', `${name} goes, and with it the experiments that it consists of.`, 'Delete it')) {
    await send('DELETE', `/comparisons/${id}`);
    clearFailure();
    announce(`${name} is deleted.`);
    one('#content').focus();
    refresh();
  }
}

async function start() {
  const [catalogue, benchmarks, experiments] = await Promise.all([
    /** @type {Promise<Catalogue>} */ (get('/catalogue')),
    /** @type {Promise<Paged<BenchmarkInfo>>} */ (get('/benchmarks?size=200')),
    /** @type {Promise<Paged<Experiment>>} */ (get('/experiments?size=100&exclude=comparison')),
  ]);
  const fields = comparisonForm(form, catalogue, benchmarks.items, experiments.items);
  let key = newKey();
  form.addEventListener('input', () => (key = newKey()));
  submitting(form, async () => {
    /** @type {ComparisonInfo} */
    const comparison = await send('POST', '/comparisons', fields.read(), key);
    location.assign(`${root}comparisons/${comparison.id}`);
  });
}

whileVisible(refresh, INTERVAL);
refresh();
start().catch(showFailure);
