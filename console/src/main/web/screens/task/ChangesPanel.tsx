import type { Counts, TaskStatus } from '../../api/types';
import { useFormats } from '../../i18n/format';
import { useMessages } from '../../i18n/language';
import { Divider, SimpleGrid, Stack, Text } from '../../ui/controls';
import { Figure } from '../../ui/Figure';
import { Panel } from '../../ui/Panel';

const sum = (counts: Counts) => counts.inserts + counts.updates + counts.deletes + counts.ddl;

/** What was changed in the source and has arrived, how late, and where in the log that is. */
export function ChangesPanel({ status }: { readonly status: TaskStatus }) {
  const { monitor } = useMessages();
  const { number, decimal, latency, ago } = useFormats();
  const { changes, position } = status;
  const idle =
    status.condition === 'changes' && (status.waiting ?? 0) === 0 && status.committed !== undefined;
  return (
    <Panel
      title={monitor.changes}
      fill
      actions={<Hint text={idle ? monitor.idle(ago(status.committed ?? '')) : ''} />}
    >
      <Stack gap="md">
        <SimpleGrid cols={{ base: 2, xs: 3, sm: 5 }} spacing="sm" data-changes={sum(changes)}>
          <Figure label={monitor.total} value={number(sum(changes))} />
          <Figure label={monitor.inserts} value={number(changes.inserts)} />
          <Figure label={monitor.updates} value={number(changes.updates)} />
          <Figure label={monitor.deletes} value={number(changes.deletes)} />
          <Figure label={monitor.ddl} value={number(changes.ddl)} />
        </SimpleGrid>
        <Divider />
        <SimpleGrid cols={{ base: 2, sm: 4 }} spacing="sm">
          <Figure label={monitor.throughput} value={decimal(status.rowsPerSecond ?? 0)} />
          <Figure label={monitor.waiting} value={number(status.waiting ?? 0)} />
          <Figure label={monitor.sourceLatency} value={latency(status.sourceLatencyMillis ?? 0)} />
          <Figure label={monitor.targetLatency} value={latency(status.targetLatencyMillis ?? 0)} />
        </SimpleGrid>
        {status.nextTry ? (
          <Text role="status">
            {monitor.attempt(status.attempt ?? 1)}, {monitor.next(ago(status.nextTry))}
          </Text>
        ) : null}
        {position?.read ? (
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
            <Place label={monitor.position} value={position.read} />
            <Place label={monitor.applied} value={position.applied} />
          </SimpleGrid>
        ) : null}
      </Stack>
    </Panel>
  );
}

function Hint({ text }: { readonly text: string }) {
  return (
    <Text size="sm" c="dimmed">
      {text}
    </Text>
  );
}

function Place({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <Stack gap={2}>
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      <Text className="mono">{value || '–'}</Text>
    </Stack>
  );
}
