import { queryOptions } from '@tanstack/react-query';
import { call, segment } from './client';
import type {
  Action,
  Difference,
  HistoryPoint,
  Items,
  LogLine,
  Match,
  Note,
  Report,
  Selection,
  TablePreview,
  TableRule,
  TableSettings,
  TableStatus,
  Task,
  TaskBody,
  TaskStatus,
} from './types';

const SECOND = 1000;

/** Events tell when a task begins to change; a moment later it has, and only Connect knows when. */
const isPassing = (task: Task | undefined) => task?.state === 'starting' || task?.state === 'stopping';

const path = (task: string, rest = '') => `tasks/${segment(task)}${rest}`;

export const tasks = queryOptions({
  queryKey: ['tasks'],
  queryFn: () => call<Items<Task>>('GET', 'tasks'),
  refetchInterval: ({ state }) => (state.data?.items.some(isPassing) ? 0.5 : 3) * SECOND,
});

export const task = (name: string) =>
  queryOptions({
    queryKey: ['tasks', name],
    queryFn: () => call<Task>('GET', path(name)),
    refetchInterval: ({ state }) => (isPassing(state.data) ? 0.3 : 2) * SECOND,
  });

/** Kept fresh by the stream of events; asked only where that is not open. */
export const status = (name: string) =>
  queryOptions({
    queryKey: ['status', name],
    queryFn: () => call<TaskStatus>('GET', path(name, '/status')),
    refetchInterval: 5 * SECOND,
  });

export const taskTables = (name: string, state: string) =>
  queryOptions({
    queryKey: ['task-tables', name, state],
    queryFn: () =>
      call<Items<TableStatus>>('GET', path(name, `/tables?${new URLSearchParams({ state, limit: '500' })}`)),
    refetchInterval: SECOND,
    placeholderData: (before) => before,
  });

export const history = (name: string, span: '15m' | '24h') =>
  queryOptions({
    queryKey: ['history', name, span],
    queryFn: () => call<Items<HistoryPoint>>('GET', path(name, `/history?window=${span}`)),
    refetchInterval: span === '15m' ? 2 * SECOND : 60 * SECOND,
    placeholderData: (before) => before,
  });

export const notes = (name: string) =>
  queryOptions({
    queryKey: ['notes', name],
    queryFn: () => call<Items<Note>>('GET', path(name, '/events')),
    refetchInterval: 5 * SECOND,
  });

export const log = (name: string, level: string, text: string) =>
  queryOptions({
    queryKey: ['log', name, level, text],
    queryFn: () =>
      call<Items<LogLine>>('GET', path(name, `/log?${new URLSearchParams({ level, text, limit: '500' })}`)),
    refetchInterval: 2 * SECOND,
    placeholderData: (before) => before,
  });

export const match = (name: string, selection: Selection) =>
  queryOptions({
    queryKey: ['match', name, selection],
    queryFn: () => call<Match>('POST', path(name, '/match'), { body: selection }),
    placeholderData: (before) => before,
    retry: false,
  });

export const difference = (name: string, version: number) =>
  queryOptions({
    queryKey: ['difference', name, version],
    queryFn: () => call<Difference>('GET', path(name, '/difference')),
    retry: false,
  });

export function saveTask(task: TaskBody, version?: number): Promise<Task> {
  return version === undefined
    ? call('POST', 'tasks', { body: task })
    : call('PUT', path(task.name), { body: task, version });
}

export function deleteTask(name: string, version: number): Promise<void> {
  return call('DELETE', path(name), { version });
}

export function act(name: string, action: Exclude<Action, 'delete'>, body?: object): Promise<Task> {
  return call('POST', path(name, `/${action}`), { body: body ?? {} });
}

export function validate(name: string): Promise<Report> {
  return call('POST', path(name, '/validate'), { body: {} });
}

/** What would be sent of rows that a table has now. */
export const preview = (name: string, table: string, settings: TableSettings, rules: readonly TableRule[]) =>
  queryOptions({
    queryKey: ['preview', name, table, settings, rules],
    queryFn: () =>
      call<TablePreview>('POST', path(name, '/preview'), { body: { table, settings, rules, rows: 10 } }),
    retry: false,
  });
