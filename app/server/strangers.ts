import type { ServerBuild } from '@remix-run/node'
import type express from 'express'
import { operatorAt } from '#app/access/reach.server.ts'
import { currentSignIn, tokenHashOf } from '#app/features/sign-in/current-sign-in.server.ts'
import { log } from './log.ts'

type Line = { requestId: string; userId: string; operatorId: string | null; method: string; address: string }

/**
 * Says in the log that somebody who is signed in asked for an address that is not hers: what is unknown and what belongs to
 * others are answered alike, and written alike. Ids and our own words only.
 */
export function strangersLogged(
  routes: ServerBuild['routes'],
  write: (line: Line, words: string) => void = (line, words) => log.warn(line, words),
) {
  const patternOf = addressPatterns(routes)
  const budgetOf = lineBudget(() => performance.now())
  return (request: express.Request, response: express.Response, next: express.NextFunction) => {
    response.once('finish', () => {
      if (response.statusCode !== 404) return
      // The answer has left: a database that is away costs this line, and nobody's page.
      note(request, response).catch(() => undefined)
    })
    next()
  }

  async function note(request: express.Request, response: express.Response) {
    const headers = new Headers({ cookie: request.get('cookie') ?? '' })
    const token = tokenHashOf(headers)
    const budget = token ? budgetOf(token) : 'none'
    if (budget === 'none') return
    const signIn = await currentSignIn({ request: new Request('http://address.invalid', { headers }) })
    if (!signIn) return
    const slug = slugIn(request.path)
    const line = {
      requestId: String(response.locals.requestId),
      userId: signIn.userId,
      operatorId: slug && (await operatorAt(slug)),
      method: request.method,
      address: patternOf(request.path),
    }
    write(line, budget === 'full' ? 'address refused' : 'address refused; the next ones of this person are not written')
  }
}

/** Lines that one person may cause in a window; the one after says that the rest is not written. */
const mostLines = 20
const windowMs = 10 * 60_000
/** People that are counted at once; beyond, a window begins again for everybody rather than memory growing. */
const mostPeople = 10_000

/** How a line may be written about somebody just now: in full, as the last one, or not at all. */
export function lineBudget(clock: () => number) {
  const written = new Map<string, number>()
  let windowEndsAt = 0
  return (who: string): 'full' | 'last' | 'none' => {
    if (clock() >= windowEndsAt || written.size >= mostPeople) {
      written.clear()
      windowEndsAt = clock() + windowMs
    }
    const count = (written.get(who) ?? 0) + 1
    written.set(who, count)
    return count <= mostLines ? 'full' : count === mostLines + 1 ? 'last' : 'none'
  }
}

/**
 * An address with only the words that our own addresses are made of: whatever else stands there (a number, a token, a name
 * that somebody typed) is `:`. Nothing personal and no line break can pass.
 */
export function addressPatterns(routes: ServerBuild['routes']): (path: string) => string {
  const own = new Set(
    Object.values(routes).flatMap(route => (route?.path ?? '').split('/').filter(part => /^[a-z][a-z.-]*$/.test(part))),
  )
  return path => {
    const parts = path
      .replace(/\.data$/, '')
      .split('/')
      .filter(Boolean)
    const shown = parts.slice(0, 12).map(part => (own.has(part) ? part : ':'))
    return `/${shown.join('/')}${parts.length > 12 ? '/…' : ''}`
  }
}

const spaces = ['o', 'consultant', 'financeur', 'reseau']

/** The operator that an address names, when it could be one. */
function slugIn(path: string): string | null {
  const [, first = '', second = ''] = path.replace(/\.data$/, '').split('/')
  return spaces.includes(first) && /^[\w-]{1,100}$/.test(second) ? second : null
}
