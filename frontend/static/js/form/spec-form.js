// The form of an experiment: from a spec, and back to one.

import { h, one, options, put } from '../dom.js';
import { counted, seconds, shape, stateName } from '../format.js';
import { CONSTRAINTS, OBJECTIVES, metricRows } from './metric-rows.js';
import { pluginChoice } from './plugin-choice.js';

/**
 * @param {HTMLFormElement} form
 * @param {Catalogue} catalogue
 * @param {DatasetInfo[]} datasets
 * @param {BenchmarkInfo[]} benchmarks
 * @param {HardwareTargetInfo[]} targets
 * @param {() => void} changed
 */
export function specForm(form, catalogue, datasets, benchmarks, targets, changed) {
  const input = (/** @type {string} */ id) => /** @type {HTMLInputElement} */ (one(`#${id}`, form));
  const dataset = /** @type {HTMLSelectElement} */ (one('#dataset', form));
  const plugin = (/** @type {string} */ path, /** @type {PluginInfo[]} */ plugins, /** @type {string} */ preferred) =>
    pluginChoice(one(`[data-field="${path}"]`, form), path, plugins, preferred);

  /** @type {HTMLInputElement[]} */
  let boxes = [];
  const showTargets = (/** @type {string[]} */ chosen) => {
    boxes = offered().map(name =>
      h('input', { type: 'checkbox', value: name, checked: chosen.includes(name), onchange: () => adaptRows() }));
    put(one('#targets', form), ...boxes.map(box => h('label', { class: 'check' }, box, ` ${box.value}`, stateBeside(box.value))));
  };
  /** Nothing is trained on a benchmark, so that only its own devices and those that are modelled can serve it. */
  const offered = () => {
    const own = targets.filter(target => !target.benchmark);
    const table = benchmark();
    return table
      ? [...new Set([...table.targets, ...own.filter(({ kind }) => modelled(kind))].map(({ name }) => name))]
      : own.map(({ name }) => name);
  };
  const modelled = (/** @type {string} */ kind) => catalogue.hardwareTargets.some(({ id, modelled: answers }) => id === kind && answers);
  /** One that is not ready can be chosen, for the service to say why it cannot serve. */
  const stateBeside = (/** @type {string} */ name) => {
    const state = targets.find(target => target.name === name)?.state ?? 'READY';
    return state === 'READY' ? null : h('span', { class: 'state', 'data-state': state }, stateName(state));
  };
  const chosenTargets = () => boxes.filter(box => box.checked).map(box => box.value);

  options(
    dataset,
    [
      ...datasets.map(({ name }) => ({ value: name, text: name })),
      ...benchmarks.map(({ name }) => ({ value: ON_BENCHMARK + name, text: `${name} (benchmark)` })),
    ],
    'digits',
  );
  const benchmark = () => benchmarks.find(({ name }) => ON_BENCHMARK + name === dataset.value);
  const space = plugin('searchSpace', catalogue.searchSpaces, 'nas-bench-201');
  const strategy = plugin('strategy', catalogue.strategies, 'gaussian-process');
  const estimator = plugin('estimator', catalogue.estimators, 'training');
  const searchable = catalogue.metrics.filter(metric => metric.searchable);
  const objectives = metricRows(one('#objectives', form), OBJECTIVES, searchable, chosenTargets, touched);
  const constraints = metricRows(one('#constraints', form), CONSTRAINTS, searchable, chosenTargets, touched);

  function touched() {
    one('#no-constraints', form).hidden = constraints.count > 0;
    input('name').placeholder = suggestedName();
    changed();
  }

  const suggestedName = () => [benchmark()?.name ?? dataset.value, chosenTargets().join(' and ')].filter(Boolean).join(' on ');

  const labels = () => input('labels').value.split(',').map(label => label.trim()).filter(Boolean);

  const adaptRows = () => [objectives, constraints].forEach(rows => rows.adapt());

  /** A benchmark brings its search space and devices along, and what it does not know cannot be optimised. */
  function startOver() {
    const table = benchmark();
    const [device] = table ? table.targets : [{ name: 'host' }];
    showTargets(device ? [device.name] : []);
    constraints.set([]);
    objectives.set([
      { metric: 'accuracy' },
      ...(device ? [{ metric: 'latency', target: device.name }] : table?.columns.includes('parameters') ? [{ metric: 'parameters' }] : []),
    ]);
    fitSpace();
  }

  function fitSpace() {
    const table = benchmark();
    dataset.dataset.field = table ? 'benchmark' : 'dataset';
    one('[data-field="searchSpace"]', form).hidden = table !== undefined;
    estimator.restrict(({ id }) => (id === 'tabular') === (table !== undefined));
    if (table) {
      put(one('#dataset-about', form), `benchmark of ${counted(table.architectures, 'architecture')} of ${table.searchSpace.type}: nothing is trained`);
      return;
    }
    const data = datasets.find(({ name }) => name === dataset.value);
    put(
      one('#dataset-about', form),
      data ? `${data.type}, ${counted(data.samples, 'sample')} of ${shape(data.shape)}, ${counted(data.classes.length, 'class', 'classes')}` : '',
    );
    space.restrict(({ tasks }) => !tasks || !data || tasks.includes(data.type));
  }

  dataset.addEventListener('change', startOver);
  form.addEventListener('input', touched);
  form.addEventListener('change', touched);
  one('#add-objective', form).addEventListener('click', () => objectives.add({}));
  one('#add-constraint', form).addEventListener('click', () => constraints.add({ metric: 'parameters' }));
  startOver();
  touched();

  return {
    /** @returns {ExperimentSpec} */
    read() {
      const minutes = input('maxMinutes').value.trim();
      return {
        name: input('name').value.trim() || suggestedName(),
        ...(input('notes').value.trim() ? { notes: input('notes').value.trim() } : {}),
        ...(labels().length ? { labels: labels() } : {}),
        ...(benchmark() ? { benchmark: benchmark()?.name } : { dataset: dataset.value, searchSpace: space.read() }),
        strategy: strategy.read(),
        estimator: estimator.read(),
        hardwareTargets: chosenTargets(),
        objectives: objectives.read(),
        ...(constraints.count ? { constraints: constraints.read() } : {}),
        budget: {
          ...given('maxTrials', input('maxTrials')),
          ...(minutes === '' ? {} : { maxDuration: `PT${Math.round(Number(minutes) * 60)}S` }),
          ...given('maxFailedTrials', input('maxFailed')),
        },
        ...given('parallelism', input('parallelism')),
        ...(input('memory').checked ? {} : { memory: 'off' }),
        ...given('seed', input('seed')),
      };
    },
    /** @param {ExperimentSpec} spec */
    write(spec) {
      input('name').value = spec.name ?? '';
      input('notes').value = spec.notes ?? '';
      input('labels').value = (spec.labels ?? []).join(', ');
      dataset.value = spec.benchmark ? ON_BENCHMARK + spec.benchmark : (spec.dataset ?? '');
      fitSpace();
      showTargets(spec.hardwareTargets);
      objectives.set(spec.objectives);
      constraints.set(spec.constraints ?? []);
      if (!spec.benchmark && spec.searchSpace) {
        space.write(spec.searchSpace);
      }
      strategy.write(spec.strategy);
      estimator.write(spec.estimator);
      input('maxTrials').value = text(spec.budget.maxTrials);
      input('maxFailed').value = text(spec.budget.maxFailedTrials);
      input('maxMinutes').value = spec.budget.maxDuration ? text(seconds(spec.budget.maxDuration) / 60) : '';
      input('parallelism').value = text(spec.parallelism);
      input('memory').checked = spec.memory !== 'off';
      input('seed').value = text(spec.seed);
      touched();
    },
    /** @param {string} name */
    chooseDataset(name) {
      if (datasets.some(known => known.name === name)) {
        dataset.value = name;
        startOver();
        touched();
      }
    },
    /** @param {string} name */
    chooseBenchmark(name) {
      if (benchmarks.some(known => known.name === name)) {
        dataset.value = ON_BENCHMARK + name;
        startOver();
        touched();
      }
    },
  };
}

/** Before the name of a benchmark among the values of the choice; no data set's name has a colon. */
const ON_BENCHMARK = 'benchmark:';

/** Left out where nothing was typed: the service's default holds. */
const given = (/** @type {string} */ property, /** @type {HTMLInputElement} */ input) =>
  input.value.trim() === '' ? {} : { [property]: Number(input.value) };

const text = (/** @type {number | null | undefined} */ value) => (value === null || value === undefined ? '' : String(value));
