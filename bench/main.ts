import { benchBrowser } from './browser.ts'
import { benchCertificates } from './certificates.ts'
import { benchConsolidate } from './consolidate.ts'
import { benchDecide } from './decide.ts'
import { benchDocuments } from './documents.ts'
import { benchEvaluate } from './evaluate.ts'
import { benchFigures } from './figures.ts'
import { benchHttp } from './http.ts'
import { benchImport } from './import.ts'
import { benchPrint } from './print.ts'
import { benchRegister } from './register.ts'

// `npm run bench [documents|http|evaluate|browser|import|register|certificates|print|figures|decide|consolidate]`: ours beside its peer in the same run. Machines are noisy: quote ratios and medians.

const [only] = process.argv.slice(2)
if (only === undefined || only === 'documents') await benchDocuments()
if (only === undefined || only === 'http') await benchHttp()
if (only === undefined || only === 'evaluate') benchEvaluate()
if (only === undefined || only === 'browser') await benchBrowser()
if (only === undefined || only === 'import') await benchImport()
if (only === undefined || only === 'register') await benchRegister()
if (only === undefined || only === 'certificates') await benchCertificates()
if (only === undefined || only === 'figures') await benchFigures()
if (only === undefined || only === 'decide') await benchDecide()
if (only === undefined || only === 'consolidate') await benchConsolidate()
if (only === 'print') await benchPrint() // never with the others: a quarter of a million take the better part of an hour
