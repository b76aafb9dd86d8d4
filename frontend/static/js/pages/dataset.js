// The page of one data set.

import { get, root, send, url } from '../api.js';
import { confirmed } from '../dialog.js';
import { facts, h, one, put, showFailure } from '../dom.js';
import { compact, counted, date, shape, whole } from '../format.js';

const PER_CLASS = 8;

const name = /** @type {string} */ (one('main').dataset.dataset);
const path = `/datasets/${encodeURIComponent(name)}`;

async function show() {
  const [dataset, samples] = await Promise.all([
    /** @type {Promise<DatasetInfo>} */ (get(path)),
    /** @type {Promise<DatasetSamples>} */ (get(`${path}/samples?perClass=${PER_CLASS}`)),
  ]);
  showFacts(dataset);
  put(
    one('#samples-note'),
    `${counted(dataset.classes.length, 'class', 'classes')}; up to ${PER_CLASS} samples of each are shown.`,
  );
  if (dataset.type === 'images') {
    showImages(samples);
  } else {
    showRows(samples);
  }
}

/** @param {DatasetInfo} dataset */
function showFacts(dataset) {
  facts(one('#facts'), [
    ['Type', dataset.type],
    ['Sample', dataset.type === 'images' ? `${shape(dataset.shape)} (channels × height × width, px)` : `${whole(dataset.shape[0])} features`],
    ['Samples', whole(dataset.samples)],
    ['Source', dataset.source ?? 'not stated'],
    ['Licence', dataset.licence ?? 'not stated'],
    ['Notes', dataset.notes],
    ['Created', date(dataset.createdAt)],
    ['SHA-256', h('code', { class: 'hash' }, dataset.hash)],
  ]);
}

/** @param {import('../dom.js').Child[]} titles */
function showHead(...titles) {
  put(one('#samples thead'), h('tr', {}, ...titles.map(title => (title instanceof Node ? title : h('th', { scope: 'col' }, title)))));
}

/** @param {string} text */
const numberHead = text => h('th', { scope: 'col', class: 'number' }, text);

/** @param {DatasetSamples} samples */
function showImages({ classes }) {
  showHead('Class', numberHead('Samples'), 'Some of them');
  put(
    one('#samples tbody'),
    ...classes.map(each =>
      h(
        'tr',
        {},
        h('th', { scope: 'row' }, each.name),
        h('td', { class: 'number' }, whole(each.count)),
        h(
          'td',
          {},
          h('div', { class: 'sample-images' }, ...(each.samples ?? []).map((index, at) => image(index, `Sample ${at + 1} of class ${each.name}`))),
        ),
      ),
    ),
  );
}

/**
 * @param {number} index
 * @param {string} alt
 */
const image = (index, alt) => h('img', { src: url(`${path}/samples/${index}.png`), alt, width: 48, height: 48, loading: 'lazy' });

/** @param {DatasetSamples} samples */
function showRows({ columns, classes }) {
  showHead('Class', numberHead('Samples'), ...(columns ?? []).map(numberHead));
  put(
    one('#samples tbody'),
    ...classes.flatMap(each =>
      (each.rows ?? [[]]).map((row, at) =>
        h(
          'tr',
          {},
          h('th', { scope: 'row' }, each.name),
          h('td', { class: 'number' }, at === 0 ? whole(each.count) : ''),
          ...row.map(value => h('td', { class: 'number' }, typeof value === 'number' ? compact(value) : value)),
        ),
      ),
    ),
  );
}

async function remove() {
  if (await confirmed('Delete this data set?', `${name} goes with all its samples. Experiments that used it stay. This cannot be undone.`, 'Delete it')) {
    await send('DELETE', path);
    location.assign(`${root}datasets`);
  }
}

one('#delete').addEventListener('click', () => remove().catch(showFailure));
show().catch(showFailure);
