import { backups } from './en/backups';
import { clusters } from './en/clusters';
import { checks, connections } from './en/connections';
import { connectors } from './en/connectors';
import { actions, app, nav, session, states, stream, themes } from './en/frame';
import { glossary } from './en/glossary';
import { jobs } from './en/jobs';
import { messages } from './en/messages';
import { metrics } from './en/metrics';
import { log, monitor } from './en/monitor';
import { problem } from './en/problem';
import { rest } from './en/rest';
import { restore } from './en/restore';
import { start } from './en/start';
import { tableRules, tableSettings, tables, task, tasks } from './en/tasks';
import { world } from './en/world';
import type { Messages } from './messages.es';

export const en: Messages = {
  app,
  themes,
  nav,
  session,
  stream,
  problem,
  actions,
  states,
  tasks,
  task,
  tables,
  tableRules,
  tableSettings,
  monitor,
  messages,
  log,
  connections,
  clusters,
  connectors,
  backups,
  jobs,
  restore,
  glossary,
  metrics,
  rest,
  start,
  world,
  checks,
};
