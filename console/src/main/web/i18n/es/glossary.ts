export const glossary = {
  title: 'Glosario',
  lead: 'Las palabras de Kafka y de la replicación que aparecen en esta consola.',
  terms: {
    broker: { word: 'Broker', text: 'Servidor de Kafka. Varios brokers forman un clúster.' },
    cluster: {
      word: 'Clúster',
      text: 'Grupo de dos o más brokers que brindan redundancia y escalabilidad.',
    },
    producer: { word: 'Productor (producer)', text: 'Cliente de Kafka que envía mensajes al broker.' },
    consumer: { word: 'Consumidor (consumer)', text: 'Cliente de Kafka que recibe mensajes del broker.' },
    group: {
      word: 'Grupo de consumidores',
      text: 'Consumidores que se reparten las particiones de un topic. El grupo confirma hasta dónde ha leído.',
    },
    lag: { word: 'Retraso (lag)', text: 'Mensajes de una partición que un grupo todavía no ha leído.' },
    topic: {
      word: 'Topic',
      text: 'Categoría en la que se publican los mensajes. Puede tener desde cero a muchos consumidores.',
    },
    partition: {
      word: 'Partición',
      text: 'Parte de un topic; permite la redundancia, y leer y escribir en paralelo.',
    },
    replica: {
      word: 'Réplica',
      text: 'Copia de una partición en otro broker. Una atrasada no sirve de reserva hasta que se pone al día.',
    },
    message: {
      word: 'Mensaje',
      text: 'Cualquier texto o secuencia de bytes. Su formato lo acuerdan productores y consumidores.',
    },
    key: {
      word: 'Clave del mensaje',
      text: 'Opcional. Decide la partición, y qué sobrevive a la compactación.',
    },
    offset: { word: 'Offset', text: 'Posición de un mensaje en una partición. La usa el consumidor.' },
    fullLoad: {
      word: 'Carga completa (Full Load)',
      text: 'Envía las filas que hay en las tablas elegidas.',
    },
    cdc: {
      word: 'Captura de cambios (CDC)',
      text: 'Lee el log de la base de datos y envía cada inserción, actualización y borrado.',
    },
    binlog: {
      word: 'Log binario (binlog)',
      text: 'Archivo en el que MySQL y MariaDB escriben cada cambio; de él lee la tarea.',
    },
    connector: {
      word: 'Conector',
      text: 'Pieza de Kafka Connect que trae datos a Kafka o los lleva a otro sitio. Una tarea de Caudal es uno.',
    },
  },
};
