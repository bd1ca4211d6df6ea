import { useMessages } from '../../i18n/language';
import { Box, Text } from '../../ui/controls';
import { Page } from '../../ui/Page';
import { Panel } from '../../ui/Panel';

/** What the words mean. */
export function GlossaryPage() {
  const { glossary } = useMessages();
  return (
    <Page title={glossary.title} lead={glossary.lead}>
      <Box maw={920}>
        <Panel>
          <dl className="terms">
            {Object.values(glossary.terms).map(({ word, text }) => (
              <div key={word}>
                <Text component="dt" fw={600}>
                  {word}
                </Text>
                <Text component="dd" c="dimmed">
                  {text}
                </Text>
              </div>
            ))}
          </dl>
        </Panel>
      </Box>
    </Page>
  );
}
