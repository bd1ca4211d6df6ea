import type { components } from '#schema';

/** What the API answers, made of the server's OpenAPI document, which has the words on each. */
export type Schema = components['schemas'];

export interface Items<T> {
  readonly items: readonly T[];
  readonly total: number;
}

export type Text = Schema['Text'];

export type Role = Schema['Endpoint']['role'];

export type Field = Schema['Field'];

export type EndpointType = Schema['EndpointType'];

export type EndpointBody = Pick<Endpoint, 'name' | 'role' | 'type' | 'description' | 'settings'>;

export type Endpoint = Schema['Endpoint'];

export type Check = Report['checks'][number];

export type Report = Schema['TestReport'];

export type TableName = Schema['Tables']['items'][number];

export type LoadOrder = 'lowest' | 'low' | 'normal' | 'high' | 'highest';

export interface Selection {
  readonly include: readonly { readonly pattern: string; readonly order: LoadOrder }[];
  readonly exclude: readonly string[];
}

export type TableSettings = Schema['TableSettings'];

export type ProxyAnswer = Schema['ProxyAnswer'];

export interface ProxyRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly contentType?: string;
  readonly accept?: string;
  readonly body?: string;
}

export type TableRule = Schema['TableRule'];

export type TablePreview = Schema['TablePreview'];

export type SourceTable = Schema['Table'];

export interface TaskBody {
  readonly name: string;
  readonly description: string;
  readonly source: string | null;
  readonly target: string | null;
  readonly fullLoad: boolean;
  readonly applyChanges: boolean;
  readonly tables: Selection;
  /** By table what is otherwise for it. */
  readonly tableSettings: Readonly<Record<string, TableSettings>>;
  /** What holds for many tables; of rules that fit a name the first decides. */
  readonly tableRules: readonly TableRule[];
  readonly settings: Readonly<Record<string, string>>;
}

export type Action = Schema['Task']['actions'][number];

export type State = Schema['Task']['state'];

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

export type Match = Schema['MatchedTables'];

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

export type Counts = Schema['ChangeCounts'];

/** How a task is, as the monitor judges it. */
export type TaskStatus = Schema['TaskStatus'];

export type TableStatus = Schema['TableStatus'];

export type HistoryPoint = Schema['HistoryPoint'];

export type Note = Schema['TaskNote'];

export type LogLine = Schema['LogLine'];

/** What an atMSG says. A row of the full load has columns only. */
export type ExplainedMessage = Schema['ExplainedMessage'];

export type TopicMessage = Schema['TopicMessage'];

export type MessagePage = Schema['MessagePage'];

/** The database to try with. */
export type WorldDatabase = Schema['WorldDatabase'];

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

export type KafkaTopic = Schema['KafkaTopic'];

export type KafkaTopicDetail = Schema['KafkaTopicDetail'];

export type ConsumerGroup = Schema['KafkaGroups']['items'][number];

export type ConnectorAction = 'pause' | 'resume' | 'restart';

/** A connector of Kafka Connect. Secrets are masked. */
export type Connector = Schema['Connectors']['items'][number];

export type About = Schema['About'];
