// A menu that drops down: a details element of class "menu".

/**
 * Lets it close as menus do: by Escape, and when something else is pressed or focused.
 *
 * @param {HTMLDetailsElement} menu
 */
export function closingAsMenusDo(menu) {
  menu.addEventListener('keydown', event => {
    if (event.key === 'Escape' && menu.open) {
      menu.open = false;
      menu.querySelector('summary')?.focus();
    }
  });
  for (const kind of ['pointerdown', 'focusin']) {
    document.addEventListener(kind, event => {
      if (event.target instanceof Node && !menu.contains(event.target)) {
        menu.open = false;
      }
    });
  }
}
