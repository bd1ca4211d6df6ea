import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import type { TaskStatus } from '../api/types';

interface Live {
  readonly connected: boolean;
  readonly watch: (task: string | undefined) => void;
}

const LiveContext = createContext<Live>({ connected: false, watch: () => undefined });

export const liveTasksKey = ['live-tasks'];

/** One stream of events for the whole page; what it brings goes into the cache that the screens read. */
export function LiveStream({ children }: { children: ReactNode }) {
  const cache = useQueryClient();
  const [task, watch] = useState<string>();
  const [connected, setConnected] = useState(false);

  useEffect(() => {
    const topics = task === undefined ? 'tasks' : `tasks,task:${task}`;
    const stream = new EventSource(`/api/v1/events?${new URLSearchParams({ topics })}`);
    const heard = () => setConnected(true);
    stream.onopen = heard;
    stream.onerror = () => setConnected(false);
    stream.addEventListener('tasks', (event) => {
      heard();
      cache.setQueryData(liveTasksKey, (JSON.parse(event.data) as { items: TaskStatus[] }).items);
    });
    stream.addEventListener('task', (event) => {
      heard();
      const status = JSON.parse(event.data) as TaskStatus;
      cache.setQueryData(['status', status.name], status);
    });
    stream.addEventListener('note', () => {
      heard();
      void cache.invalidateQueries({ queryKey: ['tasks'] });
      void cache.invalidateQueries({ queryKey: ['notes'] });
    });
    return () => stream.close();
  }, [cache, task]);

  const live = useMemo(() => ({ connected, watch }), [connected]);
  return <LiveContext value={live}>{children}</LiveContext>;
}

/** Whether the page hears the server at present. */
export function useConnected(): boolean {
  return useContext(LiveContext).connected;
}

/** Asks for the details of a task as long as the caller is shown. */
export function useWatch(task: string): void {
  const { watch } = useContext(LiveContext);
  useEffect(() => {
    watch(task);
    return () => watch(undefined);
  }, [task, watch]);
}
