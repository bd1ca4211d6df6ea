import { useQuery } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext } from 'react';
import { Problem } from '../api/problem';
import { currentSession, ROLES, type Role, type Session, sessionKey } from '../api/session';
import { SignInPage } from './SignInPage';

/** While the server does not answer, the screens say so; it decides by itself what somebody may do. */
const UNKNOWN: Session = { name: '', role: 'admin', users: false };

const SessionContext = createContext<Session>(UNKNOWN);

interface Props {
  readonly onLanguage: (language: 'es' | 'en') => void;
  readonly children: ReactNode;
}

/** Shows the console to whom the server knows, and a form to others. */
export function SignedIn({ onLanguage, children }: Props) {
  const { data, error } = useQuery({
    queryKey: sessionKey,
    queryFn: currentSession,
    refetchInterval: 60_000,
  });
  if (error instanceof Problem && error.status === 401) return <SignInPage onLanguage={onLanguage} />;
  if (data === undefined && error === null) return null;
  return <SessionContext value={data ?? UNKNOWN}>{children}</SessionContext>;
}

export function useSession(): Session {
  return useContext(SessionContext);
}

/** Whether the one at the screen has a role, or more. */
export function useMay(): (needed: Role) => boolean {
  const { role } = useSession();
  return (needed) => ROLES.indexOf(role) >= ROLES.indexOf(needed);
}
