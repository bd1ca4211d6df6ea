/** Which tab asks for the details of which task. */
export class Watchers {
  private readonly tasks = new Map<string, string | undefined>();

  set(tab: string, task: string | undefined): void {
    this.tasks.set(tab, task);
  }

  has(tab: string): boolean {
    return this.tasks.has(tab);
  }

  remove(tab: string): void {
    this.tasks.delete(tab);
  }

  /** The topics of the stream that has what all of them need. */
  topics(): string {
    const wanted = [...this.tasks.values()].filter((task) => task !== undefined);
    return ['tasks', ...[...new Set(wanted)].sort().map((task) => `task:${task}`)].join();
  }
}
