import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type BackupTask, backupTasks, deleteBackup } from '../../api/backups';
import { useMessages } from '../../i18n/language';
import { useNeeds } from '../../session/useNeeds';
import { Badge, Stack, Text } from '../../ui/controls';
import { Empty } from '../../ui/Empty';
import { ButtonLink, Link } from '../../ui/Link';
import { LinkTable } from '../../ui/LinkTable';
import { Panel } from '../../ui/Panel';
import { Removal } from '../../ui/Removal';
import { Waiting } from '../../ui/Waiting';

const COLORS: Readonly<Record<string, string>> = { running: 'teal', failed: 'red' };

/** The backups that go on. */
export function BackupTasksPanel() {
  const { backups: messages, actions } = useMessages();
  const query = useQuery(backupTasks);
  return (
    <Panel>
      <Waiting query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={messages.noTasks} text={messages.noTasksText}>
              <ButtonLink to="/new-backup">{messages.new}</ButtonLink>
            </Empty>
          ) : (
            <LinkTable
              label={messages.tabs.tasks}
              items={items}
              nameOf={(each) => each.name}
              mark="backup-task"
              wide={640}
              columns={[
                { label: messages.name, cell: (each) => each.name },
                { label: messages.topics, cell: (each) => <Text className="mono">{each.topics}</Text> },
                {
                  label: messages.bucket,
                  cell: (each) => (
                    <Link to="/backups" search={{ tab: 'buckets', bucket: each.bucket }}>
                      {each.bucket}
                    </Link>
                  ),
                },
                { label: messages.state, cell: (each) => <State task={each} /> },
                {
                  label: actions.delete,
                  hidden: true,
                  number: true,
                  cell: (each) => <End name={each.name} />,
                },
              ]}
            />
          )
        }
      </Waiting>
    </Panel>
  );
}

function State({ task }: { readonly task: BackupTask }) {
  const { backups: messages } = useMessages();
  return (
    <Stack gap={4} align="flex-start">
      <Badge
        variant="light"
        tt="none"
        size="lg"
        miw="max-content"
        color={COLORS[task.state] ?? 'gray'}
        data-backup-state={task.state}
      >
        {messages.states[task.state] ?? task.state}
      </Badge>
      {task.reason ? (
        <Text size="sm" lang="en">
          {task.reason}
        </Text>
      ) : null}
    </Stack>
  );
}

function End({ name }: { readonly name: string }) {
  const { backups: messages } = useMessages();
  const cache = useQueryClient();
  const needs = useNeeds();
  return (
    <Removal
      title={messages.endTitle(name)}
      text={messages.endText}
      small
      needs={needs('designer')}
      onRemove={async () => {
        await deleteBackup(name);
        await cache.invalidateQueries({ queryKey: ['backup-tasks'] });
      }}
    />
  );
}
