import { useFormats } from '../../i18n/format';
import { useMessages } from '../../i18n/language';
import { Group, Text } from '../../ui/controls';
import { Panel } from '../../ui/Panel';
import { TimeChart } from '../../ui/TimeChart';
import type { Board } from './boards';

const COLORS = ['teal', 'orange', 'violet', 'blue', 'red', 'grape'] as const;

interface Props {
  readonly board: Board;
  readonly times: readonly number[];
}

/** A metric: what it is, its name for Prometheus, and its lines; of many objects the first. */
export function MetricPanel({ board, times }: Props) {
  const { metrics: messages } = useMessages();
  const { number, decimal } = useFormats();
  const helps: Readonly<Record<string, string>> = messages.helps;
  const shown = board.lines.slice(0, COLORS.length);
  return (
    <Panel title={helps[board.name] ?? board.help} fill>
      <Group justify="space-between" gap="xs">
        <Text className="mono" c="dimmed">
          {board.name}
        </Text>
        {board.counter && shown.length === 1 ? (
          <Text size="sm" c="dimmed" className="tabular">
            {messages.total(number(shown[0]?.last ?? 0))}
          </Text>
        ) : null}
      </Group>
      <TimeChart
        title={board.counter ? messages.perSecond : messages.value}
        times={times}
        marks={[]}
        series={shown.map((line, place) => ({
          label: line.label || messages.platform,
          color: COLORS[place] ?? 'teal',
          values: line.values,
        }))}
      />
      {board.lines.length > shown.length ? (
        <Text size="sm" c="dimmed">
          {messages.others(decimal(board.lines.length - shown.length))}
        </Text>
      ) : null}
    </Panel>
  );
}
