import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { sourceTable } from '../../api/endpoints';
import type { TableSettings, TaskBody } from '../../api/types';
import { useMessages } from '../../i18n/language';
import { Alert, Box, Grid, Group, Stack } from '../../ui/controls';
import { Link } from '../../ui/Link';
import { Panel } from '../../ui/Panel';
import { Waiting } from '../../ui/Waiting';
import { SaveBar } from './SaveBar';
import { TablePreviewPanel } from './TablePreviewPanel';
import { TableSettingsForm } from './TableSettingsForm';
import { toDraft, toSettings, withTable } from './tableDraft';
import type { useTaskDraft } from './useTaskDraft';

interface Props {
  readonly table: string;
  readonly source: string;
  readonly edit: ReturnType<typeof useTaskDraft>;
}

/** What is otherwise for one table, and what that makes of its rows. */
export function TableSettingsPanel({ table, source, edit }: Props) {
  const { tableSettings: words } = useMessages();
  const query = useQuery(sourceTable(source, table));
  const saved = edit.draft.tableSettings[table] ?? NOTHING;
  const [written, setWritten] = useState({ saved, draft: toDraft(saved) });
  // Half-written lines are the form's own; what the task has wins where something else has changed it.
  const draft = written.saved === saved ? written.draft : toDraft(saved);
  return (
    <Stack gap="md">
      <Group>
        <Link
          to="/tasks/$name"
          params={{ name: edit.draft.name }}
          search={{ tab: 'tables' }}
          display="inline-flex"
          style={{ alignItems: 'center', gap: 6 }}
        >
          <IconArrowLeft size={16} aria-hidden />
          {words.back}
        </Link>
      </Group>
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, xl: 6 }}>
          <Panel title={table}>
            <Waiting query={query}>
              {(found) => (
                <>
                  {found.warnings.length > 0 ? (
                    <Alert color="orange" variant="light" lang="en">
                      {found.warnings.join(' ')}
                    </Alert>
                  ) : null}
                  <TableSettingsForm
                    table={found}
                    draft={draft}
                    onChange={(next) => {
                      const settings = same(toSettings(next), saved);
                      setWritten({ saved: settings, draft: next });
                      if (settings !== saved) edit.change(of(edit.draft, table, settings));
                    }}
                  />
                </>
              )}
            </Waiting>
            <SaveBar draft={edit} />
          </Panel>
        </Grid.Col>
        <Grid.Col span={{ base: 12, xl: 6 }}>
          <Box pos="sticky" top={72}>
            <TablePreviewPanel
              task={edit.draft.name}
              table={table}
              settings={saved}
              rules={edit.draft.tableRules}
            />
          </Box>
        </Grid.Col>
      </Grid>
    </Stack>
  );
}

const NOTHING: TableSettings = {};

/** What is as before is the same object, so that the form knows its own words again. */
function same(next: TableSettings, before: TableSettings): TableSettings {
  if (JSON.stringify(next) === JSON.stringify(before)) return before;
  return Object.keys(next).length === 0 ? NOTHING : next;
}

const of = (task: TaskBody, table: string, settings: TableSettings) => ({
  tableSettings: withTable(task.tableSettings, table, settings),
});
