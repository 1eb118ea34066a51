import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { measureDetection, measureFalseAlarms, ratesPage } from '../test/signal-rates.ts'

// Writes docs/signals.md anew: what the signals cost honest villages and what they find. A test fails when it is stale.

await writeFile(join(import.meta.dirname, '../docs/signals.md'), ratesPage(measureFalseAlarms(), measureDetection()))
