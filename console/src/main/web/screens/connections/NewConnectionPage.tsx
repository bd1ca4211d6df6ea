import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { endpointTypes } from '../../api/endpoints';
import type { Role } from '../../api/types';
import { useMessages } from '../../i18n/language';
import { SegmentedControl } from '../../ui/controls';
import { Page } from '../../ui/Page';
import { Waiting } from '../../ui/Waiting';
import { ConnectionEditor } from './ConnectionEditor';

/** A new source or target. */
export function NewConnectionPage() {
  const { connections } = useMessages();
  const { role } = useSearch({ from: '/new-connection' });
  const navigate = useNavigate({ from: '/new-connection' });
  const query = useQuery(endpointTypes);
  return (
    <Page
      title={connections.new}
      lead={connections.lead}
      actions={
        <SegmentedControl
          value={role}
          aria-label={connections.role}
          onChange={(value) => void navigate({ search: { role: value as Role }, replace: true })}
          data={[
            { value: 'source', label: connections.source },
            { value: 'target', label: connections.target },
          ]}
        />
      }
    >
      <Waiting query={query}>
        {({ items }) => (
          <ConnectionEditor
            key={role}
            role={role}
            types={items.filter((type) => type.roles.includes(role))}
          />
        )}
      </Waiting>
    </Page>
  );
}
