import { useNavigate, useSearch } from '@tanstack/react-router';
import type { BackupsTab } from '../../app/router';
import { useMessages } from '../../i18n/language';
import { Tabs } from '../../ui/controls';
import { Page } from '../../ui/Page';
import { BucketsPanel } from './BucketsPanel';
import { DrillForm } from './DrillForm';
import { JobsPanel } from './JobsPanel';

const TABS: readonly BackupsTab[] = ['buckets', 'drill', 'jobs'];

/** What is in the buckets, rehearsals, and what runs. */
export function BackupsPage() {
  const { backups: messages } = useMessages();
  const { tab } = useSearch({ from: '/backups' });
  const navigate = useNavigate({ from: '/backups' });
  return (
    <Page title={messages.title} lead={messages.lead}>
      <Tabs
        value={tab}
        onChange={(value) => void navigate({ search: { tab: value as BackupsTab } })}
        keepMounted={false}
      >
        <Tabs.List mb="lg">
          {TABS.map((each) => (
            <Tabs.Tab key={each} value={each}>
              {messages.tabs[each]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="buckets">
          <BucketsPanel />
        </Tabs.Panel>
        <Tabs.Panel value="drill">
          <DrillForm />
        </Tabs.Panel>
        <Tabs.Panel value="jobs">
          <JobsPanel />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
