import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { clusterTopics } from '../../api/clusters';
import type { KafkaTopic } from '../../api/types';
import { useFormats } from '../../i18n/format';
import { useMessages } from '../../i18n/language';
import { Badge, Button, Grid, Group, Text, TextInput, useDebouncedValue } from '../../ui/controls';
import { LinkTable } from '../../ui/LinkTable';
import { Panel } from '../../ui/Panel';
import { Waiting } from '../../ui/Waiting';
import { NewTopic } from './NewTopic';
import { TopicPanel } from './TopicPanel';

const PAGE = 100;

/** The topics of a cluster by name, and one of them. */
export function TopicsPanel({ cluster }: { readonly cluster: string }) {
  const { clusters: messages } = useMessages();
  const { number } = useFormats();
  const { topic } = useSearch({ from: '/clusters/$name' });
  const navigate = useNavigate({ from: '/clusters/$name' });
  const [text, setText] = useState('');
  const [limit, setLimit] = useState(PAGE);
  const [match] = useDebouncedValue(text, 200);
  const query = useQuery(clusterTopics(cluster, match, limit));
  const open = (name: string) => void navigate({ search: { tab: 'topics', topic: name } });
  return (
    <Grid>
      <Grid.Col span={{ base: 12, lg: topic ? 7 : 12 }}>
        <Panel title={messages.tabs.topics} actions={<NewTopic cluster={cluster} onMade={open} />}>
          <TextInput
            aria-label={messages.searchTopic}
            placeholder={messages.searchTopic}
            leftSection={<IconSearch size={16} aria-hidden />}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            maw={420}
          />
          <Waiting query={query}>
            {({ items, total }) =>
              items.length === 0 ? (
                <Text c="dimmed">{messages.noTopics}</Text>
              ) : (
                <>
                  <LinkTable
                    label={messages.tabs.topics}
                    items={items}
                    nameOf={(each) => each.name}
                    shown={topic}
                    mark="topic"
                    wide={520}
                    columns={[
                      { label: messages.topic, cell: (each) => <Name topic={each} onOpen={open} /> },
                      { label: messages.partitions, number: true, cell: (each) => number(each.partitions) },
                      { label: messages.replicas, number: true, cell: (each) => number(each.replicas) },
                      { label: messages.outOfSync, number: true, cell: (each) => number(each.outOfSync) },
                    ]}
                  />
                  {total > items.length ? (
                    <Group>
                      <Text size="sm" c="dimmed">
                        {messages.shown(number(items.length), number(total))}
                      </Text>
                      <Button
                        size="xs"
                        variant="default"
                        onClick={() => setLimit(Math.min(500, limit + PAGE))}
                      >
                        {messages.more}
                      </Button>
                    </Group>
                  ) : null}
                </>
              )
            }
          </Waiting>
        </Panel>
      </Grid.Col>
      {topic ? (
        <Grid.Col span={{ base: 12, lg: 5 }}>
          <TopicPanel
            key={topic}
            cluster={cluster}
            topic={topic}
            onGone={() => void navigate({ search: { tab: 'topics' } })}
          />
        </Grid.Col>
      ) : null}
    </Grid>
  );
}

interface NameProps {
  readonly topic: KafkaTopic;
  readonly onOpen: (name: string) => void;
}

function Name({ topic, onOpen }: NameProps) {
  const { clusters: messages } = useMessages();
  return (
    <Group gap="xs">
      <Button variant="subtle" size="compact-sm" onClick={() => onOpen(topic.name)}>
        {topic.name}
      </Button>
      {topic.internal ? (
        <Badge variant="default" tt="none" size="sm">
          {messages.internal}
        </Badge>
      ) : null}
    </Group>
  );
}
