import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { sessionKey } from '../api/session';
import type { TaskStatus } from '../api/types';
import { SharedEvents } from './sharedEvents';

interface Live {
  readonly connected: boolean;
  readonly watch: (task: string | undefined) => void;
}

const LiveContext = createContext<Live>({ connected: false, watch: () => undefined });

export const liveTasksKey = ['live-tasks'];

/** What the server tells by itself goes into the cache that the screens read. */
export function LiveStream({ children }: { children: ReactNode }) {
  const cache = useQueryClient();
  const events = useRef<SharedEvents>(undefined);
  const [task, watch] = useState<string>();
  const [connected, setConnected] = useState(false);

  useEffect(() => {
    const shared = new SharedEvents({
      onConnected: (heard) => {
        setConnected(heard);
        if (!heard) void cache.invalidateQueries({ queryKey: sessionKey });
      },
      onEvent: (name, data) => {
        setConnected(true);
        if (name === 'tasks') {
          cache.setQueryData(liveTasksKey, (JSON.parse(data) as { items: TaskStatus[] }).items);
        } else if (name === 'task') {
          const status = JSON.parse(data) as TaskStatus;
          cache.setQueryData(['status', status.name], status);
        } else {
          void cache.invalidateQueries({ queryKey: ['tasks'] });
          void cache.invalidateQueries({ queryKey: ['notes'] });
        }
      },
    });
    events.current = shared;
    return () => shared.close();
  }, [cache]);

  useEffect(() => events.current?.watch(task), [task]);

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
