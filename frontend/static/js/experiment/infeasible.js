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
    h('p', {}, h('strong', {}, 'Nothing meets the limits. '), misses.length === 0 && message),
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
      ? h('p', {}, `It needs ${relaxation.map(change => allowed(change, unit(change))).join(' and ')}.`)
      : null,
  ].filter(line => line !== null);
}

/**
 * @param {Constraint} change
 * @param {string} unit
 */
function allowed(change, unit) {
  const [bound, words, round] = typeof change.atMost === 'number' ? [change.atMost, 'up to', Math.ceil] : [Number(change.atLeast), 'down to', Math.floor];
  return `${metricOn(change)} ${words} ${measure(roundedBy(round, bound), unit)}`;
}

/**
 * To three digits, and never so that the bound would be missed again.
 *
 * @param {(value: number) => number} round
 * @param {number} bound
 */
function roundedBy(round, bound) {
  const factor = bound === 0 ? 1 : 10 ** (2 - Math.floor(Math.log10(Math.abs(bound))));
  // What is 247 but for the arithmetic stays so.
  return round(Number((bound * factor).toPrecision(12))) / factor;
}
