// The page of one hardware target.

import { get, root, send } from '../api.js';
import { residualChart } from '../charts/chart-residuals.js';
import { confirmed } from '../dialog.js';
import { facts, h, one, put, showFailure, upToDate } from '../dom.js';
import { ago, date, measure, whole } from '../format.js';
import { once, whileVisible } from '../refresh.js';
import { testForm } from '../target/test-form.js';
import { exportLinks, hardwareOf, kept, pathOf, rank, settingsOf, stateOf } from '../target/target-words.js';

const POLL = 4000;

const name = /** @type {string} */ (one('main').dataset.target);
const remove = /** @type {HTMLButtonElement} */ (one('#delete'));
const drawResiduals = residualChart(/** @type {HTMLCanvasElement} */ (one('#quality canvas')));
const catalogue = once(() => /** @type {Promise<Catalogue>} */ (get('/catalogue')));
let drawn = false;

async function refresh() {
  const [target, { hardwareTargets }] = await Promise.all([/** @type {Promise<HardwareTargetInfo>} */ (get(pathOf(name))), catalogue()]);
  show(target, hardwareTargets);
  if (target.quality && !drawn) {
    drawn = true;
    await showQuality();
  }
}

/**
 * @param {HardwareTargetInfo} target
 * @param {PluginInfo[]} kinds
 */
function show(target, kinds) {
  put(one('#state'), ...stateOf(target));
  one('#test').hidden = (target.state ?? 'READY') !== 'READY' || Boolean(target.benchmark);
  put(one('#exports'), 'Export ', ...exportLinks(target));
  const reason = kept(target);
  remove.hidden = reason !== null;
  facts(one('#facts'), [
    ['Kind', target.benchmark ? `column of the benchmark ${target.benchmark}` : target.kind],
    ['Description', target.description || 'none'],
    ['Created', h('time', { datetime: target.createdAt, title: date(target.createdAt) }, ago(target.createdAt))],
    ['Kept', reason],
    ...settingsOf(target, kinds),
  ]);
  one('#agent').hidden = !target.agent;
  facts(one('#hardware'), [
    ...hardwareOf(target),
    ['Last seen', target.agent?.lastSeen ? h('time', { datetime: target.agent.lastSeen }, date(target.agent.lastSeen)) : 'never'],
  ]);
}

async function showQuality() {
  /** @type {Quality & { points: Residual[] }} */
  const { samples, medianError, within10Percent, spearman, coverage, points } = await get(`${pathOf(name)}/quality`);
  one('#quality').hidden = false;
  facts(one('#quality-facts'), [
    ['Samples', whole(samples)],
    ['Median error', measure(medianError, 'ratio')],
    ['Within 10 %', `${measure(within10Percent, 'ratio')} of the samples`],
    ['Spearman', rank(spearman)],
    ['Coverage', `${measure(coverage, 'ratio')} of the 95 % intervals hold what was measured`],
  ]);
  drawResiduals(points);
}

async function deleteTarget() {
  if (await confirmed('Delete this hardware target?', `New experiments cannot use ${name} any more; measurements stay.`, 'Delete it')) {
    await send('DELETE', pathOf(name));
    location.assign(`${root}hardware-targets`);
  }
}

async function start() {
  await refresh();
  const { searchSpaces } = await catalogue();
  testForm(/** @type {HTMLFormElement} */ (one('#test-form')), name, searchSpaces);
}

remove.addEventListener('click', () => deleteTarget().catch(showFailure));
start().catch(showFailure);
whileVisible(() => upToDate(refresh()), POLL);
