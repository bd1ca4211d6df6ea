import { memo } from 'react';
import type { Task, TaskStatus } from '../../api/types';
import { useFormats } from '../../i18n/format';
import { shownState } from '../../live/shownState';
import { Table, Text } from '../../ui/controls';
import { Link } from '../../ui/Link';
import { StateBadge } from '../../ui/StateBadge';
import { TaskActions } from '../task/TaskActions';

/** The height of a row, in pixels. */
export const TASK_ROW = 66;

interface Props {
  readonly task: Task;
  readonly status: TaskStatus | undefined;
}

/** A task in the list: how it is, and what one does with it most. It is drawn anew only when that changes. */
export const TaskRow = memo(function TaskRow({ task, status }: Props) {
  const { number, rate, latency } = useFormats();
  const changes = status?.changes;
  const applied = changes ? changes.inserts + changes.updates + changes.deletes + changes.ddl : 0;
  return (
    <Table.Tr data-task={task.name} h={TASK_ROW}>
      <Table.Td>
        <Link to="/tasks/$name" params={{ name: task.name }} search={{ tab: 'monitor' }} fw={600}>
          {task.name}
        </Link>
        {task.description ? (
          <Text size="xs" c="dimmed" lineClamp={1}>
            {task.description}
          </Text>
        ) : null}
      </Table.Td>
      <Table.Td>{task.managed ? `${task.source ?? '–'} → ${task.target ?? '–'}` : '–'}</Table.Td>
      <Table.Td>
        <StateBadge state={shownState(task, status)} />
      </Table.Td>
      <Table.Td ta="right" className="tabular">
        {number(status?.loadedRows ?? 0)}
      </Table.Td>
      <Table.Td ta="right" className="tabular">
        {number(applied)}
      </Table.Td>
      <Table.Td ta="right" className="tabular">
        {rate(status?.rowsPerSecond ?? 0)}
      </Table.Td>
      <Table.Td ta="right" className="tabular">
        {latency(status?.targetLatencyMillis ?? 0)}
      </Table.Td>
      <Table.Td ta="right">
        <TaskActions task={task} compact />
      </Table.Td>
    </Table.Tr>
  );
});
