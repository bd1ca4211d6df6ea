import type { Role } from '../api/session';
import { useMessages } from '../i18n/language';
import { useMay } from './SignedIn';

/** What a control has that needs a role which the one at the screen may lack: it is off then, and says why. */
export function useNeeds(): (role: Role) => { readonly disabled?: true; readonly title?: string } {
  const { session } = useMessages();
  const may = useMay();
  return (role) => (may(role) ? {} : { disabled: true, title: session.needs(session.roles[role]) });
}
