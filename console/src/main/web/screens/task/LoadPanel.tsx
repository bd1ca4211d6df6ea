import type { TaskStatus } from '../../api/types';
import { useFormats } from '../../i18n/format';
import { useMessages } from '../../i18n/language';
import { Group, Progress, SimpleGrid, Stack, Text } from '../../ui/controls';
import { Figure } from '../../ui/Figure';
import { Panel } from '../../ui/Panel';

/** How much of the rows is there, and how long it still takes. */
export function LoadPanel({ status }: { readonly status: TaskStatus }) {
  const { monitor } = useMessages();
  const { number, bytes, duration } = useFormats();
  const { rows = 0, estimatedRows = 0, bytes: volume = 0, secondsLeft } = status.load ?? {};
  const counts = status.tables ?? { total: 0, queued: 0, loading: 0, completed: 0, error: 0 };
  const done = counts.total > 0 && counts.completed === counts.total;
  const percent = done ? 100 : estimatedRows > 0 ? Math.min(99, (rows / estimatedRows) * 100) : 0;
  return (
    <Panel title={monitor.load} fill>
      <Stack gap="lg" data-load={done ? 'done' : 'open'}>
        <Stack gap={6}>
          <Group justify="space-between" align="baseline" className="tabular">
            <Text size="xl" fw={700}>
              {number(Math.floor(percent))} %
            </Text>
            <Text size="sm" c="dimmed">
              {done
                ? monitor.done
                : secondsLeft === undefined
                  ? ''
                  : monitor.left(duration(secondsLeft * 1000))}
            </Text>
          </Group>
          <Progress
            value={percent}
            size="lg"
            color={counts.error > 0 ? 'orange' : done ? 'teal' : 'water'}
            aria-label={monitor.load}
            animated={!done && counts.loading > 0}
          />
          <Text size="sm" c="dimmed" className="tabular">
            {monitor.ofAbout(number(rows), number(estimatedRows))} · {bytes(volume)}
          </Text>
        </Stack>
        <SimpleGrid cols={{ base: 2, xs: 4 }} spacing="sm">
          {(['queued', 'loading', 'completed', 'error'] as const).map((state) => (
            <Figure key={state} label={monitor.states[state]} value={number(counts[state])} />
          ))}
        </SimpleGrid>
      </Stack>
    </Panel>
  );
}
