import { useQuery } from '@tanstack/react-query';
import { connectors } from '../../api/connectors';
import { useMessages } from '../../i18n/language';
import { Stack } from '../../ui/controls';
import { Empty } from '../../ui/Empty';
import { Page } from '../../ui/Page';
import { Panel } from '../../ui/Panel';
import { Waiting } from '../../ui/Waiting';
import { ConnectorPanel } from './ConnectorPanel';

/** What runs on the platform's Connect workers. */
export function ConnectorsPage() {
  const { connectors: messages } = useMessages();
  const query = useQuery(connectors);
  return (
    <Page title={messages.title} lead={messages.lead}>
      <Waiting query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Panel>
              <Empty title={messages.none} text={messages.noneText} />
            </Panel>
          ) : (
            <Stack gap="lg">
              {items.map((each) => (
                <ConnectorPanel key={each.name} connector={each} />
              ))}
            </Stack>
          )
        }
      </Waiting>
    </Page>
  );
}
