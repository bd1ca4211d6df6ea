import { Anchor, AppShell, Burger, Group, NavLink, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import {
  IconApi,
  IconArrowsExchange,
  IconBook2,
  IconChartLine,
  IconPlug,
  IconPlugConnected,
  IconServer2,
} from '@tabler/icons-react';
import { createLink, Outlet, useRouterState } from '@tanstack/react-router';
import { useMessages } from '../i18n/language';
import { Boundary } from '../ui/Boundary';
import { Choices } from './Choices';
import { StreamLight } from './StreamLight';

const Entry = createLink(NavLink<'a'>);

/** A page that is made new belongs to the list that it will be in. */
const within = (path: string, places: readonly string[]) => places.some((place) => path.startsWith(place));

/** What is around every page: navigation, language, theme, and whether the server is heard. */
export function Shell({ onLanguage }: { readonly onLanguage: (language: 'es' | 'en') => void }) {
  const [open, { toggle, close }] = useDisclosure();
  const { app, nav } = useMessages();
  const path = useRouterState({ select: (state) => state.location.pathname });
  return (
    <AppShell
      header={{ height: 56 }}
      navbar={{ width: 220, breakpoint: 'sm', collapsed: { mobile: !open } }}
      padding="lg"
    >
      <Anchor href="#main" className="skip">
        {app.skip}
      </Anchor>
      <AppShell.Header>
        <Group h="100%" px="md" justify="space-between" wrap="nowrap">
          <Group gap="sm" wrap="nowrap">
            <Burger opened={open} onClick={toggle} hiddenFrom="sm" size="sm" aria-label={app.navigation} />
            <img src="/favicon.svg" alt="" width={28} height={28} />
            <Text fw={700} size="lg">
              Caudal
            </Text>
          </Group>
          <Group gap="sm" wrap="nowrap">
            <StreamLight />
            <Choices onLanguage={onLanguage} />
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="sm" component="nav" aria-label={app.navigation}>
        <Entry
          to="/tasks"
          search={{ filter: '' }}
          label={nav.tasks}
          leftSection={<IconArrowsExchange size={18} aria-hidden />}
          active={within(path, ['/tasks', '/new-task'])}
          onClick={close}
        />
        <Entry
          to="/connections"
          label={nav.connections}
          leftSection={<IconPlugConnected size={18} aria-hidden />}
          active={within(path, ['/connections', '/new-connection'])}
          onClick={close}
        />
        <Entry
          to="/clusters"
          label={nav.clusters}
          leftSection={<IconServer2 size={18} aria-hidden />}
          active={within(path, ['/clusters', '/new-cluster'])}
          onClick={close}
        />
        <Entry
          to="/connectors"
          label={nav.connectors}
          leftSection={<IconPlug size={18} aria-hidden />}
          active={within(path, ['/connectors'])}
          onClick={close}
        />
        <Entry
          to="/rest"
          label={nav.rest}
          leftSection={<IconApi size={18} aria-hidden />}
          active={within(path, ['/rest'])}
          onClick={close}
        />
        <Entry
          to="/metrics-board"
          label={nav.metrics}
          leftSection={<IconChartLine size={18} aria-hidden />}
          active={within(path, ['/metrics-board'])}
          onClick={close}
        />
        <Entry
          to="/glossary"
          label={nav.glossary}
          leftSection={<IconBook2 size={18} aria-hidden />}
          active={within(path, ['/glossary'])}
          onClick={close}
          mt="auto"
        />
      </AppShell.Navbar>
      <AppShell.Main id="main">
        <Boundary>
          <Outlet />
        </Boundary>
      </AppShell.Main>
    </AppShell>
  );
}
