import { openProvince, type ReturnJob, returnJobs } from './return-work.ts'

// Begins one piece of work and tells its parent. Made to be killed.

const [folder = '', job = ''] = process.argv.slice(2)
const doing = returnJobs[job as ReturnJob](await openProvince(folder))
process.send?.('begun')
await doing
