import type { ClusterDetail } from '../../api/types';
import { useFormats } from '../../i18n/format';
import { useMessages } from '../../i18n/language';
import { Copy } from '../../ui/Copy';
import { Group, SimpleGrid, Stack, Table, Text } from '../../ui/controls';
import { Figure } from '../../ui/Figure';
import { Panel } from '../../ui/Panel';
import { Scroll } from '../../ui/Scroll';
import { accessOf } from './access';

/** What a cluster is made of, and where clients connect. */
export function OverviewPanel({ detail }: { readonly detail: ClusterDetail }) {
  const { clusters: messages } = useMessages();
  const { number, dateTime } = useFormats();
  const { cluster, bootstrap, nodes } = detail;
  const names: Readonly<Record<string, string>> = messages.bootstraps;
  return (
    <Stack gap="lg">
      <Panel>
        <SimpleGrid cols={{ base: 2, md: 4 }}>
          <Figure label={messages.brokers} value={number(cluster.numberOfBrokerNodes ?? 1)} />
          <Figure
            label={messages.zones}
            value={number(cluster.brokerNodeGroupInfo?.clientSubnets.length ?? 1)}
          />
          <Figure label={messages.version} value={cluster.currentBrokerSoftwareInfo?.kafkaVersion ?? '–'} />
          <Figure
            label={messages.access}
            value={<Text fw={600}>{messages.accesses[accessOf(cluster)].name}</Text>}
          />
        </SimpleGrid>
      </Panel>
      <Panel title={messages.bootstrap}>
        {Object.keys(bootstrap).length === 0 ? <Text c="dimmed">{messages.notYet}</Text> : null}
        {Object.entries(bootstrap).map(([key, value]) => (
          <Group key={key} justify="space-between" gap="sm" data-bootstrap={key}>
            <Stack gap={2} miw={0}>
              <Text size="sm" c="dimmed">
                {names[key] ?? key}
              </Text>
              <Text className="mono">{value}</Text>
            </Stack>
            <Copy value={value} label={names[key] ?? key} />
          </Group>
        ))}
      </Panel>
      <Panel title={messages.nodes}>
        {nodes.length === 0 ? (
          <Text c="dimmed">{messages.notYet}</Text>
        ) : (
          <Scroll label={messages.nodes} wide={640}>
            <Table verticalSpacing="sm">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{messages.broker}</Table.Th>
                  <Table.Th>{messages.address}</Table.Th>
                  <Table.Th>{messages.subnet}</Table.Th>
                  <Table.Th>{messages.machine}</Table.Th>
                  <Table.Th>{messages.since}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {nodes.map(({ brokerNodeInfo: node, instanceType, addedToClusterTime }) => (
                  <Table.Tr key={node.brokerId} data-broker={node.brokerId}>
                    <Table.Td className="tabular">{number(node.brokerId)}</Table.Td>
                    <Table.Td className="mono">{node.endpoints.join(', ')}</Table.Td>
                    <Table.Td>{node.clientSubnet}</Table.Td>
                    <Table.Td>{instanceType}</Table.Td>
                    <Table.Td>{dateTime(addedToClusterTime)}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Scroll>
        )}
      </Panel>
    </Stack>
  );
}
