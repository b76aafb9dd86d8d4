// A classic script in the head: the chosen theme must stand before anything is painted.
'use strict';
(() => {
  try {
    const theme = localStorage.getItem('theme');
    if (theme === 'light' || theme === 'dark') {
      document.documentElement.dataset.theme = theme;
    }
  } catch (blocked) {
    // Without storage the system's preference decides, as if nothing had been chosen.
    document.documentElement.dataset.storage = 'blocked';
  }
})();
