import type { Endpoint, Role } from '../../api/types';
import { useMessages } from '../../i18n/language';
import { Select, Stack, Text } from '../../ui/controls';
import { Link } from '../../ui/Link';
import { RoleMark } from '../../ui/RoleMark';

interface Props {
  readonly side: Role;
  readonly endpoints: readonly Endpoint[];
  readonly value: string | null;
  readonly onChange: (name: string | null) => void;
}

/** Chooses among the connections of a role, or leads to a new one. */
export function EndpointChoice({ side, endpoints, value, onChange }: Props) {
  const { task, connections } = useMessages();
  const fitting = endpoints.filter((endpoint) => endpoint.role === side);
  return (
    <Stack gap="xs">
      <RoleMark role={side} />
      <Select
        aria-label={task[side]}
        placeholder={task.choose}
        data={fitting.map((endpoint) => endpoint.name)}
        value={value}
        onChange={onChange}
        clearable
        searchable
      />
      <Text size="sm" c="dimmed">
        {fitting.length === 0 ? `${task.noEndpoint(task[side].toLowerCase())} ` : ''}
        <Link to="/new-connection" search={{ role: side }} size="sm">
          {connections.new}
        </Link>
      </Text>
    </Stack>
  );
}
