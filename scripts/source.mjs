// Runs one of our TypeScript programs, on a fresh clone too:  node scripts/source.mjs src/cli/main.ts check FILE
import { install } from './install.mjs'
import { runSource } from './run.mjs'

const [file, ...args] = process.argv.slice(2)
await install()
runSource(file, args)
