import { IconTrash } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { deleteEndpoint, endpoints, endpointTypes } from '../../api/endpoints';
import { Problem } from '../../api/problem';
import type { Endpoint } from '../../api/types';
import { useMessages } from '../../i18n/language';
import { Confirm } from '../../ui/Confirm';
import { Button } from '../../ui/controls';
import { Page } from '../../ui/Page';
import { ProblemNote } from '../../ui/ProblemNote';
import { useAttempt } from '../../ui/useAttempt';
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
                actions={<Removal endpoint={endpoint} />}
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

function Removal({ endpoint }: { readonly endpoint: Endpoint }) {
  const { connections, actions } = useMessages();
  const [asking, setAsking] = useState(false);
  const cache = useQueryClient();
  const navigate = useNavigate();
  const { busy, error, attempt, clear } = useAttempt();
  const remove = () =>
    void attempt(async () => {
      await deleteEndpoint(endpoint);
      await navigate({ to: '/connections' });
      await cache.invalidateQueries({ queryKey: ['endpoints'] });
    });
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconTrash size={16} aria-hidden />}
        onClick={() => {
          clear();
          setAsking(true);
        }}
      >
        {actions.delete}
      </Button>
      <Confirm
        opened={asking}
        title={connections.deleteTitle(endpoint.name)}
        text={
          error instanceof Problem
            ? `${error.message} ${error.remedy}`
            : (error?.message ?? connections.deleteText)
        }
        action={actions.delete}
        busy={busy}
        onConfirm={remove}
        onClose={() => setAsking(false)}
      />
    </>
  );
}
