// The list of benchmarks, uploading one and removing one.

import { get, root, send, upload } from '../api.js';
import { confirmed } from '../dialog.js';
import { announce, clearFailure, h, one, options, put, showFailure } from '../dom.js';
import { ago, date, measure, whole } from '../format.js';
import { filled, submitting } from '../form/submitting.js';

const ROWS = 'rows';

const form = /** @type {HTMLFormElement} */ (one('#upload'));
const file = /** @type {HTMLInputElement} */ (one('#file'));
const name = /** @type {HTMLInputElement} */ (one('#name'));
const bar = /** @type {HTMLProgressElement} */ (one('#upload-progress'));
const words = one('#upload-text');

async function list() {
  /** @type {Paged<BenchmarkInfo>} */
  const page = await get('/benchmarks?size=200');
  one('#empty').hidden = page.items.length > 0;
  put(one('#benchmarks tbody'), ...page.items.map(row));
}

/** @param {BenchmarkInfo} benchmark */
function row(benchmark) {
  const settings = Object.entries(benchmark.searchSpace.settings ?? {}).map(([key, value]) => `${key} ${value}`);
  const plain = benchmark.columns.filter(column => !column.includes('@'));
  const devices = benchmark.targets.map(target => `${target.name} (${target.metrics.join(', ')})`);
  return h(
    'tr',
    {},
    h('th', { scope: 'row' }, benchmark.name),
    h('td', { title: settings.join(', ') }, benchmark.searchSpace.type),
    h('td', { class: 'number' }, whole(benchmark.architectures)),
    h('td', { class: 'number' }, whole(benchmark.rows)),
    h('td', {}, benchmark.epochs.join(', ')),
    h('td', {}, plain.join(', ') || '–'),
    h('td', {}, devices.join(', ') || '–'),
    h('td', {}, h('time', { datetime: benchmark.createdAt, title: date(benchmark.createdAt) }, ago(benchmark.createdAt))),
    h(
      'td',
      { class: 'number' },
      h('a', { href: `${root}experiments/new?benchmark=${encodeURIComponent(benchmark.name)}`, 'aria-label': `New experiment on ${benchmark.name}` }, 'Search'),
      ' ',
      h('button', { type: 'button', class: 'quiet', 'aria-label': `Delete ${benchmark.name}`, onclick: () => remove(benchmark.name).catch(showFailure) }, 'Delete…'),
    ),
  );
}

/** @param {string} benchmark */
async function remove(benchmark) {
  if (await confirmed('Delete this benchmark?', `New experiments cannot use ${benchmark} any more; those on it stay.`, 'Delete it')) {
    await send('DELETE', `/benchmarks/${encodeURIComponent(benchmark)}`);
    clearFailure();
    await list();
    announce(`${benchmark} is deleted.`);
    one('#content').focus();
  }
}

async function add() {
  bar.hidden = false;
  const size = file.files?.[0]?.size ?? 0;
  try {
    /** @type {BenchmarkInfo} */
    const added = await upload('/benchmarks', filled(form), share => {
      bar.value = share;
      words.textContent = share < 1 ? `${measure(Math.round(size * share), 'bytes')} of ${measure(size, 'bytes')}` : 'Checking the rows…';
    });
    form.reset();
    await list();
    words.textContent = `${added.name} has ${whole(added.rows)} rows.`;
  } catch (failure) {
    words.textContent = '';
    throw failure;
  } finally {
    bar.hidden = true;
  }
}

/** @param {string} text @returns {string} a valid name that resembles it */
const nameFrom = text => text.replace(/(\.(csv|gz))+$/i, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, 64);

async function start() {
  /** @type {Catalogue} */
  const catalogue = await get('/catalogue');
  const spaces = [...catalogue.searchSpaces.map(({ id }) => id), ROWS];
  options(/** @type {HTMLSelectElement} */ (one('#space')), spaces.map(id => ({ value: id, text: id })), 'nas-bench-201');
  await list();
}

file.addEventListener('change', () => {
  if (name.value === '' && file.files?.[0]) {
    name.value = nameFrom(file.files[0].name);
  }
});
submitting(form, add);
start().catch(showFailure);
