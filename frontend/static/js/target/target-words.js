// A hardware target in words: what it is at, how good its predictions are, what it is made of.

import { root, url } from '../api.js';
import { h } from '../dom.js';
import { ago, measure, whole } from '../format.js';
import { title } from '../form/form-schema.js';
import { stateBadge } from '../state.js';

/** @typedef {import('../dom.js').Child} Child */

/** Columns of the file of data that a kind is made of; other kinds have none. @type {Record<string, string>} */
export const DATA = {
  table: 'architecture, latency and, where known, throughput and energy. Without a file, the latencies of the benchmark or the experiment named below are taken',
  'lookup-table': 'operator, ms, spread, count; the operator "fixed" is what each inference costs besides. Without a file, the target named below is measured',
  predictor: 'architecture, latency, and one for each further device that is known. Without a file, it learns from the benchmark or the experiment named below, or the target named below is measured',
};

/** @param {string} name */
export const pathOf = name => `/hardware-targets/${encodeURIComponent(name)}`;

/** @param {HardwareTargetInfo} target */
export const targetLink = ({ name }) => h('a', { href: `${root}hardware-targets/${encodeURIComponent(name)}` }, name);

/**
 * Its state, with the progress of its calibration, and whether its agent is there.
 *
 * @param {HardwareTargetInfo} target
 * @returns {Child[]}
 */
export function stateOf({ name, state = 'READY', why, calibration, agent }) {
  return [
    stateBadge(state, why),
    state === 'CALIBRATING' && calibration
      ? h(
          'span',
          { class: 'calibration' },
          h('progress', { max: Math.max(1, calibration.total), value: calibration.done, 'aria-label': `Calibration of ${name}` }),
          h('span', {}, `${whole(calibration.done)} of ${whole(calibration.total)}`),
        )
      : null,
    agent ? h('span', { class: 'agent' }, agentBadge(agent), seen(agent)) : null,
    state === 'FAILED' && why ? h('span', { class: 'why' }, why) : null,
  ];
}

/** @param {NonNullable<HardwareTargetInfo['agent']>} agent */
function agentBadge({ connected, lastSeen }) {
  const [state, words] = connected ? ['SUCCEEDED', 'agent alive'] : lastSeen ? ['FAILED', 'agent away'] : ['PAUSED', 'no agent yet'];
  return h('span', { class: 'state', 'data-state': state }, words);
}

/** @param {NonNullable<HardwareTargetInfo['agent']>} agent */
function seen({ connected, lastSeen }) {
  return !connected && lastSeen ? h('time', { datetime: lastSeen }, ` last seen ${ago(lastSeen)}`) : null;
}

/** @param {number | null | undefined} spearman absent where all are equal */
export const rank = spearman => (typeof spearman === 'number' ? spearman.toFixed(3) : '–');

/** @param {Quality} quality */
export function qualityLine({ samples, medianError, spearman, coverage }) {
  return [
    `median error ${measure(medianError, 'ratio')}`,
    `Spearman ${rank(spearman)}`,
    `coverage ${measure(coverage, 'ratio')}`,
    `${whole(samples)} samples`,
  ];
}

/** @param {HardwareTargetInfo} target @returns {[string, string][]} */
export const settingsOf = ({ settings }) =>
  Object.entries(settings)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => /** @type {[string, string]} */ ([title(name), text(value)]))
    .filter(([, value]) => value !== '');

/** @param {unknown} value of a setting @returns {string} */
function text(value) {
  if (Array.isArray(value)) {
    return value.map(text).join(', ');
  }
  return value !== null && typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** @param {HardwareTargetInfo} target @returns {[string, string][]} what the agent told of its machine */
export function hardwareOf({ agent }) {
  const hardware = agent?.hardware;
  return /** @type {[string, string][]} */ (
    [
      ['Processor', hardware?.cpu],
      ['Cores', hardware?.cores],
      ['Memory', typeof hardware?.memory === 'number' ? measure(hardware.memory, 'bytes') : null],
      ['System', hardware?.os],
      ['Runtime', hardware?.runtime],
    ]
      .filter(([, value]) => value !== null && value !== undefined)
      .map(([term, value]) => [term, String(value)])
  );
}

/** @param {HardwareTargetInfo} target @returns {Child[]} links to its document, and to its data where it is made of some */
export function exportLinks({ name, kind, state = 'READY', benchmark }) {
  const formats = benchmark ? [] : DATA[kind] && state === 'READY' ? ['json', 'csv'] : ['json'];
  return formats.flatMap(format => {
    const text = format.toUpperCase();
    return [h('a', { href: url(`${pathOf(name)}/export?format=${format}`), download: true, 'aria-label': `Export ${name} as ${text}` }, text), ' '];
  });
}

/** @param {HardwareTargetInfo} target @returns {string | null} why it cannot be deleted */
export function kept({ benchmark, readOnly }) {
  return benchmark ? `Part of the benchmark ${benchmark}` : readOnly ? 'Always there' : null;
}
