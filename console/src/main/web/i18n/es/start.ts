export const start = {
  title: 'Primeros pasos',
  done: 'Hecho',
  steps: { source: 'Origen', target: 'Destino', task: 'Tarea', tables: 'Tablas', run: 'Ejecutar' },
  ways: {
    source: 'Conectar una base de datos',
    target: 'Conectar un Kafka',
    task: 'Crear una tarea',
    tables: 'Elegir las tablas',
    run: 'Ejecutar la tarea',
  },
  ownKafka: 'Usar el Kafka de la plataforma',
};
