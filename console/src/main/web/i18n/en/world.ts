import type { Messages } from '../messages.es';

export const world: Messages['world'] = {
  or: 'or',
  start: 'Try with the world database',
  text: 'Caudal starts a MariaDB of its own with countries, cities and languages, and prepares connections and task.',
  steps: {
    fetch: 'Fetching MariaDB (150 MB, the first time only)…',
    start: 'Starting MariaDB and loading its rows…',
    define: 'Preparing connections and task…',
  },
};
