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
  /** Which messages are shown. */
  readonly topic?: string;
  readonly partition?: number;
  readonly before?: number;
}

const TABS: readonly TaskTab[] = ['design', 'tables', 'monitor', 'messages', 'log'];

const whole = (name: string, value: unknown) =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? { [name]: value } : {};

const text = (value: unknown) => (typeof value === 'string' ? value : '');

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
  return createRouter({
    routeTree: root.addChildren([home, tasks, newTask, task, connections, newConnection, connection]),
    defaultPreload: 'intent',
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
