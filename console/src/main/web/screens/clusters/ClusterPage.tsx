import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { cluster, deleteCluster } from '../../api/clusters';
import type { ClusterDetail } from '../../api/types';
import type { ClusterTab } from '../../app/router';
import { useMessages } from '../../i18n/language';
import { useNeeds } from '../../session/useNeeds';
import { Copy } from '../../ui/Copy';
import { Alert, Code, Tabs } from '../../ui/controls';
import { Page } from '../../ui/Page';
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
      <Tabs
        value={tab}
        onChange={(value) => void navigate({ search: { tab: value as ClusterTab } })}
        keepMounted={false}
      >
        <Tabs.List mb="lg">
          {TABS.map((each) => (
            <Tabs.Tab key={each} value={each}>
              {messages.tabs[each]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="overview">
          <OverviewPanel detail={detail} />
        </Tabs.Panel>
        <Tabs.Panel value="topics">
          <TopicsPanel cluster={name} />
        </Tabs.Panel>
        <Tabs.Panel value="groups">
          <GroupsPanel cluster={name} />
        </Tabs.Panel>
        <Tabs.Panel value="json">
          <Panel title="describe-cluster" actions={<Copy value={json} label="describe-cluster" />}>
            <Scroll label="describe-cluster" most={640}>
              <Code block>{json}</Code>
            </Scroll>
          </Panel>
        </Tabs.Panel>
      </Tabs>
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
