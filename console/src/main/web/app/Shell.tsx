import { Anchor, AppShell, Burger, Group, NavLink, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import {
  type Icon,
  IconApi,
  IconArchive,
  IconArrowsExchange,
  IconBook2,
  IconChartLine,
  IconPlug,
  IconPlugConnected,
  IconServer2,
} from '@tabler/icons-react';
import { createLink, Outlet, useRouterState } from '@tanstack/react-router';
import { useMessages } from '../i18n/language';
import type { Messages } from '../i18n/messages.es';
import { FirstSteps } from '../screens/start/FirstSteps';
import { Boundary } from '../ui/Boundary';
import { Choices } from './Choices';
import { StreamLight } from './StreamLight';

const Entry = createLink(NavLink<'a'>);

interface Place {
  readonly name: keyof Messages['nav'];
  readonly Icon: Icon;
  readonly paths: readonly [string, ...string[]];
  readonly last?: boolean;
}

/** Where one can go; a page that is made new belongs to the list that it will be in. */
const PLACES = [
  { name: 'tasks', Icon: IconArrowsExchange, paths: ['/tasks', '/new-task'] },
  { name: 'connections', Icon: IconPlugConnected, paths: ['/connections', '/new-connection'] },
  { name: 'clusters', Icon: IconServer2, paths: ['/clusters', '/new-cluster'] },
  { name: 'connectors', Icon: IconPlug, paths: ['/connectors'] },
  { name: 'backups', Icon: IconArchive, paths: ['/backups', '/new-backup', '/restore', '/jobs'] },
  { name: 'rest', Icon: IconApi, paths: ['/rest'] },
  { name: 'metrics', Icon: IconChartLine, paths: ['/metrics-board'] },
  { name: 'glossary', Icon: IconBook2, paths: ['/glossary'], last: true },
] as const satisfies readonly Place[];

/** Where a newcomer is led on. */
const START = ['/tasks', '/new-task', '/connections', '/new-connection'];

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
        {PLACES.map(({ name, Icon, paths, ...place }) => (
          <Entry
            key={name}
            to={paths[0]}
            label={nav[name]}
            leftSection={<Icon size={18} aria-hidden />}
            active={paths.some((place) => `${path}/`.startsWith(`${place}/`))}
            onClick={close}
            {...('last' in place ? { mt: 'auto' } : {})}
          />
        ))}
      </AppShell.Navbar>
      <AppShell.Main id="main">
        {START.some((place) => path.startsWith(place)) ? <FirstSteps /> : null}
        <Boundary>
          <Outlet />
        </Boundary>
      </AppShell.Main>
    </AppShell>
  );
}
