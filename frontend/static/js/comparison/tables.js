// What a comparison says, as tables.

import { root } from '../api.js';
import { h } from '../dom.js';
import { stateName, whole } from '../format.js';
import { isFinished } from '../state.js';

/**
 * @param {ComparisonInfo} comparison
 * @param {string[]} names
 * @param {(value: number | null | undefined) => string} measured
 * @returns {HTMLElement[]} rows, the best rank first
 */
export function strategyRows({ strategies, runs }, names, measured) {
  const of = (/** @type {number} */ place) => runs.filter(run => run.strategy === place).length;
  return strategies
    .map((compared, place) => ({ ...compared, name: names[place], of: of(place) }))
    .sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || 0)
    .map(({ name, runs: done, of: all, mean, deviation, rank, againstRandom: test }) =>
      h(
        'tr',
        {},
        h('th', { scope: 'row' }, name),
        cell('Runs', `${whole(done)} of ${whole(all)}`),
        cell('At the end', measured(mean) + (typeof deviation === 'number' ? ` ± ${measured(deviation)}` : '')),
        cell('Rank', typeof rank === 'number' ? rank.toFixed(2) : '–'),
        cell('Against random', test ? `${test.wins} / ${test.losses} / ${test.ties}` : '–'),
        cell('p', test ? pValue(test.p) : '–'),
      ),
    );
}

/**
 * @param {string} title
 * @param {string} text
 */
const cell = (title, text) => h('td', { 'data-title': title, class: 'number' }, text);

/** @param {number} p */
const pValue = p => (p < 0.001 ? '< 0.001' : p.toFixed(3));

/**
 * @param {ComparisonInfo} comparison
 * @param {string[]} names
 * @returns {HTMLElement[]}
 */
export function runRows({ strategies, runs }, names) {
  return strategies.map((_, place) =>
    h(
      'tr',
      {},
      h('th', { scope: 'row' }, names[place]),
      h('td', {}, h('div', { class: 'run-links' }, ...runs.filter(run => run.strategy === place).map(run => link(run, names[place])))),
    ),
  );
}

/**
 * @param {ComparisonRun} run
 * @param {string} name of its strategy
 */
function link({ seed, experiment, state, trials }, name) {
  const kind = state === 'FAILED' || state === 'CANCELLED' ? 'failed' : isFinished(state) ? '' : trials > 0 ? 'under-way' : 'waiting';
  const words = `${name}, seed ${seed}: ${kind === 'waiting' ? 'waiting' : stateName(state)}, ${whole(trials)} trials`;
  return h('a', { href: `${root}experiments/${experiment}`, class: kind, title: words, 'aria-label': words }, String(seed));
}
