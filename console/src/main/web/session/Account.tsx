import { IconUser } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { signOut } from '../api/session';
import { useMessages } from '../i18n/language';
import { Button, Menu } from '../ui/controls';
import { useSession } from './SignedIn';

/** Who is signed in and with what role; nothing where the server has no users. */
export function Account() {
  const { session } = useMessages();
  const { name, role, users } = useSession();
  const cache = useQueryClient();
  if (!users) return null;
  const leave = async () => {
    await signOut().catch(() => undefined);
    await cache.resetQueries();
  };
  return (
    <Menu>
      <Menu.Target>
        <Button variant="default" leftSection={<IconUser size={16} aria-hidden />} data-account={name}>
          {name} ({session.roles[role]})
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => void leave()}>{session.signOut}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
