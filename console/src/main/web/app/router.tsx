import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import type { Language } from '../i18n/language';
import { NotFound } from './NotFound';
import { Shell } from './Shell';

export type TaskTab = 'design' | 'tables' | 'monitor' | 'messages' | 'log';

export interface TaskSearch {
  readonly tab: TaskTab;
  /** Whose settings are shown. */
  readonly table?: string;
  /** Which messages are shown. */
  readonly topic?: string;
  readonly partition?: number;
  readonly before?: number;
}

export type ClusterTab = 'overview' | 'topics' | 'groups' | 'json';

export interface ClusterSearch {
  readonly tab: ClusterTab;
  /** Which topic is shown beside the list. */
  readonly topic?: string;
}

export type BackupsTab = 'buckets' | 'tasks' | 'drill' | 'jobs';

export interface BackupsSearch {
  readonly tab: BackupsTab;
  /** What is looked at. */
  readonly bucket?: string;
  readonly cluster?: string;
  readonly topic?: string;
}

const BACKUPS_TABS: readonly BackupsTab[] = ['buckets', 'tasks', 'drill', 'jobs'];

const CLUSTER_TABS: readonly ClusterTab[] = ['overview', 'topics', 'groups', 'json'];

const TABS: readonly TaskTab[] = ['design', 'tables', 'monitor', 'messages', 'log'];

const whole = (name: string, value: unknown) =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? { [name]: value } : {};

const text = (value: unknown) => (typeof value === 'string' ? value : '');

/** A name in an address, which may look like a number there. */
const named = (search: Record<string, unknown>, name: string) => {
  const value = search[name];
  return typeof value === 'string' || typeof value === 'number' ? { [name]: String(value) } : {};
};

/** Every state of a page is an address. */
export function createAppRouter(onLanguage: (language: Language) => void) {
  const root = createRootRoute({
    component: () => <Shell onLanguage={onLanguage} />,
    notFoundComponent: NotFound,
  });
  const home = createRoute({
    getParentRoute: () => root,
    path: '/',
    beforeLoad: () => {
      throw redirect({ to: '/tasks', search: { filter: '' } });
    },
  });
  const tasks = createRoute({
    getParentRoute: () => root,
    path: '/tasks',
    validateSearch: (search): { filter: string } => ({ filter: text(search['filter']) }),
    component: lazyRouteComponent(() => import('../screens/tasks/TasksPage'), 'TasksPage'),
  });
  const newTask = createRoute({
    getParentRoute: () => root,
    path: '/new-task',
    component: lazyRouteComponent(() => import('../screens/tasks/NewTaskPage'), 'NewTaskPage'),
  });
  const task = createRoute({
    getParentRoute: () => root,
    path: '/tasks/$name',
    validateSearch: (search): TaskSearch => ({
      tab: TABS.find((tab) => tab === search['tab']) ?? 'monitor',
      ...(typeof search['table'] === 'string' ? { table: search['table'] } : {}),
      ...(typeof search['topic'] === 'string' ? { topic: search['topic'] } : {}),
      ...whole('partition', search['partition']),
      ...whole('before', search['before']),
    }),
    component: lazyRouteComponent(() => import('../screens/task/TaskPage'), 'TaskPage'),
  });
  const connections = createRoute({
    getParentRoute: () => root,
    path: '/connections',
    component: lazyRouteComponent(() => import('../screens/connections/ConnectionsPage'), 'ConnectionsPage'),
  });
  const newConnection = createRoute({
    getParentRoute: () => root,
    path: '/new-connection',
    validateSearch: (search): { role: 'source' | 'target' } => ({
      role: search['role'] === 'target' ? 'target' : 'source',
    }),
    component: lazyRouteComponent(
      () => import('../screens/connections/NewConnectionPage'),
      'NewConnectionPage',
    ),
  });
  const connection = createRoute({
    getParentRoute: () => root,
    path: '/connections/$name',
    component: lazyRouteComponent(() => import('../screens/connections/ConnectionPage'), 'ConnectionPage'),
  });
  const clusters = createRoute({
    getParentRoute: () => root,
    path: '/clusters',
    component: lazyRouteComponent(() => import('../screens/clusters/ClustersPage'), 'ClustersPage'),
  });
  const newCluster = createRoute({
    getParentRoute: () => root,
    path: '/new-cluster',
    component: lazyRouteComponent(() => import('../screens/clusters/NewClusterPage'), 'NewClusterPage'),
  });
  const cluster = createRoute({
    getParentRoute: () => root,
    path: '/clusters/$name',
    validateSearch: (search): ClusterSearch => ({
      tab: CLUSTER_TABS.find((tab) => tab === search['tab']) ?? 'overview',
      ...(typeof search['topic'] === 'string' ? { topic: search['topic'] } : {}),
    }),
    component: lazyRouteComponent(() => import('../screens/clusters/ClusterPage'), 'ClusterPage'),
  });
  const connectors = createRoute({
    getParentRoute: () => root,
    path: '/connectors',
    component: lazyRouteComponent(() => import('../screens/connectors/ConnectorsPage'), 'ConnectorsPage'),
  });
  const backups = createRoute({
    getParentRoute: () => root,
    path: '/backups',
    validateSearch: (search): BackupsSearch => ({
      tab: BACKUPS_TABS.find((tab) => tab === search['tab']) ?? 'buckets',
      ...named(search, 'bucket'),
      ...named(search, 'cluster'),
      ...named(search, 'topic'),
    }),
    component: lazyRouteComponent(() => import('../screens/backups/BackupsPage'), 'BackupsPage'),
  });
  const newBackup = createRoute({
    getParentRoute: () => root,
    path: '/new-backup',
    component: lazyRouteComponent(() => import('../screens/backups/NewBackupPage'), 'NewBackupPage'),
  });
  const restore = createRoute({
    getParentRoute: () => root,
    path: '/restore',
    validateSearch: (search): { bucket: string; cluster: string } => ({
      bucket: text(search['bucket']),
      cluster: text(search['cluster']),
    }),
    component: lazyRouteComponent(() => import('../screens/backups/RestorePage'), 'RestorePage'),
  });
  const job = createRoute({
    getParentRoute: () => root,
    path: '/jobs/$id',
    component: lazyRouteComponent(() => import('../screens/jobs/JobPage'), 'JobPage'),
  });
  const metrics = createRoute({
    getParentRoute: () => root,
    // The text for Prometheus has the shorter name.
    path: '/metrics-board',
    component: lazyRouteComponent(() => import('../screens/metrics/MetricsPage'), 'MetricsPage'),
  });
  const rest = createRoute({
    getParentRoute: () => root,
    path: '/rest',
    component: lazyRouteComponent(() => import('../screens/rest/RestPage'), 'RestPage'),
  });
  const glossary = createRoute({
    getParentRoute: () => root,
    path: '/glossary',
    component: lazyRouteComponent(() => import('../screens/glossary/GlossaryPage'), 'GlossaryPage'),
  });
  return createRouter({
    routeTree: root.addChildren([
      home,
      tasks,
      newTask,
      task,
      connections,
      newConnection,
      connection,
      clusters,
      newCluster,
      cluster,
      connectors,
      backups,
      newBackup,
      restore,
      job,
      rest,
      metrics,
      glossary,
    ]),
    defaultPreload: 'intent',
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
