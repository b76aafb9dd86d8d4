// That nothing meets the limits, with what comes nearest and what would help.

import { h } from '../dom.js';
import { measure, metricOn } from '../format.js';

/**
 * @param {Infeasibility} why
 * @param {MetricInfo[]} metrics
 * @param {(trial: number) => string} link
 * @returns {HTMLElement[]}
 */
export function infeasibleWords({ architecture, trial, misses, relaxation, message }, metrics, link) {
  const unit = (/** @type {MetricRef} */ { metric }) => metrics.find(({ key }) => key === metric)?.unit ?? '1';
  const code = h('code', { class: 'architecture' }, architecture.text);
  return [
    h('p', {}, h('strong', {}, 'Nothing meets the limits. '), message),
    h('p', {}, 'The nearest is ', typeof trial === 'number' ? h('a', { href: link(trial) }, `trial ${trial}`) : 'not evaluated yet', ': ', code),
    h(
      'ul',
      {},
      ...misses.map(miss => h(
        'li',
        {},
        `${metricOn(miss)} ${measure(miss.value, unit(miss))} where ${miss.atMost ? 'at most' : 'at least'} `
          + `${measure(miss.bound, unit(miss))} is allowed: missed by ${measure(miss.missedBy, 'ratio')}`,
      )),
    ),
    relaxation.length > 0
      ? h('p', {}, `It would do to allow ${relaxation.map(change => allowed(change, unit(change))).join(' and ')}.`)
      : null,
  ].filter(line => line !== null);
}

/**
 * @param {Constraint} change
 * @param {string} unit
 */
function allowed(change, unit) {
  const atMost = typeof change.atMost === 'number';
  return `${metricOn(change)} ${atMost ? 'up to' : 'down to'} ${measure(atMost ? change.atMost : change.atLeast, unit)}`;
}
