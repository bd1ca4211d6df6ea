export const world = {
  or: 'o',
  start: 'Probar con la base de datos world',
  text: 'Caudal arranca una MariaDB propia con países, ciudades e idiomas, y prepara las conexiones y la tarea.',
  steps: {
    fetch: 'Descargando MariaDB (150 MB, solo la primera vez)…',
    start: 'Arrancando MariaDB y cargando sus filas…',
    define: 'Preparando las conexiones y la tarea…',
  },
};
