export const app = { skip: 'Ir al contenido', navigation: 'Navegación', language: 'Idioma', theme: 'Tema' };

export const themes = { auto: 'Como el sistema', light: 'Claro', dark: 'Oscuro' };

export const nav = {
  tasks: 'Tareas',
  connections: 'Conexiones',
  clusters: 'Clústeres',
  connectors: 'Conectores',
  backups: 'Respaldos',
  rest: 'Proxy REST',
  metrics: 'Métricas',
  glossary: 'Glosario',
};

export const session = {
  title: 'Entrar en Caudal',
  name: 'Usuario',
  password: 'Contraseña',
  signIn: 'Entrar',
  signOut: 'Salir',
  refused: (status: number): string =>
    status === 429
      ? 'Demasiados intentos. Espere diez segundos y pruebe de nuevo.'
      : status === 401
        ? 'El usuario o la contraseña no es correcto.'
        : 'El servidor no responde.',
  roles: { viewer: 'Observador', operator: 'Operador', designer: 'Diseñador', admin: 'Administrador' },
  needs: (role: string) => `Hace falta el rol ${role}.`,
};

export const stream = {
  live: 'En vivo',
  lost: 'Sin conexión con el servidor; se reintenta',
};

export const actions = {
  run: 'Ejecutar',
  stop: 'Detener',
  resume: 'Reanudar',
  reload: 'Recargar',
  delete: 'Eliminar',
  save: 'Guardar',
  discard: 'Descartar',
  cancel: 'Cancelar',
  open: 'Abrir',
  test: 'Probar conexión',
  validate: 'Comprobar',
  add: 'Añadir',
  remove: 'Quitar',
  copy: 'Copiar',
  copied: 'Copiado',
  typeName: (name: string) => `Escriba «${name}» para confirmarlo`,
};

export const states = {
  draft: 'Borrador',
  starting: 'Arrancando',
  loading: 'Cargando',
  changes: 'Aplicando cambios',
  completed: 'Carga completa',
  recovering: 'Recuperándose',
  stalled: 'No avanza',
  silent: 'Sin noticias',
  stopping: 'Deteniéndose',
  stopped: 'Detenida',
  error: 'Error',
};
