import type { Task, TaskStatus } from '../../api/types';
import { useMessages } from '../../i18n/language';
import { Grid, Stack, Text } from '../../ui/controls';
import { Empty } from '../../ui/Empty';
import { Panel } from '../../ui/Panel';
import { ChangesPanel } from './ChangesPanel';
import { DataErrors } from './DataErrors';
import { HistoryPanel } from './HistoryPanel';
import { LoadPanel } from './LoadPanel';
import { NotesPanel } from './NotesPanel';
import { TableProgress } from './TableProgress';

interface Props {
  readonly task: Task;
  readonly status: TaskStatus | undefined;
}

/** How the load goes on and how changes flow, now and over time. */
export function MonitorTab({ task, status }: Props) {
  const { monitor } = useMessages();
  if (task.state === 'draft') {
    return (
      <Panel>
        <Empty title={monitor.notRun} text={monitor.notRunText} />
      </Panel>
    );
  }
  if (status === undefined || status.load === undefined) {
    return (
      <Panel>
        <Text c="dimmed">{monitor.noNews}</Text>
      </Panel>
    );
  }
  return (
    <Stack gap="lg">
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, lg: 5 }}>
          <LoadPanel status={status} />
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 7 }}>
          <ChangesPanel status={status} />
        </Grid.Col>
      </Grid>
      <DataErrors task={task} count={status.changes.dataErrors} />
      <HistoryPanel task={task.name} />
      <TableProgress task={task.name} counts={status.tables} />
      <NotesPanel task={task.name} />
    </Stack>
  );
}
