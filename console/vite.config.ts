import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: 'src/main/web',
  plugins: [react()],
  build: {
    outDir: '../../../target/classes/dev/caudal/console/web',
    emptyOutDir: true,
    target: 'es2022',
    reportCompressedSize: false,
  },
  server: { proxy: { '/api/v1': { target: 'http://127.0.0.1:8080', changeOrigin: true } } },
});
