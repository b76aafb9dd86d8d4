// The list of data sets, and uploading one.

import { get, root, upload } from '../api.js';
import { h, one, put, showFailure } from '../dom.js';
import { ago, date, measure, shape, whole } from '../format.js';
import { filled, submitting } from '../form/submitting.js';

const form = /** @type {HTMLFormElement} */ (one('#upload'));
const file = /** @type {HTMLInputElement} */ (one('#file'));
const name = /** @type {HTMLInputElement} */ (one('#name'));
const bar = /** @type {HTMLProgressElement} */ (one('#upload-progress'));
const words = one('#upload-text');
const address = (/** @type {string} */ dataset) => `${root}datasets/${encodeURIComponent(dataset)}`;

async function list() {
  /** @type {Paged<DatasetInfo>} */
  const page = await get('/datasets?size=200');
  one('#empty').hidden = page.items.length > 0;
  put(one('#datasets tbody'), ...page.items.map(row));
}

/** @param {DatasetInfo} dataset */
function row(dataset) {
  return h(
    'tr',
    {},
    h('th', { scope: 'row' }, h('a', { href: address(dataset.name) }, dataset.name)),
    h('td', {}, dataset.type),
    h('td', {}, dataset.type === 'images' ? `${shape(dataset.shape)} px` : `${whole(dataset.shape[0])} features`),
    h('td', { class: 'number' }, whole(dataset.samples)),
    h('td', { class: 'number' }, whole(dataset.classes.length)),
    h('td', {}, dataset.licence ?? '–'),
    h('td', {}, h('time', { datetime: dataset.createdAt, title: date(dataset.createdAt) }, ago(dataset.createdAt))),
  );
}

async function send() {
  bar.hidden = false;
  const size = file.files?.[0]?.size ?? 0;
  try {
    /** @type {DatasetInfo} */
    const dataset = await upload('/datasets', filled(form), share => {
      bar.value = share;
      words.textContent = share < 1 ? `${measure(Math.round(size * share), 'bytes')} of ${measure(size, 'bytes')}` : 'Reading the samples…';
    });
    location.assign(address(dataset.name));
  } catch (failure) {
    words.textContent = '';
    throw failure;
  } finally {
    bar.hidden = true;
  }
}

/** @param {string} text @returns {string} a valid name that resembles it */
const nameFrom = text => text.replace(/(\.(zip|csv|gz))+$/i, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, 64);

file.addEventListener('change', () => {
  if (name.value === '' && file.files?.[0]) {
    name.value = nameFrom(file.files[0].name);
  }
});
submitting(form, send);
list().catch(showFailure);
