// The rows of objectives and constraints.

import { aggregateOf, sumOf, targetName, worstOf } from '../aggregate.js';
import { h, one, options, put } from '../dom.js';
import { capital, metricName, unitLabel } from '../format.js';

/**
 * @typedef {object} Kind
 * @property {string} path in the request: "objectives"
 * @property {string} singular "objective"
 * @property {[property: string, label: string][]} numbers what a row asks for besides metric and target
 */

/** @type {Kind} */
export const OBJECTIVES = { path: 'objectives', singular: 'objective', numbers: [['goal', 'Goal']] };

/** How sure a predicted value must be within the bounds: a share, whatever the metric's unit. */
const CONFIDENCE = 'confidence';

/** @type {Kind} */
export const CONSTRAINTS = {
  path: 'constraints',
  singular: 'constraint',
  numbers: [['atMost', 'At most'], ['atLeast', 'At least'], [CONFIDENCE, 'Confidence']],
};

/** Stands for the sum over all targets among the values of the choice, and is no target's name; its weights are typed beside it. */
const SUM = 'sum()';

/**
 * @typedef {object} Row
 * @property {HTMLElement} element
 * @property {HTMLSelectElement} metric
 * @property {HTMLSelectElement} target
 * @property {HTMLElement} weights
 * @property {HTMLInputElement[]} numbers
 * @property {string} [written] the target that it had from the beginning
 */

/**
 * @param {HTMLElement} container
 * @param {Kind} kind
 * @param {MetricInfo[]} metrics that may be chosen
 * @param {() => string[]} targets chosen at present
 * @param {() => void} changed
 */
export function metricRows(container, kind, metrics, targets, changed) {
  /** @type {Row[]} */
  let rows = [];

  const info = (/** @type {string} */ key) => metrics.find(metric => metric.key === key);

  /** Paths follow the place of a row, because the service's errors do. */
  const number = () =>
    rows.forEach((row, index) => {
      const path = `${kind.path}[${index}]`;
      row.element.dataset.field = path;
      row.element.setAttribute('aria-label', `${capital(kind.singular)} ${index + 1}`);
      row.metric.dataset.field = `${path}.metric`;
      row.target.dataset.field = `${path}.target`;
      row.numbers.forEach((input, at) => (input.dataset.field = `${path}.${kind.numbers[at][0]}`));
    });

  const adapt = () =>
    rows.forEach(row => {
      const { metric, target, numbers, written } = row;
      const chosen = info(metric.value);
      options(target, choices(metric, written));
      const label = /** @type {HTMLElement} */ (target.closest('label'));
      label.hidden = !chosen?.needsTarget;
      showWeights(row);
      numbers.forEach((input, at) => {
        const sure = kind.numbers[at][0] === CONFIDENCE;
        const around = /** @type {HTMLElement} */ (input.closest('label'));
        around.hidden = sure && !chosen?.needsTarget;
        put(one('.unit', around), sure || chosen?.unit === 'ratio' ? '0 to 1' : unitLabel(chosen?.unit ?? '1'));
      });
    });

  /** What was written before, one target, or all of them at once: the worst of their values, or the sum. */
  const choices = (/** @type {HTMLSelectElement} */ metric, /** @type {string | undefined} */ written) => {
    const names = targets();
    const worst = worstOf(names, info(metric.value)?.direction === 'MAXIMIZE');
    const all = names.length < 2 ? [] : [[worst, 'all: the worst'], [SUM, 'all: a weighted sum']];
    const own = written && aggregateOf(written) && written !== worst && !weightsOf(written) ? [[written, targetName(written)]] : [];
    return [...names.map(name => [name, name]), ...all, ...own].map(([value, text]) => ({ value, text }));
  };

  /** The weights of a sum over targets that are chosen; null for anything else. */
  const weightsOf = (/** @type {string | undefined} */ written) => {
    const aggregate = aggregateOf(written ?? '');
    return aggregate?.kind === 'sum' && aggregate.weights.every(([name]) => targets().includes(name)) ? new Map(aggregate.weights) : null;
  };

  /** What was typed for a target stays while another one is checked or not. */
  const showWeights = (/** @type {Row} */ { metric, target, weights, written }) => {
    weights.hidden = target.value !== SUM || !info(metric.value)?.needsTarget;
    const typed = new Map([...weights.querySelectorAll('input')].map(input => [input.name, input.value]));
    const before = weightsOf(written);
    const weight = (/** @type {string} */ name) => typed.get(name) ?? (before ? (before.get(name) ?? '') : 1);
    put(
      weights,
      ...targets().map(name =>
        h('label', {}, `Weight of ${name}`, h('input', { type: 'number', name, min: 0, step: 'any', value: weight(name), oninput: changed }))),
    );
  };

  /** A target without a weight is not in the sum. */
  const targetOf = (/** @type {Row} */ { target, weights }) =>
    target.value === SUM
      ? sumOf([...weights.querySelectorAll('input')].filter(({ value }) => value !== '').map(({ name, value }) => [name, value]))
      : target.value;

  const add = (/** @type {Record<string, any>} */ values = {}) => {
    const metric = h('select', { onchange: () => { adapt(); changed(); } });
    options(metric, metrics.map(({ key, direction }) => ({
      value: key,
      text: metricName(key) + (kind.singular === OBJECTIVES.singular ? (direction === 'MAXIMIZE' ? ' ↑ most' : ' ↓ least') : ''),
    })), values.metric);
    const target = h('select', { onchange: () => { adapt(); changed(); } });
    options(target, choices(metric, values.target), weightsOf(values.target) ? SUM : values.target);
    const weights = h('div', { class: 'weights', hidden: true });
    const numbers = kind.numbers.map(([property]) =>
      h('input', { type: 'number', step: 'any', value: values[property] ?? '', oninput: changed }),
    );
    const row = {
      written: values.target,
      metric,
      target,
      weights,
      numbers,
      element: h(
        'div',
        { class: 'row field', role: 'group' },
        h('label', {}, 'Metric', metric),
        h('label', {}, 'Target', target),
        weights,
        ...numbers.map((input, at) =>
          h('label', {}, h('span', {}, kind.numbers[at][1], ' ', h('span', { class: 'unit' })), input),
        ),
        h('button', { type: 'button', class: 'quiet', onclick: () => remove(row) }, `Remove`, h('span', { class: 'visually-hidden' }, ` ${kind.singular}`)),
      ),
    };
    rows.push(row);
    container.append(row.element);
    number();
    adapt();
    return row;
  };

  const remove = (/** @type {Row} */ row) => {
    const place = rows.indexOf(row);
    rows = rows.filter(other => other !== row);
    row.element.remove();
    number();
    changed();
    const next = rows[Math.min(place, rows.length - 1)];
    (next?.metric ?? container.parentElement?.querySelector(`#add-${kind.singular}`))?.focus();
  };

  return {
    adapt,
    add(/** @type {Record<string, any>} */ values) {
      const row = add(values);
      changed();
      row.metric.focus();
    },
    set(/** @type {Record<string, any>[]} */ all) {
      rows = [];
      put(container);
      all.forEach(add);
    },
    read() {
      return rows.map(row => ({
        metric: row.metric.value,
        ...(info(row.metric.value)?.needsTarget ? { target: targetOf(row) } : {}),
        ...Object.fromEntries(
          row.numbers.flatMap((input, at) =>
            input.value === '' || /** @type {HTMLElement} */ (input.closest('label')).hidden ? [] : [[kind.numbers[at][0], Number(input.value)]]),
        ),
      }));
    },
    get count() {
      return rows.length;
    },
  };
}
