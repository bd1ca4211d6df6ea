import type { Messages } from '../messages.es';

export const problem: Messages['problem'] = {
  unreachable: 'The server does not answer.',
  unreachableRemedy: "See with 'caudal status' whether the platform runs.",
  crashed: 'This part of the page has failed.',
  retry: 'Try again',
  /** The server's own words are English. */
  codes: {},
  serverSays: 'The server says:',
  notFound: 'There is nothing here.',
  home: 'Go to the tasks',
};
