import type { Messages } from '../messages.es';

export const app: Messages['app'] = {
  skip: 'Skip to the content',
  navigation: 'Navigation',
  language: 'Language',
  theme: 'Theme',
};

export const themes: Messages['themes'] = { auto: 'As the system', light: 'Light', dark: 'Dark' };

export const nav: Messages['nav'] = {
  tasks: 'Tasks',
  connections: 'Connections',
  clusters: 'Clusters',
  connectors: 'Connectors',
  backups: 'Backups',
  rest: 'REST proxy',
  metrics: 'Metrics',
  glossary: 'Glossary',
};

export const session: Messages['session'] = {
  title: 'Sign in to Caudal',
  name: 'User',
  password: 'Password',
  signIn: 'Sign in',
  signOut: 'Sign out',
  refused: (status: number): string =>
    status === 429
      ? 'Too many attempts. Wait ten seconds and try again.'
      : status === 401
        ? 'The user or the password is wrong.'
        : 'The server does not answer.',
  roles: { viewer: 'Viewer', operator: 'Operator', designer: 'Designer', admin: 'Admin' },
  needs: (role: string) => `This needs the role ${role}.`,
};

export const stream: Messages['stream'] = { live: 'Live', lost: 'No connection to the server; trying again' };

export const actions: Messages['actions'] = {
  run: 'Run',
  stop: 'Stop',
  resume: 'Resume',
  reload: 'Reload',
  delete: 'Delete',
  save: 'Save',
  discard: 'Discard',
  cancel: 'Cancel',
  open: 'Open',
  test: 'Test connection',
  validate: 'Check',
  add: 'Add',
  remove: 'Remove',
  copy: 'Copy',
  copied: 'Copied',
  typeName: (name: string) => `Type "${name}" to confirm`,
};

export const states: Messages['states'] = {
  draft: 'Draft',
  starting: 'Starting',
  loading: 'Loading',
  changes: 'Applying changes',
  completed: 'Load completed',
  recovering: 'Recovering',
  stalled: 'Stalled',
  silent: 'Silent',
  stopping: 'Stopping',
  stopped: 'Stopped',
  error: 'Error',
};
