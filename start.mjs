// `npm start`: from a fresh clone to a running Nếp. A second start finds everything in place and only serves.
import { buildWeb, whyBuildFailed } from './scripts/build-web.mjs'
import { install } from './scripts/install.mjs'
import { giveUp, root, runSource } from './scripts/run.mjs'

process.chdir(root)
await install()
const built = await buildWeb()
if (built.code !== 0) giveUp(whyBuildFailed(built))
runSource('src/server/main.ts', process.argv.slice(2))
