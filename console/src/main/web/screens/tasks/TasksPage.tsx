import { IconPlus, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { tasks } from '../../api/tasks';
import type { Task } from '../../api/types';
import { useMessages } from '../../i18n/language';
import { useLiveTasks } from '../../live/useLiveTasks';
import { Table, Text, TextInput, VisuallyHidden } from '../../ui/controls';
import { Empty } from '../../ui/Empty';
import { ButtonLink } from '../../ui/Link';
import { Page } from '../../ui/Page';
import { Panel } from '../../ui/Panel';
import { Scroll } from '../../ui/Scroll';
import { VirtualRows } from '../../ui/VirtualRows';
import { Waiting } from '../../ui/Waiting';
import { TryWorld } from '../world/TryWorld';
import { TASK_ROW, TaskRow } from './TaskRow';

/** All tasks. */
export function TasksPage() {
  const messages = useMessages();
  const query = useQuery(tasks);
  return (
    <Page
      title={messages.tasks.title}
      lead={messages.tasks.lead}
      actions={
        <ButtonLink to="/new-task" leftSection={<IconPlus size={16} aria-hidden />}>
          {messages.tasks.new}
        </ButtonLink>
      }
    >
      <Panel>
        <Waiting query={query}>
          {(all) => (all.total === 0 ? <NoTasks /> : <TaskTable tasks={all.items} />)}
        </Waiting>
      </Panel>
    </Page>
  );
}

function NoTasks() {
  const { tasks } = useMessages();
  return <Empty title={tasks.none} text={tasks.noneText} instead={<TryWorld />} />;
}

function TaskTable({ tasks }: { readonly tasks: readonly Task[] }) {
  const messages = useMessages().tasks;
  const { filter } = useSearch({ from: '/tasks' });
  const navigate = useNavigate({ from: '/tasks' });
  const live = useLiveTasks();
  const wanted = filter.toLowerCase();
  const shown = tasks.filter((task) =>
    [task.name, task.source, task.target].some((text) => (text ?? '').toLowerCase().includes(wanted)),
  );
  return (
    <>
      <TextInput
        aria-label={messages.filter}
        placeholder={messages.filter}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={filter}
        onChange={(event) => void navigate({ search: { filter: event.currentTarget.value }, replace: true })}
        maw={420}
      />
      {shown.length === 0 ? (
        <Text c="dimmed">{messages.noMatch}</Text>
      ) : (
        <Scroll label={messages.title} wide={880}>
          <Table verticalSpacing="sm" highlightOnHover aria-rowcount={shown.length + 1}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{messages.name}</Table.Th>
                <Table.Th>{messages.route}</Table.Th>
                <Table.Th>{messages.state}</Table.Th>
                <Table.Th ta="right">{messages.loaded}</Table.Th>
                <Table.Th ta="right">{messages.applied}</Table.Th>
                <Table.Th ta="right">{messages.rate}</Table.Th>
                <Table.Th ta="right">{messages.latency}</Table.Th>
                <Table.Th>
                  <VisuallyHidden>{messages.actions}</VisuallyHidden>
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <VirtualRows count={shown.length} row={TASK_ROW}>
              {(index) => {
                const task = shown[index];
                return task ? <TaskRow key={task.name} task={task} status={live.get(task.name)} /> : null;
              }}
            </VirtualRows>
          </Table>
        </Scroll>
      )}
    </>
  );
}
