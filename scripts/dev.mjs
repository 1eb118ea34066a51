// `npm run dev`: the server starting anew on every change of its sources, and Vite serving the screens beside it.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { install } from './install.mjs'
import { nodeToRun, passSignalsTo, programOf, root } from './run.mjs'

await install()
const server = ['--watch', '--watch-preserve-output', join('src', 'server', 'main.ts'), ...process.argv.slice(2)]
const running = [server, [programOf('vite')]].map(args => spawn(nodeToRun(), args, { cwd: root, stdio: 'inherit' }))
for (const child of running) {
  passSignalsTo(child)
  child.on('exit', code => {
    for (const other of running) other.kill()
    process.exitCode = code ?? 0
  })
}
