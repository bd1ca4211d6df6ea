import { call } from './client';

/** Each may also do what those before it may. */
export const ROLES = ['viewer', 'operator', 'designer', 'admin'] as const;

export type Role = (typeof ROLES)[number];

export interface Session {
  readonly name: string;
  readonly role: Role;
  /** Whether the server has users, so that one can sign out. */
  readonly users: boolean;
}

export const sessionKey = ['session'];

export const currentSession = () => call<Session>('GET', 'session');

export const signIn = (name: string, password: string) =>
  call<Session>('POST', 'session', { body: { name, password } });

export const signOut = () => call<void>('DELETE', 'session');
