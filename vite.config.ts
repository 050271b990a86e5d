import { fileURLToPath } from 'node:url'
import { vitePlugin as remix } from '@remix-run/dev'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig, type Plugin } from 'vite'
import options from './remix.config.js'

/** The browser takes the part of i18next that pages use; the server keeps the whole of it. */
const browserWords: Plugin = {
  name: 'browser-words',
  enforce: 'pre',
  resolveId: (source, _importer, { ssr }) =>
    !ssr && source === 'i18next' ? fileURLToPath(new URL('app/i18n/browser/i18next.ts', import.meta.url)) : null,
}

export default defineConfig({
  plugins: [browserWords, tailwindcss(), remix(options)],
  build: { sourcemap: false, target: 'es2022', assetsInlineLimit: 0 },
})
