import { Watchers } from './watchers';

/** Its name among the locks and the channels of all tabs. */
const NAME = 'caudal-events';

const EVENTS = ['tasks', 'task', 'note'] as const;

type Named = (typeof EVENTS)[number];

type Said =
  | { readonly kind: 'event'; readonly name: Named; readonly data: string }
  | { readonly kind: 'connected'; readonly connected: boolean }
  | { readonly kind: 'watching'; readonly tab: string; readonly task: string | undefined }
  | { readonly kind: 'who' };

const lockOf = (tab: string) => `${NAME}-${tab}`;

interface Listener {
  readonly onEvent: (name: Named, data: string) => void;
  readonly onConnected: (connected: boolean) => void;
}

/**
 * The server's stream of events, once for all tabs of a browser, which has few connections to a server. One tab holds
 * the lock and the stream and passes on what it hears; when it goes, another takes over. Each tab also holds a lock of
 * its own, by which the leader notices that it has gone, also when it has crashed. Where there are no locks (the
 * page came over plain HTTP from another machine), each tab has a stream of its own.
 */
export class SharedEvents {
  private readonly tab = Math.random().toString(36).slice(2);
  private readonly channel = new BroadcastChannel(NAME);
  private readonly closed = new AbortController();
  private readonly watchers = new Watchers();
  private readonly last = new Map<string, Said>();
  private task: string | undefined;
  private held: Promise<void> = Promise.resolve();
  private leads = false;
  private stream: EventSource | undefined;
  private topics = '';

  constructor(private readonly listener: Listener) {
    this.channel.onmessage = ({ data }) => this.hear(data as Said);
    if (navigator.locks === undefined) {
      this.lead();
      return;
    }
    this.hold(NAME, () => this.lead());
    this.held = new Promise((done) => this.hold(lockOf(this.tab), done));
  }

  /** Asks for the details of a task, instead of the one before. */
  watch(task: string | undefined): void {
    this.task = task;
    this.tell();
  }

  close(): void {
    this.closed.abort();
    this.stream?.close();
    this.channel.close();
  }

  /** Waits for a lock, and keeps it until this is closed or the tab goes. */
  private hold(name: string, then: () => void): void {
    const signal = this.closed.signal;
    navigator.locks
      .request(name, { signal }, () => {
        then();
        return new Promise<void>((done) => signal.addEventListener('abort', () => done()));
      })
      .catch(() => undefined);
  }

  private lead(): void {
    this.leads = true;
    this.say({ kind: 'who' });
    this.tell();
  }

  private tell(): void {
    if (this.leads) {
      this.watchers.set(this.tab, this.task);
      this.open();
    } else {
      // Not before its lock is held, or the leader would take it for gone.
      void this.held.then(() => this.say({ kind: 'watching', tab: this.tab, task: this.task }));
    }
  }

  private hear(said: Said): void {
    switch (said.kind) {
      case 'event':
        this.listener.onEvent(said.name, said.data);
        break;
      case 'connected':
        this.listener.onConnected(said.connected);
        break;
      case 'who':
        this.tell();
        break;
      default:
        if (this.leads) this.serve(said);
    }
  }

  private serve({ tab, task }: Extract<Said, { kind: 'watching' }>): void {
    if (!this.watchers.has(tab)) this.mind(tab);
    this.watchers.set(tab, task);
    for (const each of this.last.values()) this.say(each);
    this.open();
  }

  /** Forgets a tab once its lock is free. */
  private mind(tab: string): void {
    navigator.locks
      .request(lockOf(tab), { signal: this.closed.signal }, () => {
        this.watchers.remove(tab);
        this.open();
      })
      .catch(() => undefined);
  }

  private open(): void {
    const topics = this.watchers.topics();
    if (topics === this.topics) return;
    this.topics = topics;
    this.stream?.close();
    const stream = new EventSource(`/api/v1/events?${new URLSearchParams({ topics })}`);
    this.stream = stream;
    stream.onopen = () => this.pass({ kind: 'connected', connected: true });
    stream.onerror = () => this.pass({ kind: 'connected', connected: false });
    for (const name of EVENTS) {
      stream.addEventListener(name, ({ data }) => this.pass({ kind: 'event', name, data: data as string }));
    }
  }

  /** To this tab and the others; what they need when they come later is kept. */
  private pass(said: Extract<Said, { kind: 'event' | 'connected' }>): void {
    if (said.kind === 'connected') this.last.set('connected', said);
    else if (said.name === 'tasks') this.last.set('tasks', said);
    this.hear(said);
    this.say(said);
  }

  private say(said: Said): void {
    if (navigator.locks !== undefined && !this.closed.signal.aborted) this.channel.postMessage(said);
  }
}
