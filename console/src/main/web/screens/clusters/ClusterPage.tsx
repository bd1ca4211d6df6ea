import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { cluster, deleteCluster } from '../../api/clusters';
import type { ClusterDetail } from '../../api/types';
import type { ClusterTab } from '../../app/router';
import { useMessages } from '../../i18n/language';
import { useNeeds } from '../../session/useNeeds';
import { Copy } from '../../ui/Copy';
import { Alert, Code } from '../../ui/controls';
import { Page } from '../../ui/Page';
import { PageTabs } from '../../ui/PageTabs';
import { Panel } from '../../ui/Panel';
import { Removal } from '../../ui/Removal';
import { Scroll } from '../../ui/Scroll';
import { Waiting } from '../../ui/Waiting';
import { ClusterBadge } from './ClusterBadge';
import { GroupsPanel } from './GroupsPanel';
import { OverviewPanel } from './OverviewPanel';
import { TopicsPanel } from './TopicsPanel';

const TABS: readonly ClusterTab[] = ['overview', 'topics', 'groups', 'json'];

/** One cluster. */
export function ClusterPage() {
  const { name } = useParams({ from: '/clusters/$name' });
  const query = useQuery(cluster(name));
  return <Waiting query={query}>{(detail) => <Found key={name} detail={detail} />}</Waiting>;
}

function Found({ detail }: { readonly detail: ClusterDetail }) {
  const { clusters: messages } = useMessages();
  const { tab } = useSearch({ from: '/clusters/$name' });
  const navigate = useNavigate({ from: '/clusters/$name' });
  const name = detail.cluster.clusterName;
  const json = JSON.stringify({ clusterInfo: detail.cluster }, null, 2);
  return (
    <Page
      title={name}
      lead={name === 'local' ? messages.own : ''}
      mark={<ClusterBadge state={detail.cluster.state} />}
      actions={name === 'local' ? null : <Delete name={name} />}
    >
      {detail.cluster.stateInfo && name !== 'local' ? (
        <Alert color={detail.cluster.state === 'FAILED' ? 'red' : 'blue'} variant="light" role="status">
          {detail.cluster.stateInfo.message}
        </Alert>
      ) : null}
      <PageTabs
        tabs={TABS}
        labels={messages.tabs}
        value={tab}
        onChange={(value) => void navigate({ search: { tab: value } })}
      >
        {tab === 'overview' ? <OverviewPanel detail={detail} /> : null}
        {tab === 'topics' ? <TopicsPanel cluster={name} /> : null}
        {tab === 'groups' ? <GroupsPanel cluster={name} /> : null}
        {tab === 'json' ? (
          <Panel title="describe-cluster" actions={<Copy value={json} label="describe-cluster" />}>
            <Scroll label="describe-cluster" most={640}>
              <Code block>{json}</Code>
            </Scroll>
          </Panel>
        ) : null}
      </PageTabs>
    </Page>
  );
}

function Delete({ name }: { readonly name: string }) {
  const { clusters: messages } = useMessages();
  const cache = useQueryClient();
  const navigate = useNavigate();
  const needs = useNeeds();
  const remove = async () => {
    await deleteCluster(name);
    await cache.invalidateQueries({ queryKey: ['clusters'] });
    await navigate({ to: '/clusters' });
  };
  return (
    <Removal
      title={messages.deleteTitle(name)}
      text={messages.deleteText}
      typed={name}
      needs={needs('designer')}
      onRemove={remove}
    />
  );
}
