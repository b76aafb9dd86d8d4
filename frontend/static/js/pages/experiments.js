// The list of experiments.

import { get, query, root } from '../api.js';
import { h, one, put, upToDate } from '../dom.js';
import { ago, date, measure, metricOn, whole } from '../format.js';
import { showPager } from '../pager.js';
import { keepingFocus, released, throttled, whileVisible } from '../refresh.js';
import { isFinished, stateBadge } from '../state.js';

const SIZE = 20;
const COMPARISON = 'comparison';
const INTERVAL = 3000;

const filters = /** @type {HTMLFormElement} */ (one('#filters'));
const list = one('#list');
let page = 0;

/** The front of an experiment changes with its finished trials alone. @type {Map<string, Promise<Front | null>>} */
const fronts = new Map();

/** Whoever asks for the label of comparisons wants to see their runs. @returns {Record<string, string>} */
function filter() {
  const { comparisons, ...by } = Object.fromEntries([...new FormData(filters)].map(([name, value]) => [name, String(value).trim()]));
  return comparisons || by.label === COMPARISON ? by : { ...by, exclude: COMPARISON };
}

const refresh = throttled(() => upToDate(fill()), 300);

async function fill() {
  const by = filter();
  /** @type {Paged<Experiment>} */
  const answer = await get(`/experiments${query({ ...by, page, size: SIZE, sort: 'createdAt,desc' })}`);
  await Promise.all(answer.items.map(frontOf));
  const narrowed = Object.entries(by).some(([name, value]) => value !== '' && name !== 'exclude');
  await show(answer, narrowed || (answer.items.length === 0 && (await hasAny())));
}

/** Whether there are experiments, be it as runs of comparisons alone. */
async function hasAny() {
  /** @type {Paged<Experiment>} */
  const any = await get('/experiments?size=1');
  return any.totalItems > 0;
}

/** @param {Experiment} experiment */
function frontOf({ id, progress, trials }) {
  const key = `${id} ${progress.trialsDone}`;
  if (!fronts.has(key)) {
    const found = trials.succeeded + trials.earlyStopped === 0 ? Promise.resolve(null) : get(`/experiments/${id}/front`);
    fronts.set(key, found);
    found.catch(() => fronts.delete(key));
  }
  return /** @type {Promise<Front | null>} */ (fronts.get(key));
}

/**
 * @param {Paged<Experiment>} answer
 * @param {boolean} filtered
 */
async function show(answer, filtered) {
  list.hidden = answer.items.length === 0;
  one('#nothing-found').hidden = answer.items.length > 0 || !filtered;
  one('#empty').hidden = answer.items.length > 0 || filtered;
  filters.hidden = answer.items.length === 0 && !filtered;
  const rows = await Promise.all(answer.items.map(async experiment => row(experiment, await frontOf(experiment))));
  await released();
  keepingFocus(list, () => put(one('tbody', list), ...rows));
  showPager(one('#pager'), answer, 'experiment', to => {
    page = to;
    refresh();
  });
}

/**
 * @param {Experiment} experiment
 * @param {Front | null} front
 */
function row(experiment, front) {
  const { id, name, state, progress, labels, createdAt, reason } = experiment;
  const cell = (/** @type {string} */ title, /** @type {string} */ kind, /** @type {import('../dom.js').Child[]} */ ...children) =>
    h('td', { 'data-title': title, class: kind }, ...children);
  return h(
    'tr',
    {},
    h(
      'th',
      { scope: 'row' },
      h('a', { href: `${root}experiments/${id}` }, name),
      ...(labels ?? []).map(label => h('span', { class: 'label' }, label)),
    ),
    cell('State', '', stateBadge(state, reason)),
    cell(
      'Trials',
      'trials',
      h('progress', {
        max: Math.max(1, progress.maxTrials),
        value: progress.trialsDone,
        class: isFinished(state) && 'done',
        'aria-label': `Trials of ${name}`,
      }),
      h('span', {}, `${whole(progress.trialsDone)} of ${whole(progress.maxTrials)}`),
    ),
    cell('Best', '', front?.points.length ? bests(front) : '–'),
    cell('Front', 'number', front ? whole(front.points.length) : '–'),
    cell('Created', '', h('time', { datetime: createdAt, title: date(createdAt) }, ago(createdAt))),
  );
}

/** @param {Front} front */
function bests(front) {
  const best = (/** @type {'x' | 'y'} */ key) => {
    const axis = front[key];
    const values = front.points.map(point => point[key]);
    const value = axis.direction === 'MINIMIZE' ? Math.min(...values) : Math.max(...values);
    return h('span', { class: 'best' }, h('b', {}, measure(value, axis.unit)), ` ${metricOn(axis)}`);
  };
  return h('span', { class: 'bests' }, best('y'), best('x'));
}

function restart() {
  page = 0;
  refresh();
}

filters.addEventListener('input', restart);
filters.addEventListener('submit', event => event.preventDefault());
filters.addEventListener('reset', () => setTimeout(restart));
whileVisible(refresh, INTERVAL);
refresh();
