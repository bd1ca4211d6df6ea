export const connectors = {
  title: 'Conectores',
  lead: 'Lo que se ejecuta en los workers de Kafka Connect de la plataforma: tareas de replicación, respaldos y conectores propios.',
  none: 'Ningún conector',
  noneText:
    'Una tarea que se ejecuta, un respaldo («caudal backup create») o un conector propio aparecen aquí.',
  states: {
    running: 'En marcha',
    paused: 'En pausa',
    stopped: 'Detenido',
    failed: 'Fallido',
    restarting: 'Reiniciándose',
    unassigned: 'Sin asignar',
    destroyed: 'Eliminado',
  },
  task: (n: number, state: string, worker: string) => `Tarea ${n}: ${state}, en ${worker}`,
  trace: 'Ver el error entero',
  settings: 'Ver los ajustes',
  open: 'Abrir la tarea',
  actions: { pause: 'Pausar', resume: 'Reanudar', restart: 'Reiniciar' },
};
