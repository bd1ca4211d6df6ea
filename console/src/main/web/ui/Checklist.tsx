import { Group, List, Stack, Text, ThemeIcon } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconMinus, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Check, Report } from '../api/types';
import { useMessages } from '../i18n/language';

const LOOKS: Record<Check['status'], { color: string; icon: ReactNode }> = {
  passed: { color: 'teal', icon: <IconCheck size={14} aria-hidden /> },
  failed: { color: 'red', icon: <IconX size={14} aria-hidden /> },
  warning: { color: 'orange', icon: <IconAlertTriangle size={14} aria-hidden /> },
  skipped: { color: 'gray', icon: <IconMinus size={14} aria-hidden /> },
};

/** What was looked at, line by line, with what to do about each. */
export function Checklist({ report }: { readonly report: Report }) {
  const { checks } = useMessages();
  const titles: Readonly<Record<string, string>> = checks.titles;
  const outcome = (check: Check) => {
    if (check.status === 'skipped') {
      return checks.notReached;
    }
    return (check.status === 'passed' && checks.well[check.id]) || check.detail;
  };
  return (
    <List listStyleType="none" spacing="sm" data-passed={report.passed}>
      {report.checks.map((check, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: several lines may have one id, and their order is fixed
        <List.Item key={`${check.id}-${line}`} data-check={check.id} data-status={check.status}>
          <Group align="flex-start" wrap="nowrap" gap="sm">
            <ThemeIcon
              size="sm"
              radius="xl"
              color={LOOKS[check.status].color}
              aria-label={checks[check.status]}
              role="img"
              mt={2}
            >
              {LOOKS[check.status].icon}
            </ThemeIcon>
            <Stack gap={2}>
              <Text fw={500}>{titles[check.id] ?? check.title}</Text>
              {check.detail ? (
                <Text size="sm" c="dimmed">
                  {outcome(check)}
                </Text>
              ) : null}
              {check.remedy && checks.hints[check.id] ? (
                <Text size="sm">{checks.hints[check.id]}</Text>
              ) : null}
              {check.remedy ? (
                <Text size="sm" lang="en" {...(checks.hints[check.id] ? { c: 'dimmed' } : {})}>
                  {check.remedy}
                </Text>
              ) : null}
            </Stack>
          </Group>
        </List.Item>
      ))}
    </List>
  );
}
