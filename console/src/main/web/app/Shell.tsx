import { Anchor, AppShell, Burger, Group, NavLink, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArrowsExchange, IconPlugConnected } from '@tabler/icons-react';
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
      </AppShell.Navbar>
      <AppShell.Main id="main">
        <Boundary>
          <Outlet />
        </Boundary>
      </AppShell.Main>
    </AppShell>
  );
}
