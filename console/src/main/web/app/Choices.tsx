import { ActionIcon, Menu, useMantineColorScheme } from '@mantine/core';
import { IconLanguage, IconMoon, IconSun, IconSunMoon } from '@tabler/icons-react';
import { useMessages } from '../i18n/language';
import { Account } from '../session/Account';

const SCHEMES = [
  ['auto', <IconSunMoon key="auto" size={16} aria-hidden />],
  ['light', <IconSun key="light" size={16} aria-hidden />],
  ['dark', <IconMoon key="dark" size={16} aria-hidden />],
] as const;

/** Who is signed in, language and theme. */
export function Choices({ onLanguage }: { readonly onLanguage: (language: 'es' | 'en') => void }) {
  const { app, themes } = useMessages();
  const { setColorScheme } = useMantineColorScheme();
  return (
    <>
      <Account />
      <Menu>
        <Menu.Target>
          <ActionIcon variant="default" size="lg" aria-label={app.language}>
            <IconLanguage size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => onLanguage('es')}>Español</Menu.Item>
          <Menu.Item onClick={() => onLanguage('en')}>English</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Menu>
        <Menu.Target>
          <ActionIcon variant="default" size="lg" aria-label={app.theme}>
            <IconSunMoon size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {SCHEMES.map(([scheme, icon]) => (
            <Menu.Item key={scheme} leftSection={icon} onClick={() => setColorScheme(scheme)}>
              {themes[scheme]}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
