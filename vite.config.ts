import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

// Libraries change seldom, screens often: a browser keeps the first and fetches only the second anew.
const libraries = [
  { name: 'react', test: /node_modules[\\/](?:react|react-dom|scheduler|@tanstack)[\\/]/ },
  { name: 'mantine', test: /node_modules[\\/](?:@mantine[\\/](?:core|hooks)|@floating-ui)[\\/]/ },
  { name: 'editor', test: /node_modules[\\/](?:@tiptap|prosemirror-[a-z]+|orderedmap|rope-sequence|w3c-keyname)[\\/]/ },
]

export default defineConfig({
  root: here('src/web'),
  plugins: [react()],
  server: { proxy: { '^/api/': `http://127.0.0.1:${process.env['PORT'] ?? '4000'}` } },
  build: {
    outDir: here('dist/web'),
    emptyOutDir: true,
    rolldownOptions: { output: { codeSplitting: { groups: libraries } } },
  },
})
