import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { Problem } from '../../api/problem';
import { startWorld, worldDatabase } from '../../api/world';
import { useAttempt } from '../../ui/useAttempt';

const PAUSE = 500;

/**
 * Starts the database and, once it serves, leads to its task; who has gone elsewhere meanwhile stays there. The page may
 * show the new task before that, without the button that was pressed.
 */
export function useTryWorld() {
  const cache = useQueryClient();
  const router = useRouter();
  const { data } = useQuery(worldDatabase);
  const { busy, error, attempt } = useAttempt();

  const start = () =>
    attempt(async () => {
      const here = router.state.location.pathname;
      let now = await startWorld();
      while (now.state === 'starting') {
        cache.setQueryData(worldDatabase.queryKey, now);
        await new Promise((done) => setTimeout(done, PAUSE));
        now = await cache.fetchQuery({ ...worldDatabase, staleTime: 0 });
      }
      if (now.problem) throw new Problem(503, now.problem);
      await cache.invalidateQueries({ queryKey: ['tasks'] });
      await cache.invalidateQueries({ queryKey: ['endpoints'] });
      if (now.task && router.state.location.pathname === here) {
        await router.navigate({ to: '/tasks/$name', params: { name: now.task }, search: { tab: 'monitor' } });
      }
    });

  return { start, error, busy: busy || data?.state === 'starting', step: data?.step ?? 'start' };
}
