// A hardware target in words: what it is at, how good its predictions are, what it is made of.

import { root, url } from '../api.js';
import { h } from '../dom.js';
import { ago, measure, whole } from '../format.js';
import { title } from '../form/form-schema.js';
import { stateBadge } from '../state.js';

/** @typedef {import('../dom.js').Child} Child */

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

/**
 * What was set, in words, and what was chosen from several.
 *
 * @param {HardwareTargetInfo} target
 * @param {PluginInfo[]} kinds
 * @returns {[string, string][]}
 */
export function settingsOf({ kind, settings }, kinds) {
  const properties = kinds.find(({ id }) => id === kind)?.settings.properties ?? {};
  return Object.entries(settings)
    .filter(([name, value]) => isTold(value, properties[name]))
    .map(([name, value]) => [title(name), text(value) + (properties[name]?.['x-unit'] ? `\u00a0${properties[name]['x-unit']}` : '')]);
}

/**
 * A default is told only where it is one of several choices, and not to have none of them.
 *
 * @param {unknown} value
 * @param {SettingSchema | undefined} setting
 */
function isTold(value, setting) {
  return setting?.enum ? value !== 'none' : text(value) !== '' && JSON.stringify(value) !== JSON.stringify(setting?.default);
}

/** @param {unknown} value of a setting @returns {string} */
function text(value) {
  if (Array.isArray(value)) {
    return value.map(text).join(', ');
  }
  return value !== null && typeof value === 'object'
    ? Object.entries(value).map(([name, part]) => `${title(name).toLowerCase()} ${text(part)}`).join(', ')
    : String(value ?? '');
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
export function exportLinks({ name, hasData, benchmark }) {
  const formats = benchmark ? [] : hasData ? ['json', 'csv'] : ['json'];
  return formats.flatMap(format => {
    const text = format.toUpperCase();
    return [h('a', { href: url(`${pathOf(name)}/export?format=${format}`), download: true, 'aria-label': `Export ${name} as ${text}` }, text), ' '];
  });
}

/** @param {HardwareTargetInfo} target @returns {string | null} why it cannot be deleted */
export function kept({ benchmark, readOnly }) {
  return benchmark ? `Part of the benchmark ${benchmark}` : readOnly ? 'Always there' : null;
}
