import { useQuery, useQueryClient } from '@tanstack/react-query';
import { cluster } from '../../api/clusters';
import { saveEndpoint } from '../../api/endpoints';
import { useMessages } from '../../i18n/language';
import { useNeeds } from '../../session/useNeeds';
import { Button } from '../../ui/controls';
import { ProblemNote } from '../../ui/ProblemNote';
import { useAttempt } from '../../ui/useAttempt';

/** Takes the platform's own broker as a target, for who has no Kafka at hand. */
export function OwnKafka() {
  const { start } = useMessages();
  const cache = useQueryClient();
  const needs = useNeeds();
  const servers = useQuery(cluster('local')).data?.bootstrap['bootstrapBrokerString'];
  const { busy, error, attempt } = useAttempt();
  const take = () =>
    void attempt(async () => {
      await saveEndpoint({
        name: 'kafka',
        role: 'target',
        type: 'kafka',
        description: '',
        settings: { 'bootstrap-servers': servers ?? '' },
      });
      await cache.invalidateQueries({ queryKey: ['endpoints'] });
    });
  if (servers === undefined) return null;
  return (
    <>
      {error ? <ProblemNote error={error} /> : null}
      <Button size="xs" variant="default" loading={busy} onClick={take} {...needs('designer')}>
        {start.ownKafka}
      </Button>
    </>
  );
}
