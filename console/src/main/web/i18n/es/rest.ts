export const rest = {
  title: 'Proxy REST',
  lead: 'Enviar y leer mensajes por HTTP, sin cliente de Kafka. El proxy no responde a páginas web: copie cada línea en un terminal.',
  none: 'Esta plataforma se arrancó sin proxy REST.',
  topic: 'Topic',
  steps: {
    topics: '1. Ver los topics',
    produce: '2. Enviar un mensaje',
    create: '3. Crear un consumidor',
    subscribe: '4. Suscribirlo al topic',
    read: '5. Leer; la primera vez, repítalo tras unos segundos',
    remove: '6. Eliminar el consumidor',
  },
};
