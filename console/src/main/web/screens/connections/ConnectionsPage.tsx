import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { endpoints, endpointTypes } from '../../api/endpoints';
import type { Endpoint, EndpointType } from '../../api/types';
import { useMessages, useText } from '../../i18n/language';
import { Table, Text } from '../../ui/controls';
import { Empty } from '../../ui/Empty';
import { ButtonLink, Link } from '../../ui/Link';
import { Page } from '../../ui/Page';
import { Panel } from '../../ui/Panel';
import { RoleMark } from '../../ui/RoleMark';
import { Scroll } from '../../ui/Scroll';
import { Waiting } from '../../ui/Waiting';
import { TryWorld } from '../world/TryWorld';

/** All sources and targets. */
export function ConnectionsPage() {
  const { connections } = useMessages();
  const query = useQuery(endpoints);
  const types = useQuery(endpointTypes).data?.items ?? [];
  return (
    <Page
      title={connections.title}
      lead={connections.lead}
      actions={
        <ButtonLink
          to="/new-connection"
          search={{ role: 'source' }}
          leftSection={<IconPlus size={16} aria-hidden />}
        >
          {connections.new}
        </ButtonLink>
      }
    >
      <Panel>
        <Waiting query={query}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty title={connections.none} text={connections.noneText} instead={<TryWorld />}>
                <ButtonLink to="/new-connection" search={{ role: 'source' }}>
                  {connections.new}
                </ButtonLink>
              </Empty>
            ) : (
              <Rows endpoints={items} types={types} />
            )
          }
        </Waiting>
      </Panel>
    </Page>
  );
}

interface RowsProps {
  readonly endpoints: readonly Endpoint[];
  readonly types: readonly EndpointType[];
}

function Rows({ endpoints, types }: RowsProps) {
  const { connections } = useMessages();
  const text = useText();
  const label = (type: string) => {
    const known = types.find((each) => each.type === type);
    return known ? text(known.label) : type;
  };
  return (
    <Scroll label={connections.title} wide={560}>
      <Table verticalSpacing="sm" highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{connections.name}</Table.Th>
            <Table.Th>{connections.role}</Table.Th>
            <Table.Th>{connections.type}</Table.Th>
            <Table.Th>{connections.usage}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {endpoints.map((endpoint) => (
            <Table.Tr key={endpoint.name} data-endpoint={endpoint.name}>
              <Table.Td>
                <Link to="/connections/$name" params={{ name: endpoint.name }} fw={600}>
                  {endpoint.name}
                </Link>
                {endpoint.description ? (
                  <Text size="xs" c="dimmed">
                    {endpoint.description}
                  </Text>
                ) : null}
              </Table.Td>
              <Table.Td>
                <RoleMark role={endpoint.role} />
              </Table.Td>
              <Table.Td>{label(endpoint.type)}</Table.Td>
              <Table.Td>
                <Text size="sm" c="dimmed">
                  {connections.usedBy(endpoint.usedBy.length)}
                </Text>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Scroll>
  );
}
