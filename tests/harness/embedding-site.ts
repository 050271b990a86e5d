import { createServer } from 'node:http'

/** A site of somebody else, whose only page shows an address in a frame. */
export async function embeddingSite(framed: string): Promise<{ origin: string; stop(): Promise<void> }> {
  const server = createServer((_request, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8')
    response.end(
      `<!doctype html><html lang="fr"><title>Un autre site</title><h1>Un autre site</h1><iframe title="Demande" src="${framed}" width="1100" height="1600"></iframe></html>`,
    )
  })
  await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  return {
    // By its number, and not by its name: another host than the product’s, and so another site.
    origin: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    stop: () =>
      new Promise(done => {
        server.closeAllConnections()
        server.close(() => done())
      }),
  }
}
