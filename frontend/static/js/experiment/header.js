// State, progress and the reason of the end.

import { h, one, put } from '../dom.js';
import { counted, date, metricOn, seconds, shape, span, whole } from '../format.js';
import { isFinished, showEnd, showState } from '../state.js';

/** @param {Experiment} experiment */
export function showHeader(experiment) {
  one('#name').textContent = experiment.name;
  showState(one('#state'), experiment.state);
  showEnd(one('#end'), experiment);
  showAbout(experiment);
  showProgress(experiment);
  one('pre', one('#spec')).textContent = JSON.stringify(experiment.spec, null, 2);
}

/** @param {Experiment} experiment */
function showAbout({ spec, createdAt, labels, notes }) {
  const goals = spec.objectives.map(metricOn).join(', ');
  put(
    one('#about'),
    `${goals} · `,
    subject(spec),
    ` · ${spec.searchSpace?.type} space · ${spec.strategy.type} · seed ${spec.seed} · created ${date(createdAt)}`,
    ...(labels ?? []).map(label => h('span', { class: 'label' }, label)),
    notes ? h('span', { class: 'notes' }, notes) : null,
  );
}

/** @param {ExperimentSpec} spec @returns {string | HTMLElement} */
function subject({ dataset, benchmark, task }) {
  if (benchmark) {
    return h('a', { href: '../benchmarks' }, benchmark);
  }
  return dataset
    ? h('a', { href: `../datasets/${encodeURIComponent(dataset)}` }, dataset)
    : `${shape(task?.input ?? [])} in ${counted(task?.classes ?? 0, 'class', 'classes')}`;
}

/** @param {Experiment} experiment */
function showProgress({ state, progress, trials }) {
  const bar = /** @type {HTMLProgressElement} */ (one('#progress'));
  bar.max = Math.max(1, progress.maxTrials);
  bar.value = progress.trialsDone;
  const parts = [
    h('strong', {}, `${whole(progress.trialsDone)} of ${counted(progress.maxTrials, 'trial')}`),
    trials.running > 0 && `${whole(trials.running)} running`,
    trials.queued > 0 && `${whole(trials.queued)} waiting`,
    trials.earlyStopped > 0 && `${whole(trials.earlyStopped)} early stopped`,
    trials.infeasible > 0 && `${whole(trials.infeasible)} infeasible`,
    trials.failed > 0 && h('span', { class: 'bad' }, `${whole(trials.failed)} failed`),
    trials.cancelled > 0 && `${whole(trials.cancelled)} cancelled`,
    progress.elapsed && (isFinished(state) ? `took ${span(seconds(progress.elapsed))}` : `${span(seconds(progress.elapsed))} so far`),
    state === 'RUNNING' && progress.timeLeft && `about ${span(seconds(progress.timeLeft))} left`,
  ].filter(part => part);
  put(one('#progress-text'), ...parts.flatMap((part, index) => (index ? [' · ', part] : [part])));
}
