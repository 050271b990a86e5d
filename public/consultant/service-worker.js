// Keeps the frame of a consultant's pages for when there is no network. No word of anybody is in it: what her missions say
// and what she wrote lies encrypted in a database of the device that this script never opens.
const frames = 'sillage-consultant'
const frame = '/consultant/hors-ligne'

self.addEventListener('install', event => event.waitUntil(keepFrame().then(() => self.skipWaiting())))
self.addEventListener('activate', event => event.waitUntil(self.clients.claim()))
// A page that the server answered says in which language it is: what is kept is then of the same build, and reads alike.
self.addEventListener('message', event => event.waitUntil(keepFrame(event.data)))

self.addEventListener('fetch', event => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin) return
  if (pathname.startsWith('/assets/')) event.respondWith(keptOrFetched(request))
  else if (request.mode === 'navigate' && /^\/consultant(\/|$)/.test(pathname))
    event.respondWith(page(request, pathname))
})

// Asked for as nobody: a page that knows who reads it has her name in it.
async function keepFrame(language = 'fr') {
  const asked = { cache: 'no-store', credentials: 'omit', headers: { 'Accept-Language': language } }
  const response = await fetch(frame, asked).catch(() => null)
  if (!response?.ok || response.redirected) return
  const kept = await caches.open(frames)
  const named = addressesIn(await response.clone().text())
  const sheets = await Promise.all(
    named.filter(address => address.endsWith('.css')).map(async address => (await fetch(address)).text()),
  )
  const all = [...named, ...sheets.flatMap(addressesIn)]
  await Promise.all(all.map(async address => (await kept.match(address)) ?? kept.add(address)))
  await kept.put(frame, response)
  const wanted = new Set([frame, ...all])
  for (const { url } of await kept.keys()) if (!wanted.has(new URL(url).pathname)) await kept.delete(url)
}

const addressesIn = text => [...new Set(text.match(/\/assets\/[\w.~-]+\.(?:js|css|woff2)/g))]

async function keptOrFetched(request) {
  return (await caches.match(request, { cacheName: frames })) ?? fetch(request)
}

async function page(request, pathname) {
  try {
    return await fetch(request)
  } catch {
    if (pathname !== frame) return Response.redirect(frame, 302)
    return (await caches.match(frame, { cacheName: frames })) ?? Response.error()
  }
}
