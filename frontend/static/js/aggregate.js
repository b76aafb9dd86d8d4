// What stands for several hardware targets at once: the worst of their values, or a weighted sum, as the service writes it
// in the place of a target.

/** @typedef {{ kind: string, weights: [target: string, weight: number][] }} Aggregate */

/**
 * @param {string} target "max(a,b)", "sum(1*a,0.5*b)"
 * @returns {Aggregate | null} null for a target itself, whose name has no parentheses
 */
export function aggregateOf(target) {
  const [, kind, parts] = /^(\w+)\((.*)\)$/.exec(target) ?? [];
  return kind
    ? {
        kind,
        weights: parts.split(',').map(part => {
          const [name, weight = '1'] = part.split('*').reverse();
          return [name, Number(weight)];
        }),
      }
    : null;
}

/** @param {string[]} names @param {boolean} maximized @returns {string} */
export const worstOf = (names, maximized) => `${maximized ? 'min' : 'max'}(${names.join(',')})`;

/** @param {[target: string, weight: string][]} weights @returns {string} */
export const sumOf = weights => `sum(${weights.map(([name, weight]) => `${weight}*${name}`).join(',')})`;

/**
 * A target where it stands alone: "pi", "worst of pi and phone", "sum of pi and 0.5 × phone".
 *
 * @param {string} target
 */
export function targetName(target) {
  const aggregate = aggregateOf(target);
  return aggregate ? `${aggregate.kind === 'sum' ? 'sum' : 'worst'} of ${parts(aggregate)}` : target;
}

/**
 * A target behind what is measured there: " on pi", " at the worst of pi and phone", " summed over pi and 0.5 × phone".
 *
 * @param {string | null | undefined} target
 */
export function onTarget(target) {
  const aggregate = aggregateOf(target ?? '');
  if (aggregate) {
    return aggregate.kind === 'sum' ? ` summed over ${parts(aggregate)}` : ` at the worst of ${parts(aggregate)}`;
  }
  return target ? ` on ${target}` : '';
}

/** @param {Aggregate} aggregate */
function parts({ weights }) {
  const words = weights.map(([name, weight]) => (weight === 1 ? name : `${weight} × ${name}`));
  return [words.slice(0, -1).join(', '), ...words.slice(-1)].filter(Boolean).join(' and ');
}
