import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

const year = 'public, max-age=31536000, immutable'

/** The web application as it was built. Every address that names no file opens it: its screens have addresses of their own. */
export async function pages(app: FastifyInstance, folder: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: folder,
    dotfiles: 'ignore',
    cacheControl: false,
    setHeaders: (reply, path) => {
      void reply.header('cache-control', isHashed(path) ? year : 'no-cache')
    },
  })
  app.setNotFoundHandler(async (request, reply) => {
    const isScreen = request.method === 'GET' && !/\.\w+$/u.test(new URL(request.url, 'http://localhost').pathname)
    void reply.header('x-robots-tag', 'noindex') // names are posted for a village, not for search engines
    return isScreen ? reply.sendFile('index.html') : reply.code(404).type('text/plain; charset=utf-8').send('Không có trang này.')
  })
}

/** The builder puts the hash of its content into the name of whatever lies under `assets`. */
function isHashed(path: string): boolean {
  return /[\\/]assets[\\/]/u.test(path)
}
