// Places boxes in layers from top to bottom (Sugiyama, Tagawa and Toda 1981): ranks by longest path, long edges led
// through every rank by a waypoint, order by barycentres, then places as near to their neighbours as the order allows.

/** @typedef {{ id: string, inputs: string[], width: number, height: number }} Box */
/** @typedef {{ id: string, x: number, width: number, box: Box | null, above: Spot[], below: Spot[] }} Spot */
/** @typedef {{ x: number, y: number }} Point */
/**
 * @typedef {object} Layout
 * @property {number} width
 * @property {number} height
 * @property {Map<string, Point>} places centres of the boxes
 * @property {{ from: string, to: string, points: Point[] }[]} edges from the foot of a box to the head of another
 */

const GAP = 18;
const RANK_GAP = 34;
const MARGIN = 12;
const SWEEPS = 8;

/**
 * @param {Box[]} boxes each after its inputs; the first has none
 * @returns {Layout}
 */
export function layout(boxes) {
  const ranks = ranked(boxes);
  order(ranks);
  place(ranks);
  return measured(ranks);
}

/**
 * @param {Box[]} boxes
 * @returns {Spot[][]} by rank, joined to their neighbours in the ranks above and below
 */
function ranked(boxes) {
  /** @type {Spot[][]} */
  const ranks = [];
  /** The spots by which a box is reached from further below: itself, then its waypoints. @type {Map<string, Spot[]>} */
  const trails = new Map();
  /** @type {Map<string, number>} */
  const rankOf = new Map();
  const add = (/** @type {number} */ rank, /** @type {Box | null} */ box, /** @type {string} */ id) => {
    const spot = { id, x: 0, width: box?.width ?? 4, box, above: [], below: [] };
    (ranks[rank] ??= []).push(spot);
    return /** @type {Spot} */ (spot);
  };
  for (const box of boxes) {
    const rank = 1 + Math.max(-1, ...box.inputs.map(input => /** @type {number} */ (rankOf.get(input))));
    rankOf.set(box.id, rank);
    const spot = add(rank, box, box.id);
    trails.set(box.id, [spot]);
    for (const input of box.inputs) {
      const trail = /** @type {Spot[]} */ (trails.get(input));
      const from = /** @type {number} */ (rankOf.get(input));
      while (from + trail.length < rank) {
        const waypoint = add(from + trail.length, null, input);
        join(trail[trail.length - 1], waypoint);
        trail.push(waypoint);
      }
      join(trail[rank - from - 1], spot);
    }
  }
  return ranks;
}

/**
 * @param {Spot} above
 * @param {Spot} below
 */
function join(above, below) {
  above.below.push(below);
  below.above.push(above);
}

/** @param {Spot[][]} ranks */
function order(ranks) {
  const number = () => ranks.forEach(rank => rank.forEach((spot, at) => (spot.x = at)));
  number();
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const down = sweep % 2 === 0;
    for (const rank of down ? ranks : [...ranks].reverse()) {
      const wanted = new Map(rank.map(spot => [spot, mean(down ? spot.above : spot.below) ?? spot.x]));
      rank.sort((a, b) => /** @type {number} */ (wanted.get(a)) - /** @type {number} */ (wanted.get(b)));
      rank.forEach((spot, at) => (spot.x = at));
    }
  }
}

/** @param {Spot[][]} ranks */
function place(ranks) {
  ranks.forEach(rank => spread(rank, rank.map(() => 0)));
  for (let sweep = 0; sweep < 2 * SWEEPS; sweep++) {
    const down = sweep % 2 === 0;
    for (const rank of down ? ranks : [...ranks].reverse()) {
      spread(rank, rank.map(spot => mean(down ? spot.above : spot.below) ?? spot.x));
    }
  }
}

/**
 * Puts the spots of a rank as near to the wanted places as their order and widths allow: the middle between pushing all
 * to the right and pushing all to the left.
 *
 * @param {Spot[]} rank
 * @param {number[]} wanted
 */
function spread(rank, wanted) {
  const apart = (/** @type {number} */ at) => (rank[at - 1].width + rank[at].width) / 2 + GAP;
  const right = [...wanted];
  const left = [...wanted];
  for (let at = 1; at < rank.length; at++) {
    right[at] = Math.max(right[at], right[at - 1] + apart(at));
  }
  for (let at = rank.length - 1; at > 0; at--) {
    left[at - 1] = Math.min(left[at - 1], left[at] - apart(at));
  }
  rank.forEach((spot, at) => (spot.x = (left[at] + right[at]) / 2));
}

/** @param {Spot[]} spots */
function mean(spots) {
  return spots.length ? spots.reduce((sum, spot) => sum + spot.x, 0) / spots.length : null;
}

/**
 * @param {Spot[][]} ranks
 * @returns {Layout}
 */
function measured(ranks) {
  const all = ranks.flat();
  const left = Math.min(...all.map(spot => spot.x - spot.width / 2)) - MARGIN;
  const right = Math.max(...all.map(spot => spot.x + spot.width / 2)) + MARGIN;
  /** @type {Map<Spot, { x: number, y: number, half: number }>} half of what it takes of its rank's height */
  const centres = new Map();
  let top = MARGIN;
  for (const rank of ranks) {
    const height = Math.max(0, ...rank.map(spot => spot.box?.height ?? 0));
    rank.forEach(spot => centres.set(spot, { x: spot.x - left, y: top + height / 2, half: (spot.box?.height ?? height) / 2 }));
    top += height + RANK_GAP;
  }
  const at = (/** @type {Spot} */ spot) => /** @type {{ x: number, y: number, half: number }} */ (centres.get(spot));
  const places = new Map(all.filter(spot => spot.box).map(spot => [spot.id, at(spot)]));
  const edges = all
    .filter(spot => spot.box)
    .flatMap(spot => spot.above.map(above => ({ from: above.id, to: spot.id, spots: [...trailOf(above), spot] })))
    .map(({ from, to, spots }) => ({
      from,
      to,
      points: spots
        .flatMap(spot => {
          const { x, y, half } = at(spot);
          return [{ x, y: y - half }, { x, y: y + half }];
        })
        .slice(1, -1),
    }));
  return { width: right - left, height: top - RANK_GAP + MARGIN, places, edges };
}

/** @param {Spot} spot @returns {Spot[]} from the box down to this spot */
function trailOf(spot) {
  return spot.box ? [spot] : [...trailOf(spot.above[0]), spot];
}
