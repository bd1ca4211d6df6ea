import type { Messages } from '../messages.es';

export const rest: Messages['rest'] = {
  title: 'REST proxy',
  lead: 'Send and read messages by HTTP, without a client of Kafka. The proxy answers no web pages: copy each line into a terminal.',
  none: 'This platform was started without a REST proxy.',
  topic: 'Topic',
  steps: {
    topics: '1. See the topics',
    produce: '2. Send a message',
    create: '3. Create a consumer',
    subscribe: '4. Subscribe it to the topic',
    read: '5. Read; the first time, again after some seconds',
    remove: '6. Remove the consumer',
  },
};
