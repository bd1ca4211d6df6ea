import type { Messages } from '../messages.es';

export const glossary: Messages['glossary'] = {
  title: 'Glossary',
  lead: 'The words of Kafka and of replication that this console uses.',
  terms: {
    broker: { word: 'Broker', text: 'A server of Kafka. Several brokers form a cluster.' },
    cluster: { word: 'Cluster', text: 'Two or more brokers, for redundancy and scale.' },
    producer: { word: 'Producer', text: 'A client of Kafka that sends messages to the broker.' },
    consumer: { word: 'Consumer', text: 'A client of Kafka that receives messages from the broker.' },
    group: {
      word: 'Consumer group',
      text: 'Consumers that share the partitions of a topic. The group commits how far it has read.',
    },
    lag: { word: 'Lag', text: 'Messages of a partition that a group has not read yet.' },
    topic: {
      word: 'Topic',
      text: 'A category that messages are published in. It has from none to many consumers.',
    },
    partition: {
      word: 'Partition',
      text: 'A part of a topic; allows redundancy, and reading and writing in parallel.',
    },
    replica: {
      word: 'Replica',
      text: 'A copy of a partition on another broker. One that is behind is no reserve until it has caught up.',
    },
    message: {
      word: 'Message',
      text: 'Any text or bytes. Producers and consumers agree on its format.',
    },
    key: { word: 'Message key', text: 'Optional. Decides the partition, and what compaction keeps.' },
    offset: { word: 'Offset', text: 'The position of a message in a partition. The consumer uses it.' },
    fullLoad: { word: 'Full load', text: 'Sends the rows that are in the chosen tables.' },
    cdc: {
      word: 'Change data capture (CDC)',
      text: "Reads the database's log and sends each insert, update and delete.",
    },
    binlog: {
      word: 'Binary log (binlog)',
      text: 'The file that MySQL and MariaDB write each change into; the task reads it.',
    },
    connector: {
      word: 'Connector',
      text: 'A part of Kafka Connect that brings data to Kafka or takes it elsewhere. A task of Caudal is one.',
    },
  },
};
