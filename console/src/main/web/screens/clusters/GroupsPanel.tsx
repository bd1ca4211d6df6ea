import { useQuery } from '@tanstack/react-query';
import { groups } from '../../api/clusters';
import type { ConsumerGroup } from '../../api/types';
import { useFormats } from '../../i18n/format';
import { useMessages } from '../../i18n/language';
import { Badge, Group, Stack, Table, Text } from '../../ui/controls';
import { Details } from '../../ui/Details';
import { Panel } from '../../ui/Panel';
import { Scroll } from '../../ui/Scroll';
import { Waiting } from '../../ui/Waiting';

/** The groups of consumers, and how far behind they are. */
export function GroupsPanel({ cluster }: { readonly cluster: string }) {
  const { clusters: messages } = useMessages();
  const query = useQuery(groups(cluster));
  return (
    <Waiting query={query}>
      {({ items }) => (
        <Stack gap="lg">
          {items.length === 0 ? (
            <Panel>
              <Text fw={600}>{messages.noGroups}</Text>
              <Text c="dimmed">{messages.noGroupsText}</Text>
            </Panel>
          ) : null}
          {items.map((each) => (
            <One key={each.group} group={each} />
          ))}
        </Stack>
      )}
    </Waiting>
  );
}

function One({ group }: { readonly group: ConsumerGroup }) {
  const { clusters: messages } = useMessages();
  const { number } = useFormats();
  const states: Readonly<Record<string, string>> = messages.groupStates;
  return (
    <Panel
      title={group.group}
      actions={
        <Group gap="md" data-group={group.group} data-lag={group.lag}>
          <Badge variant="light" color={group.state === 'stable' ? 'teal' : 'gray'} tt="none">
            {states[group.state] ?? group.state}
          </Badge>
          <Text size="sm" c="dimmed">
            {messages.members(group.members)}
          </Text>
          <Text size="sm" fw={600} className="tabular">
            {messages.lag(number(group.lag))}
          </Text>
        </Group>
      }
    >
      {group.places.length === 0 ? (
        <Text size="sm" c="dimmed">
          {messages.noPlaces}
        </Text>
      ) : (
        <Details summary={messages.places(group.places.length)}>
          <Scroll label={group.group} wide={520} most={400}>
            <Table verticalSpacing={6} className="tabular">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{messages.topic}</Table.Th>
                  <Table.Th ta="right">{messages.partition}</Table.Th>
                  <Table.Th ta="right">{messages.position}</Table.Th>
                  <Table.Th ta="right">{messages.end}</Table.Th>
                  <Table.Th ta="right">{messages.lagColumn}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {group.places.map((place) => (
                  <Table.Tr key={`${place.topic}-${place.partition}`}>
                    <Table.Td>{place.topic}</Table.Td>
                    <Table.Td ta="right">{place.partition}</Table.Td>
                    <Table.Td ta="right">{number(place.position)}</Table.Td>
                    <Table.Td ta="right">{number(place.end)}</Table.Td>
                    <Table.Td ta="right">{number(place.lag)}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Scroll>
        </Details>
      )}
    </Panel>
  );
}
