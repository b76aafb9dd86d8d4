// What strategies are called.

/**
 * Their types, and where several are of one type, the settings that tell these apart.
 *
 * @param {ComparedStrategy[]} strategies
 * @returns {string[]} in their order
 */
export function namesOf(strategies) {
  return strategies.map(({ strategy: { type, settings } }) => {
    const same = strategies.filter(other => other.strategy.type === type);
    const telling = Object.entries(settings ?? {}).filter(([key, value]) =>
      same.some(other => JSON.stringify(other.strategy.settings?.[key]) !== JSON.stringify(value)),
    );
    return [type, ...telling.map(([key, value]) => `${key} ${value}`)].join(', ');
  });
}
