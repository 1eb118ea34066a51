import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { build, defineConfig, type Plugin } from 'vite'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

// Libraries change seldom, screens often: a browser keeps the first and fetches only the second anew.
const libraries = [
  { name: 'react', test: /node_modules[\\/](?:react|react-dom|scheduler|@tanstack)[\\/]/ },
  { name: 'mantine', test: /node_modules[\\/](?:@mantine[\\/](?:core|hooks)|@floating-ui)[\\/]/ },
  { name: 'editor', test: /node_modules[\\/](?:@tiptap|prosemirror-[a-z]+|orderedmap|rope-sequence|w3c-keyname)[\\/]/ },
]

export default defineConfig({
  root: here('src/web'),
  plugins: [react(), verifyPage()],
  server: { proxy: { '^/api/': `http://127.0.0.1:${process.env['PORT'] ?? '4000'}` } },
  build: {
    outDir: here('dist/web'),
    emptyOutDir: true,
    rolldownOptions: { output: { codeSplitting: { groups: libraries } } },
  },
})

/** The page that checks certificates where there is no network: one file, its script within; the server puts the keys in. */
function verifyPage(): Plugin {
  const entry = here('src/web/certificate/offline/main.ts')
  return {
    name: 'verify-page',
    apply: 'build',
    async closeBundle() {
      const built = await build({
        configFile: false,
        logLevel: 'warn',
        build: { write: false, target: 'es2020', lib: { entry, formats: ['iife'], name: 'verify' } },
      })
      const [bundle] = [built].flat()
      const script = bundle && 'output' in bundle ? bundle.output[0].code : ''
      const page = await readFile(here('src/web/certificate/offline/page.html'), 'utf8')
      const within = `<script>${script.replaceAll('</script', '<\\/script')}</script>`
      await writeFile(
        here('dist/web/.verify-page.html'),
        page.replace('<!-- script -->', () => within),
      )
    },
  }
}
