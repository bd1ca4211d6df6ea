import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { difference, status, task } from '../../api/tasks';
import type { Task } from '../../api/types';
import type { TaskTab } from '../../app/router';
import { useMessages } from '../../i18n/language';
import { useWatch } from '../../live/LiveStream';
import { shownState } from '../../live/shownState';
import { Alert, Text } from '../../ui/controls';
import { Page } from '../../ui/Page';
import { PageTabs } from '../../ui/PageTabs';
import { StateBadge } from '../../ui/StateBadge';
import { Waiting } from '../../ui/Waiting';
import { MessagesTab } from '../messages/MessagesTab';
import { DesignTab } from './DesignTab';
import { LogTab } from './LogTab';
import { MonitorTab } from './MonitorTab';
import { TablesTab } from './TablesTab';
import { TaskActions } from './TaskActions';

/** One task: how it is made, and how it goes. */
export function TaskPage() {
  const { name } = useParams({ from: '/tasks/$name' });
  const query = useQuery(task(name));
  useWatch(name);
  return <Waiting query={query}>{(found) => <Found key={name} task={found} />}</Waiting>;
}

function Found({ task }: { readonly task: Task }) {
  const messages = useMessages();
  const { tab } = useSearch({ from: '/tasks/$name' });
  const navigate = useNavigate({ from: '/tasks/$name' });
  const now = useQuery({ ...status(task.name), enabled: task.state !== 'draft' }).data;
  const tabs: readonly TaskTab[] = task.managed
    ? ['design', 'tables', 'monitor', 'messages', 'log']
    : ['monitor', 'messages', 'log'];
  const open = tabs.includes(tab) ? tab : 'monitor';
  const text = task.reason || (now?.well === false ? now.text : '');
  return (
    <Page
      title={task.name}
      lead={task.managed ? (task.description ?? '') : messages.tasks.unmanaged}
      mark={<StateBadge state={shownState(task, now)} />}
      actions={<TaskActions task={task} />}
    >
      {text ? (
        <Alert color={task.state === 'error' ? 'red' : 'orange'} variant="light" role="status">
          {text}
        </Alert>
      ) : null}
      <Pending task={task} />
      <PageTabs
        tabs={tabs}
        labels={messages.task}
        value={open}
        onChange={(value) => void navigate({ search: { tab: value } })}
      >
        {open === 'design' ? <DesignTab task={task} /> : null}
        {open === 'tables' ? <TablesTab task={task} /> : null}
        {open === 'monitor' ? <MonitorTab task={task} status={now} /> : null}
        {open === 'messages' ? <MessagesTab task={task} /> : null}
        {open === 'log' ? <LogTab task={task.name} /> : null}
      </PageTabs>
    </Page>
  );
}

/** What was saved since the task was last run, and what that will do. */
function Pending({ task }: { readonly task: Task }) {
  const { task: messages } = useMessages();
  const waits = task.managed && task.deployed !== null && task.deployed !== task.version;
  const { data } = useQuery({ ...difference(task.name, task.version ?? 0), enabled: waits });
  if (!waits) return null;
  const added = data?.tables?.added.length ?? 0;
  const removed = data?.tables?.removed.length ?? 0;
  const changed = data?.settings?.length ?? 0;
  const parts = [
    ...(added > 0 ? [messages.added(added)] : []),
    ...(removed > 0 ? [messages.removed(removed)] : []),
    ...(changed > 0 ? [messages.changed(changed)] : []),
  ];
  return (
    <Alert variant="light">
      <Text size="sm">
        {messages.pending} {parts.length > 0 ? `${parts.join('; ')}.` : ''}
      </Text>
    </Alert>
  );
}
