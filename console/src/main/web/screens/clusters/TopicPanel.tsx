import { useQuery, useQueryClient } from '@tanstack/react-query';
import { clusterTopic, deleteTopic } from '../../api/clusters';
import { useFormats } from '../../i18n/format';
import { useMessages } from '../../i18n/language';
import { useNeeds } from '../../session/useNeeds';
import { Stack, Table, Text } from '../../ui/controls';
import { Panel } from '../../ui/Panel';
import { Removal } from '../../ui/Removal';
import { Scroll } from '../../ui/Scroll';
import { Waiting } from '../../ui/Waiting';

interface Props {
  readonly cluster: string;
  readonly topic: string;
  readonly onGone: () => void;
}

/** Partitions and settings of a topic. */
export function TopicPanel({ cluster, topic, onGone }: Props) {
  const { clusters: messages } = useMessages();
  const { number } = useFormats();
  const cache = useQueryClient();
  const query = useQuery(clusterTopic(cluster, topic));
  const needs = useNeeds();
  const remove = async () => {
    await deleteTopic(cluster, topic);
    await cache.invalidateQueries({ queryKey: ['cluster-topics', cluster] });
    onGone();
  };
  return (
    <Panel
      title={topic}
      actions={
        query.data && !query.data.topic.internal ? (
          <Removal
            title={messages.deleteTopicTitle(topic)}
            text={messages.deleteTopicText}
            typed={topic}
            small
            needs={needs('designer')}
            onRemove={remove}
          />
        ) : null
      }
    >
      <Waiting query={query}>
        {({ partitions, configs }) => (
          <Stack gap="md">
            <Scroll label={messages.partitions} wide={380} most={320}>
              <Table verticalSpacing={6}>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>{messages.partition}</Table.Th>
                    <Table.Th>{messages.leader}</Table.Th>
                    <Table.Th>{messages.replicas}</Table.Th>
                    <Table.Th ta="right">{messages.offsets}</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {partitions.map((each) => (
                    <Table.Tr key={each.partition} data-partition={each.partition}>
                      <Table.Td className="tabular">{each.partition}</Table.Td>
                      <Table.Td className="tabular">{each.leader ?? messages.noLeader}</Table.Td>
                      <Table.Td className="tabular">
                        {each.replicas
                          .map((replica) =>
                            each.inSync.includes(replica) ? `${replica}` : messages.behind(replica),
                          )
                          .join(', ')}
                      </Table.Td>
                      <Table.Td ta="right" className="tabular">
                        {number(each.begin)} – {number(each.end)}
                      </Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </Scroll>
            <Text fw={600} size="sm">
              {messages.settings}
            </Text>
            {Object.keys(configs).length === 0 ? (
              <Text size="sm" c="dimmed">
                {messages.noSettings}
              </Text>
            ) : (
              Object.entries(configs).map(([key, value]) => (
                <Text key={key} className="mono">
                  {key}={value}
                </Text>
              ))
            )}
          </Stack>
        )}
      </Waiting>
    </Panel>
  );
}
