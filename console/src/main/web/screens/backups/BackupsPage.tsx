import { IconPlus } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { BackupsTab } from '../../app/router';
import { useMessages } from '../../i18n/language';
import { ButtonLink } from '../../ui/Link';
import { Page } from '../../ui/Page';
import { PageTabs } from '../../ui/PageTabs';
import { BackupTasksPanel } from './BackupTasksPanel';
import { BucketsPanel } from './BucketsPanel';
import { DrillForm } from './DrillForm';
import { JobsPanel } from './JobsPanel';

const TABS: readonly BackupsTab[] = ['buckets', 'tasks', 'drill', 'jobs'];

const PANELS = {
  buckets: <BucketsPanel />,
  tasks: <BackupTasksPanel />,
  drill: <DrillForm />,
  jobs: <JobsPanel />,
};

/** What is in the buckets, what fills them, rehearsals, and what runs. */
export function BackupsPage() {
  const { backups: messages } = useMessages();
  const { tab } = useSearch({ from: '/backups' });
  const navigate = useNavigate({ from: '/backups' });
  return (
    <Page
      title={messages.title}
      lead={messages.lead}
      actions={
        <ButtonLink to="/new-backup" leftSection={<IconPlus size={16} aria-hidden />}>
          {messages.new}
        </ButtonLink>
      }
    >
      <PageTabs
        tabs={TABS}
        labels={messages.tabs}
        value={tab}
        onChange={(value) => void navigate({ search: { tab: value } })}
      >
        {PANELS[tab]}
      </PageTabs>
    </Page>
  );
}
