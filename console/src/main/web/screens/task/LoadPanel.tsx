import type { TaskStatus } from '../../api/types';
import { useFormats } from '../../i18n/format';
import { useMessages } from '../../i18n/language';
import { Progress, SimpleGrid, Stack, Text } from '../../ui/controls';
import { Figure } from '../../ui/Figure';
import { Panel } from '../../ui/Panel';

/** How much of the rows is there, and how long it still takes. */
export function LoadPanel({ status }: { readonly status: TaskStatus }) {
  const { monitor } = useMessages();
  const { number, rate, bytes, duration } = useFormats();
  const { rows = 0, estimatedRows = 0, bytes: volume = 0, secondsLeft } = status.load ?? {};
  const counts = status.tables ?? { total: 0, queued: 0, loading: 0, completed: 0, error: 0 };
  const done = counts.total > 0 && counts.completed === counts.total;
  const percent = done ? 100 : estimatedRows > 0 ? Math.min(99, (rows / estimatedRows) * 100) : 0;
  return (
    <Panel title={monitor.load}>
      <Stack gap="md" data-load={done ? 'done' : 'open'}>
        <Progress
          value={percent}
          size="xl"
          color={counts.error > 0 ? 'orange' : 'water'}
          aria-label={monitor.load}
          animated={!done && counts.loading > 0}
        />
        <Text className="tabular">
          {monitor.ofAbout(number(rows), number(estimatedRows))}
          {done ? ` · ${monitor.done}` : ''}
          {secondsLeft === undefined ? '' : ` · ${monitor.left(duration(secondsLeft * 1000))}`}
        </Text>
        <SimpleGrid cols={{ base: 2, sm: 4 }}>
          {(['queued', 'loading', 'completed', 'error'] as const).map((state) => (
            <Figure key={state} label={monitor.states[state]} value={number(counts[state])} />
          ))}
        </SimpleGrid>
        <SimpleGrid cols={2}>
          <Figure label={monitor.volume} value={bytes(volume)} />
          <Figure label={monitor.throughput} value={rate(status.rowsPerSecond ?? 0)} />
        </SimpleGrid>
      </Stack>
    </Panel>
  );
}
