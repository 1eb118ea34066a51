import { randomUUID } from 'node:crypto'
import { cp, rm } from 'node:fs/promises'
import { test as base } from '@playwright/test'
import { type JourneyServer, startServer } from './server.ts'

// Journeys import `test` and `expect` from here. Each file, on each screen size, works on a fresh copy of the demonstration,
// and its steps share what they record; `page.goto('/')` goes to its own server.

export { expect } from '@playwright/test'

/** Hands each file of journeys its server; files run one after the other within a worker. */
type Servers = { forFile(file: string): Promise<JourneyServer> }

export const test = base.extend<object, { servers: Servers }>({
  servers: [
    // Playwright reads from the pattern what is needed: nothing.
    async ({}, use) => {
      let current: { readonly file: string; readonly folder: string; readonly server: JourneyServer } | undefined
      const stop = async (): Promise<void> => {
        await current?.server.stop()
        if (current) await rm(current.folder, { recursive: true, force: true })
        current = undefined
      }
      const forFile = async (file: string): Promise<JourneyServer> => {
        if (current?.file === file) return current.server
        await stop()
        const demonstration = process.env['NEP_DEMONSTRATION'] ?? ''
        const folder = `${demonstration}-${randomUUID()}`
        await cp(demonstration, folder, { recursive: true })
        current = { file, folder, server: await startServer(folder) }
        return current.server
      }
      await use({ forFile })
      await stop()
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  baseURL: async ({ servers }, use, info) => use((await servers.forFile(info.file)).address),
})
