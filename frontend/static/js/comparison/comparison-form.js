// The form of a comparison: what is searched, by which strategies, how often.

import { h, one, put } from '../dom.js';
import { OBJECTIVES, metricRows } from '../form/metric-rows.js';
import { counted, metricOn, whole } from '../format.js';

const BASELINE = 'random';
const BENCHMARK = 'benchmark ';
const EXPERIMENT = 'experiment ';

/**
 * @param {HTMLFormElement} form
 * @param {Catalogue} catalogue
 * @param {BenchmarkInfo[]} benchmarks
 * @param {Experiment[]} experiments whose searches may be taken
 */
export function comparisonForm(form, catalogue, benchmarks, experiments) {
  const input = (/** @type {string} */ id) => /** @type {HTMLInputElement} */ (one(`#${id}`, form));
  const search = /** @type {HTMLSelectElement} */ (one('#search', form));
  const benchmark = () => benchmarks.find(({ name }) => BENCHMARK + name === search.value);
  const experiment = () => experiments.find(({ id }) => EXPERIMENT + id === search.value);
  const objectives = metricRows(
    one('#objectives', form),
    { ...OBJECTIVES, path: 'spec.objectives' },
    catalogue.metrics.filter(metric => metric.searchable),
    () => (benchmark()?.targets ?? []).map(({ name }) => name),
    () => {},
  );
  const boxes = catalogue.strategies.map(({ id }) =>
    h('input', { type: 'checkbox', value: id, id: `strategy-${id}`, checked: id === BASELINE }));
  const chosen = () => boxes.filter(box => box.checked);

  put(one('#strategies', form), ...boxes.map(box => h('label', { class: 'check' }, box, ` ${box.value}`)));
  put(
    search,
    h('optgroup', { label: 'On a benchmark' }, ...benchmarks.map(({ name }) => h('option', { value: BENCHMARK + name }, name))),
    experiments.length > 0 &&
      h('optgroup', { label: 'As an experiment' }, ...experiments.map(({ id, name }) => h('option', { value: EXPERIMENT + id }, name))),
  );

  function fit() {
    const table = benchmark();
    const template = experiment();
    search.dataset.field = table ? 'spec.benchmark' : 'spec';
    one('#metrics', form).hidden = table === undefined;
    objectives.set(table ? [{ metric: 'accuracy' }] : []);
    input('name').placeholder = suggestedName();
    if (table) {
      put(one('#search-hint', form), `${counted(table.architectures, 'architecture')}: nothing is trained`);
    } else if (template) {
      const { spec } = template;
      input('trials').value = String(spec.budget.maxTrials ?? '');
      put(one('#search-hint', form), `${spec.benchmark ?? spec.dataset}, ${spec.objectives.map(metricOn).join(' and ')}`);
    }
  }

  function count() {
    const strategies = chosen();
    boxes.forEach(box => delete box.dataset.field);
    strategies.forEach((box, place) => (box.dataset.field = `strategies[${place}]`));
    const runs = strategies.length * Number(input('seeds').value);
    one('#runs', form).textContent = runs > 0 ? `${counted(runs, 'run')}, ${whole(runs * Number(input('trials').value))} trials` : '';
  }

  const suggestedName = () => `Strategies on ${benchmark()?.name ?? experiment()?.name ?? ''}`;

  function spec() {
    /** @type {Partial<ExperimentSpec>} */
    const searched = experiment()?.spec ?? { benchmark: benchmark()?.name, objectives: objectives.read() };
    const { strategy, seed, ...kept } = searched;
    const trials = input('trials').value;
    return {
      ...kept,
      name: input('name').value.trim() || suggestedName(),
      budget: { ...kept.budget, maxTrials: trials === '' ? null : Number(trials) },
    };
  }

  search.addEventListener('change', fit);
  one('#add-objective', form).addEventListener('click', () => objectives.add({}));
  form.addEventListener('input', count);
  fit();
  count();

  return {
    read() {
      count();
      const seeds = input('seeds').value;
      return {
        spec: spec(),
        strategies: chosen().map(box => ({ type: box.value })),
        ...(seeds === '' ? {} : { seedCount: Number(seeds) }),
      };
    },
  };
}
