import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { clusters } from '../../api/clusters';
import type { Cluster } from '../../api/types';
import { useFormats } from '../../i18n/format';
import { useMessages } from '../../i18n/language';
import { Table, Text } from '../../ui/controls';
import { ButtonLink, Link } from '../../ui/Link';
import { Page } from '../../ui/Page';
import { Panel } from '../../ui/Panel';
import { Scroll } from '../../ui/Scroll';
import { Waiting } from '../../ui/Waiting';
import { accessOf } from './access';
import { ClusterBadge } from './ClusterBadge';

/** All Kafka clusters of the machine. */
export function ClustersPage() {
  const { clusters: messages } = useMessages();
  const query = useQuery(clusters);
  return (
    <Page
      title={messages.title}
      lead={messages.lead}
      actions={
        <ButtonLink to="/new-cluster" leftSection={<IconPlus size={16} aria-hidden />}>
          {messages.new}
        </ButtonLink>
      }
    >
      <Panel>
        <Waiting query={query}>
          {({ items }) => (
            <Scroll label={messages.title} wide={720}>
              <Table verticalSpacing="sm" highlightOnHover>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>{messages.name}</Table.Th>
                    <Table.Th>{messages.state}</Table.Th>
                    <Table.Th>{messages.version}</Table.Th>
                    <Table.Th ta="right">{messages.brokers}</Table.Th>
                    <Table.Th>{messages.access}</Table.Th>
                    <Table.Th>{messages.created}</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {items.map((each) => (
                    <Row key={each.clusterName} cluster={each} />
                  ))}
                </Table.Tbody>
              </Table>
            </Scroll>
          )}
        </Waiting>
      </Panel>
    </Page>
  );
}

function Row({ cluster }: { readonly cluster: Cluster }) {
  const { clusters: messages } = useMessages();
  const { ago, number } = useFormats();
  const own = cluster.clusterName === 'local';
  return (
    <Table.Tr data-cluster={cluster.clusterName}>
      <Table.Td>
        <Link
          to="/clusters/$name"
          params={{ name: cluster.clusterName }}
          search={{ tab: 'overview' }}
          fw={600}
        >
          {cluster.clusterName}
        </Link>
        {own ? (
          <Text size="xs" c="dimmed">
            {messages.own}
          </Text>
        ) : null}
      </Table.Td>
      <Table.Td>
        <ClusterBadge state={cluster.state} />
      </Table.Td>
      <Table.Td className="tabular">{cluster.currentBrokerSoftwareInfo?.kafkaVersion ?? '–'}</Table.Td>
      <Table.Td ta="right" className="tabular">
        {number(cluster.numberOfBrokerNodes ?? 1)}
      </Table.Td>
      <Table.Td>{messages.accesses[accessOf(cluster)].name}</Table.Td>
      <Table.Td>{cluster.creationTime ? ago(cluster.creationTime) : '–'}</Table.Td>
    </Table.Tr>
  );
}
