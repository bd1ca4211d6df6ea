import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { messages, topics } from '../../api/messages';
import { Problem } from '../../api/problem';
import type { Task } from '../../api/types';
import type { TaskSearch } from '../../app/router';
import { useMessages } from '../../i18n/language';
import { Text } from '../../ui/controls';
import { Empty } from '../../ui/Empty';
import { Panel } from '../../ui/Panel';
import { Waiting } from '../../ui/Waiting';
import { exceptionsTopic } from '../task/exceptions';
import { MessageTable } from './MessageTable';
import { Paging } from './Paging';

type Place = Omit<TaskSearch, 'tab'>;

/** What the task has sent, topic by topic, each message explained. */
export function MessagesTab({ task }: { readonly task: Task }) {
  const { messages: words } = useMessages();
  const { topic, partition = 0, before } = useSearch({ from: '/tasks/$name' });
  const navigate = useNavigate({ from: '/tasks/$name' });
  const query = useQuery(topics(task.name));
  const go = (place: Place) => void navigate({ search: { tab: 'messages', ...place }, replace: true });
  return (
    <Panel>
      <Waiting query={query}>
        {({ items }) => {
          const chosen = topic ?? items[0];
          if (chosen === undefined) return <Empty title={words.none} text={words.noneText} />;
          return (
            <Page
              task={task.name}
              exceptions={exceptionsTopic(task)}
              topics={items}
              topic={chosen}
              partition={partition}
              before={before}
              onGo={go}
            />
          );
        }}
      </Waiting>
    </Panel>
  );
}

interface PageProps {
  readonly task: string;
  /** Of the topics, that for rows that could not be sent. */
  readonly exceptions: string;
  readonly topics: readonly string[];
  readonly topic: string;
  readonly partition: number;
  readonly before: number | undefined;
  readonly onGo: (place: Place) => void;
}

function Page({ task, exceptions, topics: all, topic, partition, before, onGo }: PageProps) {
  const { messages: words } = useMessages();
  const query = useQuery(messages(task, topic, partition, before));
  const { error } = query;
  const noneFailed =
    topic === exceptions && error instanceof Problem && error.code === 'no-such-partition' && !query.data;
  return (
    <>
      <Paging
        topics={all}
        topic={topic}
        partition={partition}
        before={before}
        page={query.data}
        onGo={onGo}
      />
      {noneFailed ? (
        <Empty title={words.noExceptions} text={words.noExceptionsText} />
      ) : (
        <Waiting query={query}>
          {({ items }) =>
            items.length === 0 ? <Text c="dimmed">{words.empty}</Text> : <MessageTable messages={items} />
          }
        </Waiting>
      )}
    </>
  );
}
