// The trials, sorted, filtered and paged by the service.

import { get, query } from '../api.js';
import { h, one, options, put, select, upToDate } from '../dom.js';
import { capital, keyOf, measure, metricOn, span } from '../format.js';
import { showPager } from '../pager.js';
import { keepingFocus, released } from '../refresh.js';
import { stateBadge } from '../state.js';

const SIZE = 25;

/**
 * @typedef {object} Column
 * @property {string} title
 * @property {string} [sort] what the service sorts by
 * @property {boolean} [number]
 * @property {(trial: Trial) => import('../dom.js').Child} cell
 */

/**
 * @param {HTMLElement} panel
 * @param {string} id
 * @param {(trial: number) => string} link
 */
export function trialTable(panel, id, link) {
  const address = new URL(location.href);
  const state = select(panel, 'state');
  const view = {
    page: Number(address.searchParams.get('page') ?? 0),
    sort: address.searchParams.get('sort') ?? 'number,desc',
  };
  options(state, [...state.options].map(({ value, text }) => ({ value, text })), address.searchParams.get('state') ?? '');
  /** @type {Column[]} */
  let columns = [];

  const refresh = async () => {
    /** @type {Paged<Trial>} */
    const page = await get(`/experiments/${id}/trials${query({ ...view, size: SIZE, state: state.value })}`);
    await released();
    showHead(one('thead', panel), columns, view.sort, sort => change({ sort, page: 0 }));
    showRows(one('tbody', panel), columns, page.items);
    showPager(one('.pager', panel), page, 'trial', to => change({ page: to }));
  };
  const change = (/** @type {Partial<typeof view>} */ changed) => {
    Object.assign(view, changed);
    history.replaceState(null, '', location.pathname + query({ ...view, state: state.value }));
    upToDate(refresh());
  };
  state.addEventListener('change', () => change({ page: 0 }));

  return {
    refresh,
    /** @param {Experiment} experiment */
    offer({ spec }) {
      columns = columnsOf(metricsOf(spec), link);
    },
  };
}

/** @param {ExperimentSpec} spec @returns {MetricRef[]} of its objectives and constraints, and the size, each once */
function metricsOf(spec) {
  const all = [...spec.objectives, ...(spec.constraints ?? []), { metric: 'parameters' }];
  return all.filter((one, index) => all.findIndex(other => keyOf(other) === keyOf(one)) === index);
}

/**
 * @param {MetricRef[]} metrics
 * @param {(trial: number) => string} link
 * @returns {Column[]}
 */
function columnsOf(metrics, link) {
  return [
    {
      title: 'Trial',
      sort: 'number',
      number: true,
      cell: trial => h('a', { href: link(trial.number), 'aria-label': `Trial ${trial.number}` }, trial.number),
    },
    { title: 'State', sort: 'state', cell: stateAndReason },
    ...metrics.map(reference => ({
      title: capital(metricOn(reference)),
      sort: keyOf(reference),
      number: true,
      cell: (/** @type {Trial} */ trial) => {
        const found = trial.measurements.find(each => keyOf(each) === keyOf(reference));
        return found ? measure(found.value, found.unit) : '–';
      },
    })),
    { title: 'Epochs', number: true, cell: trial => trial.fidelity.epochs },
    { title: 'Took', number: true, cell: took },
    {
      title: 'Parent',
      number: true,
      cell: trial => (trial.parent ? h('a', { href: link(trial.parent), 'aria-label': `Trial ${trial.parent}` }, trial.parent) : '–'),
    },
    {
      title: 'Architecture',
      cell: trial => h('code', { class: 'clipped', title: trial.architecture.text }, trial.architecture.text),
    },
  ];
}

/** @param {Trial} trial */
function stateAndReason({ state, reason, message }) {
  return h('span', { title: message }, stateBadge(state), reason && h('span', { class: 'reason' }, reason));
}

/** @param {Trial} trial */
function took(trial) {
  if (trial.source === 'MEMORY') {
    return 'from memory';
  }
  return trial.startedAt && trial.finishedAt
    ? span((Date.parse(trial.finishedAt) - Date.parse(trial.startedAt)) / 1000)
    : '–';
}

/**
 * @param {HTMLElement} head
 * @param {Column[]} columns
 * @param {string} sort
 * @param {(sort: string) => void} sortBy
 */
function showHead(head, columns, sort, sortBy) {
  const [by, direction] = sort.split(',');
  keepingFocus(head, () => put(
    head,
    h(
      'tr',
      {},
      ...columns.map(column => {
        const sorted = column.sort === by;
        const next = sorted && direction === 'asc' ? 'desc' : 'asc';
        return h(
          'th',
          {
            scope: 'col',
            class: column.number && 'number',
            'aria-sort': sorted && (direction === 'asc' ? 'ascending' : 'descending'),
          },
          column.sort
            ? h('button', { type: 'button', class: 'sort heading', onclick: () => sortBy(`${column.sort},${next}`) }, column.title)
            : column.title,
        );
      }),
    ),
  ));
}

/**
 * @param {HTMLElement} body
 * @param {Column[]} columns
 * @param {Trial[]} trials
 */
function showRows(body, columns, trials) {
  keepingFocus(body, () => put(
    body,
    ...trials.map(trial =>
      h('tr', {}, ...columns.map(column => h('td', { class: column.number && 'number' }, column.cell(trial)))),
    ),
    trials.length === 0 && h('tr', {}, h('td', { colspan: columns.length, class: 'muted' }, 'No trials.')),
  ));
}
