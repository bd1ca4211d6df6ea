import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { deleteEndpoint, endpoints, endpointTypes } from '../../api/endpoints';
import { Problem } from '../../api/problem';
import type { Endpoint } from '../../api/types';
import { useMessages } from '../../i18n/language';
import { useNeeds } from '../../session/useNeeds';
import { Page } from '../../ui/Page';
import { ProblemNote } from '../../ui/ProblemNote';
import { Removal } from '../../ui/Removal';
import { Waiting } from '../../ui/Waiting';
import { ConnectionEditor } from './ConnectionEditor';

/** One connection, to be looked at, tested and changed. */
export function ConnectionPage() {
  const { name } = useParams({ from: '/connections/$name' });
  const { problem } = useMessages();
  const all = useQuery(endpoints);
  const types = useQuery(endpointTypes);
  return (
    <Waiting query={types}>
      {(known) => (
        <Waiting query={all}>
          {({ items }) => {
            const endpoint = items.find((each) => each.name === name);
            if (endpoint === undefined) {
              return (
                <ProblemNote error={new Problem(404, { code: 'not-found', detail: problem.notFound })} />
              );
            }
            return (
              <Page
                title={endpoint.name}
                lead={endpoint.description}
                actions={<Delete endpoint={endpoint} />}
              >
                <ConnectionEditor
                  key={`${name}-${endpoint.version}`}
                  role={endpoint.role}
                  types={known.items.filter((type) => type.type === endpoint.type)}
                  saved={endpoint}
                />
              </Page>
            );
          }}
        </Waiting>
      )}
    </Waiting>
  );
}

function Delete({ endpoint }: { readonly endpoint: Endpoint }) {
  const { connections } = useMessages();
  const cache = useQueryClient();
  const navigate = useNavigate();
  const needs = useNeeds();
  const remove = async () => {
    await deleteEndpoint(endpoint);
    await navigate({ to: '/connections' });
    await cache.invalidateQueries({ queryKey: ['endpoints'] });
  };
  return (
    <Removal
      title={connections.deleteTitle(endpoint.name)}
      text={connections.deleteText}
      needs={needs('designer')}
      onRemove={remove}
    />
  );
}
