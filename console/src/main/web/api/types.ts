/** What the API answers. The server's OpenAPI document has the words on each. */

export interface Items<T> {
  readonly items: readonly T[];
  readonly total: number;
}

export interface Text {
  readonly es: string;
  readonly en: string;
}

export type Role = 'source' | 'target';

export interface Field {
  readonly name: string;
  readonly type:
    | 'text'
    | 'host'
    | 'host-list'
    | 'port'
    | 'choice'
    | 'pem'
    | 'cluster-arn'
    | 'role-arn'
    | 'url';
  readonly default: string | null;
  readonly required: boolean;
  readonly secret: boolean;
  readonly group: string;
  readonly choices: readonly { readonly value: string; readonly label: Text }[];
  readonly when: Readonly<Record<string, readonly string[]>>;
  readonly label: Text;
  readonly help: Text;
}

export interface EndpointType {
  readonly type: string;
  readonly roles: readonly Role[];
  readonly label: Text;
  readonly fields: readonly Field[];
}

export interface EndpointBody {
  readonly name: string;
  readonly role: Role;
  readonly type: string;
  readonly description: string;
  readonly settings: Readonly<Record<string, string | number>>;
}

export interface Endpoint extends EndpointBody {
  readonly version: number;
  readonly updated: string;
  readonly usedBy: readonly string[];
}

export interface Check {
  readonly id: string;
  readonly title: string;
  readonly status: 'passed' | 'failed' | 'warning' | 'skipped';
  readonly detail: string;
  readonly remedy: string;
}

export interface Report {
  readonly passed: boolean;
  readonly checks: readonly Check[];
}

export interface TableName {
  readonly schema: string;
  readonly name: string;
}

export type LoadOrder = 'lowest' | 'low' | 'normal' | 'high' | 'highest';

export interface Selection {
  readonly include: readonly { readonly pattern: string; readonly order: LoadOrder }[];
  readonly exclude: readonly string[];
}

export interface TaskBody {
  readonly name: string;
  readonly description: string;
  readonly source: string | null;
  readonly target: string | null;
  readonly fullLoad: boolean;
  readonly applyChanges: boolean;
  readonly tables: Selection;
  /** By table what is otherwise for it; the console hands it back as it is. */
  readonly tableSettings: Readonly<Record<string, unknown>>;
  readonly settings: Readonly<Record<string, string>>;
}

export type Action = 'run' | 'stop' | 'resume' | 'reload' | 'delete';

export type State =
  | 'draft'
  | 'starting'
  | 'loading'
  | 'applying'
  | 'completed'
  | 'recovering'
  | 'stopping'
  | 'stopped'
  | 'error';

/** A task; one that was made without the server has no definition, only its state. */
export interface Task extends Partial<TaskBody> {
  readonly name: string;
  readonly managed: boolean;
  readonly version?: number;
  readonly updated?: string;
  readonly deployed: number | null;
  readonly state: State;
  readonly reason: string;
  readonly actions: readonly Action[];
}

export interface Match {
  readonly items: readonly string[];
  readonly total: number;
  readonly missing: readonly string[];
  readonly idle: readonly string[];
}

export interface Difference {
  readonly version: number;
  readonly deployed: number | null;
  readonly settings?: readonly {
    readonly setting: string;
    readonly deployed: string;
    readonly saved: string;
  }[];
  readonly tables?: { readonly added: readonly string[]; readonly removed: readonly string[] };
}

export interface Counts {
  readonly inserts: number;
  readonly updates: number;
  readonly deletes: number;
  readonly ddl: number;
}

export type Condition =
  | 'starting'
  | 'loading'
  | 'changes'
  | 'completed'
  | 'recovering'
  | 'stalled'
  | 'silent'
  | 'failed'
  | 'stopped'
  | 'unknown';

/** How a task is, as the monitor judges it. */
export interface TaskStatus {
  readonly name: string;
  readonly condition: Condition;
  readonly well: boolean;
  readonly text?: string;
  readonly since?: string;
  readonly reported?: string;
  readonly changes: Counts;
  readonly loadedRows?: number;
  readonly rowsPerSecond?: number;
  readonly sourceLatencyMillis?: number;
  readonly targetLatencyMillis?: number;
  readonly tables?: { total: number; queued: number; loading: number; completed: number; error: number };
  readonly load?: { rows: number; estimatedRows: number; bytes: number; secondsLeft?: number };
  readonly incoming?: Counts;
  readonly waiting?: number;
  readonly attempt?: number;
  readonly nextTry?: string;
  readonly committed?: string;
  readonly position?: { read: string; applied: string; gtid: string };
}

export interface TableStatus {
  readonly table: string;
  readonly state: 'queued' | 'loading' | 'completed' | 'error';
  readonly since: string;
  readonly rows: number;
  readonly estimatedRows: number;
  readonly bytes: number;
  readonly loadMillis?: number;
  readonly inserts: number;
  readonly updates: number;
  readonly deletes: number;
}

export interface HistoryPoint {
  readonly time: string;
  readonly phase: string;
  readonly loadedRows: number;
  readonly changes: Counts;
  readonly incoming: Counts;
  readonly sourceLatencyMillis: number;
  readonly targetLatencyMillis: number;
}

export interface Note {
  readonly id: number;
  readonly task: string;
  readonly time: string;
  readonly event: string;
  readonly text: string;
}

export interface LogLine {
  readonly id: number;
  readonly time: string;
  readonly component: string;
  readonly level: 'ERROR' | 'WARN' | 'INFO' | 'DEBUG' | 'TRACE';
  readonly code: string;
  readonly text: string;
  readonly cause: string;
  readonly remedy: string;
  readonly worker: string;
}

/** A part of a message's headers, taken apart where it is understood. */
export interface Part {
  readonly text: string;
  readonly unknown?: string;
}

export interface LogPlace {
  readonly fileNumber: number;
  readonly offset: number;
}

/** A column before and after; the values are written as JSON, since a browser's numbers are too short for some. */
export interface ExplainedColumn {
  readonly name: string;
  readonly old: string;
  readonly new: string;
  readonly changed: boolean;
  readonly present: boolean;
}

/** What an atMSG says. A row of the full load has columns only. */
export interface ExplainedMessage {
  readonly operation: 'REFRESH' | 'INSERT' | 'UPDATE' | 'DELETE';
  readonly table?: string;
  readonly columns: readonly ExplainedColumn[];
  readonly timestamp?: string;
  readonly changeSequence?: Part & { readonly time?: string; readonly number?: number };
  readonly streamPosition?: Part & {
    readonly file?: string;
    readonly rowsEvent?: number;
    readonly row?: number;
    readonly rowsEventEnd?: number;
    readonly transaction?: LogPlace;
    readonly tableMapFile?: string;
    readonly tableMap?: number;
  };
  readonly transactionId?: Part & Partial<LogPlace>;
  readonly changeMask?: string | null;
  readonly columnMask?: string | null;
  readonly transactionEventCounter?: number | null;
  readonly transactionLastEvent?: boolean | null;
}

export interface TopicMessage {
  readonly offset: number;
  readonly time: string;
  readonly bytes: number;
  readonly key: string | null;
  readonly value: string | null;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly message?: ExplainedMessage;
}

export interface MessagePage {
  readonly topic: string;
  readonly partition: number;
  readonly partitions: number;
  readonly begin: number;
  readonly end: number;
  readonly older: number | null;
  readonly items: readonly TopicMessage[];
}

/** The database to try with. */
export interface WorldDatabase {
  readonly state: 'absent' | 'starting' | 'ready' | 'failed';
  readonly step: 'fetch' | 'start' | 'define' | null;
  readonly address: string | null;
  readonly task: string | null;
  readonly problem: { readonly code: string; readonly detail: string; readonly remedy: string } | null;
}

/** A Kafka cluster in the names of Amazon MSK's DescribeCluster; the platform's own broker has little of it. */
export interface Cluster {
  readonly clusterName: string;
  readonly clusterArn?: string;
  readonly state:
    | 'ACTIVE'
    | 'CREATING'
    | 'DELETING'
    | 'FAILED'
    | 'HEALING'
    | 'MAINTENANCE'
    | 'REBOOTING_BROKER'
    | 'UPDATING';
  readonly stateInfo?: { readonly message: string };
  readonly creationTime?: string;
  readonly numberOfBrokerNodes?: number;
  readonly currentBrokerSoftwareInfo?: { readonly kafkaVersion: string };
  readonly brokerNodeGroupInfo?: { readonly clientSubnets: readonly string[] };
  readonly encryptionInfo?: { readonly encryptionInTransit: { readonly clientBroker: string } };
  readonly clientAuthentication?: {
    readonly sasl: { readonly scram: { readonly enabled: boolean } };
    readonly tls: { readonly enabled: boolean };
  };
  readonly tags?: Readonly<Record<string, string>>;
}

export interface ClusterNode {
  readonly addedToClusterTime: string;
  readonly instanceType: string;
  readonly brokerNodeInfo: {
    readonly brokerId: number;
    readonly clientSubnet: string;
    readonly endpoints: readonly string[];
    readonly currentBrokerSoftwareInfo: { readonly kafkaVersion: string };
  };
}

export interface ClusterDetail {
  readonly cluster: Cluster;
  readonly bootstrap: Readonly<Record<string, string>>;
  readonly nodes: readonly ClusterNode[];
}

export type Access = 'plaintext' | 'tls' | 'scram' | 'certificates';

export interface NewCluster {
  readonly name: string;
  readonly version: string;
  readonly zones: number;
  readonly brokers: number;
  readonly access: Access;
}

export interface KafkaTopic {
  readonly name: string;
  readonly partitions: number;
  readonly replicas: number;
  readonly outOfSync: number;
  readonly internal: boolean;
}

export interface KafkaTopicDetail {
  readonly topic: KafkaTopic;
  readonly partitions: readonly {
    readonly partition: number;
    readonly leader: number | null;
    readonly replicas: readonly number[];
    readonly inSync: readonly number[];
    readonly begin: number;
    readonly end: number;
  }[];
  readonly configs: Readonly<Record<string, string>>;
}

export interface ConsumerGroup {
  readonly group: string;
  readonly state: string;
  readonly members: number;
  readonly lag: number;
  readonly places: readonly {
    readonly topic: string;
    readonly partition: number;
    readonly position: number;
    readonly end: number;
    readonly lag: number;
  }[];
}

export type ConnectorAction = 'pause' | 'resume' | 'restart';

/** A connector of Kafka Connect. Secrets are masked. */
export interface Connector {
  readonly name: string;
  readonly type: string;
  readonly replication: boolean;
  readonly state: 'running' | 'paused' | 'stopped' | 'failed' | 'restarting' | 'unassigned' | 'destroyed';
  readonly tasks: readonly { readonly task: number; readonly state: string; readonly worker: string }[];
  readonly reason: string;
  readonly trace: string;
  readonly configuration: Readonly<Record<string, string>>;
}

export interface About {
  readonly version: string;
  readonly parts: readonly { readonly name: string; readonly address: string }[];
}
