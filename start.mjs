// `npm start`: from a fresh clone to a running Nếp. A second start finds everything in place and only serves.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { buildWeb, whyBuildFailed } from './scripts/build-web.mjs'
import { install, nodeToRun } from './scripts/install.mjs'
import { giveUp, passSignalsTo, root } from './scripts/run.mjs'

await install()
const built = await buildWeb()
if (built.code !== 0) giveUp(whyBuildFailed(built))

const server = spawn(nodeToRun(), [join(root, 'src', 'server', 'main.ts'), ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' })
passSignalsTo(server)
server.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 143)))
