import { backups } from './es/backups';
import { clusters } from './es/clusters';
import { checks, connections } from './es/connections';
import { connectors } from './es/connectors';
import { actions, app, nav, session, states, stream, themes } from './es/frame';
import { glossary } from './es/glossary';
import { jobs } from './es/jobs';
import { messages } from './es/messages';
import { metrics } from './es/metrics';
import { log, monitor } from './es/monitor';
import { problem } from './es/problem';
import { rest } from './es/rest';
import { restore } from './es/restore';
import { start } from './es/start';
import { tableRules, tableSettings, tables, task, tasks } from './es/tasks';
import { world } from './es/world';

/** All texts of the console, by screen. Spanish is the source; another language that lacks one does not compile. */
export const es = {
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

export type Messages = typeof es;
