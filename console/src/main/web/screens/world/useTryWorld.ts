import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { Problem } from '../../api/problem';
import { startWorld, worldDatabase } from '../../api/world';
import { useAttempt } from '../../ui/useAttempt';

const PAUSE = 500;

/** Starts the database and, once it serves, leads to its task; who has gone elsewhere meanwhile stays there. */
export function useTryWorld() {
  const cache = useQueryClient();
  const navigate = useNavigate();
  const { data } = useQuery(worldDatabase);
  const { busy, error, attempt } = useAttempt();
  const shown = useRef(true);
  useEffect(() => {
    shown.current = true;
    return () => {
      shown.current = false;
    };
  }, []);

  const start = () =>
    attempt(async () => {
      let now = await startWorld();
      while (now.state === 'starting') {
        cache.setQueryData(worldDatabase.queryKey, now);
        await new Promise((done) => setTimeout(done, PAUSE));
        now = await cache.fetchQuery({ ...worldDatabase, staleTime: 0 });
      }
      if (now.problem) throw new Problem(503, now.problem);
      await cache.invalidateQueries({ queryKey: ['tasks'] });
      await cache.invalidateQueries({ queryKey: ['endpoints'] });
      if (shown.current && now.task) {
        await navigate({ to: '/tasks/$name', params: { name: now.task }, search: { tab: 'monitor' } });
      }
    });

  return { start, error, busy: busy || data?.state === 'starting', step: data?.step ?? 'start' };
}
