import type { Messages } from '../messages.es';

export const rest: Messages['rest'] = {
  title: 'REST proxy',
  lead: 'Send and read messages by HTTP, without a client of Kafka. Send each request from here, or copy its line into a terminal.',
  none: 'This platform was started without a REST proxy.',
  topic: 'Topic',
  topicHelp: 'One that is there; they are made under Clusters.',
  value: 'Message (JSON)',
  valueHelp: 'What step 2 sends.',
  noJson: 'That is no JSON: a text has double quotes around it.',
  send: 'Send',
  answer: 'Answer',
  took: (millis: number) => `in ${millis.toLocaleString('en')} ms`,
  cut: 'The answer goes on; its beginning is shown.',
  steps: {
    topics: '1. See the topics',
    produce: '2. Send a message',
    create: '3. Create a consumer',
    subscribe: '4. Subscribe it to the topic',
    read: '5. Read; the first time, again after some seconds',
    remove: '6. Remove the consumer',
  },
};
