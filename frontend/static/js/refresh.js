// When to fetch again.

/**
 * Runs a refresh at once, then at most once in an interval however often it is asked for, never twice at a time. A slow
 * refresh stretches the interval, so that a page never keeps the service busy.
 *
 * @param {() => Promise<void>} refresh
 * @param {number} interval in milliseconds
 * @returns {() => void} asks for a refresh
 */
export function throttled(refresh, interval) {
  let wanted = false;
  let busy = false;
  const run = async () => {
    busy = true;
    wanted = false;
    const begun = performance.now();
    await refresh();
    const took = performance.now() - begun;
    setTimeout(() => {
      busy = false;
      if (wanted) {
        run();
      }
    }, Math.max(interval, 4 * took));
  };
  return () => {
    wanted = true;
    if (!busy) {
      run();
    }
  };
}

/**
 * Asks when it is first wanted, and again only where that failed.
 *
 * @template T
 * @param {() => Promise<T>} ask
 * @returns {() => Promise<T>}
 */
export function once(ask) {
  /** @type {Promise<T> | undefined} */
  let asked;
  return () => {
    asked ??= ask().catch(failure => {
      asked = undefined;
      throw failure;
    });
    return asked;
  };
}

/**
 * Calls again and again while the page is visible.
 *
 * @param {() => void} task
 * @param {number} interval in milliseconds
 * @returns {() => void} ends it
 */
export function whileVisible(task, interval) {
  const timer = setInterval(() => document.hidden || task(), interval);
  const shown = () => document.hidden || task();
  document.addEventListener('visibilitychange', shown);
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', shown);
  };
}

let pressed = false;
addEventListener('pointerdown', () => (pressed = true), true);
addEventListener('pointerup', () => (pressed = false), true);
addEventListener('pointercancel', () => (pressed = false), true);

/** Waits until no button is pressed: what is replaced between press and release is never clicked. */
export async function released() {
  if (pressed) {
    await new Promise(resolve => {
      // The click itself follows the release.
      const later = () => setTimeout(resolve);
      addEventListener('pointerup', later, { once: true });
      addEventListener('pointercancel', later, { once: true });
    });
  }
}

/**
 * Replaces what holds links and buttons, and gives the focus to the one that now stands where the focused one stood.
 *
 * @param {Element} within
 * @param {() => void} change
 */
export function keepingFocus(within, change) {
  const nameOf = (/** @type {Element} */ element) =>
    element.getAttribute('data-key') ?? element.getAttribute('href') ?? element.getAttribute('aria-label') ?? element.textContent;
  const focused = document.activeElement && within.contains(document.activeElement) ? nameOf(document.activeElement) : null;
  change();
  if (focused) {
    [...within.querySelectorAll('a, button')]
      .filter(element => element instanceof HTMLElement)
      .find(element => nameOf(element) === focused)
      ?.focus();
  }
}
