import { env } from '#app/env.server.ts'
import type { Company, CompanySearch } from './company.ts'
import { companiesIn } from './register-answer.ts'

/** Beyond, a person types faster than she waits. */
const patienceMs = 3_000
/** The register changes once a day. */
const keptMs = 24 * 3_600_000
const keptAtMost = 500
/** What it asks for when it does not say: it counts seven questions a second. */
const pauseMs = 1_000
const longestPauseMs = 60_000
const shownAtMost = 5

const known = new Map<string, { companies: Company[]; until: number }>()
let pausedUntil = 0

/** Whether this installation asks the register anything. */
export const hasRegister = () => env().COMPANY_SEARCH_URL !== undefined

/** The companies of the State's open register (API Recherche d’entreprises) for a name, a SIREN or a SIRET. */
export async function searchCompanies(words: string, now: number = Date.now()): Promise<CompanySearch> {
  const { COMPANY_SEARCH_URL: base } = env()
  if (!base) return { kind: 'off' }
  const asked = words.trim().replace(/\s+/g, ' ').toLowerCase()
  const address = `${base.replace(/\/$/, '')}/search?${new URLSearchParams({ q: asked, page: '1', per_page: String(shownAtMost) })}`
  const kept = known.get(address)
  if (kept && kept.until > now) return { kind: 'found', companies: kept.companies }
  if (pausedUntil > now) return { kind: 'unavailable', why: 'busy' }
  const answer = await ask(address, now)
  if (answer.kind === 'found') keep(address, answer.companies, now)
  return answer
}

async function ask(address: string, now: number): Promise<CompanySearch> {
  try {
    const response = await fetch(address, {
      signal: AbortSignal.timeout(patienceMs),
      headers: { accept: 'application/json' },
      redirect: 'error',
    })
    if (response.status === 429) {
      const seconds = Number(response.headers.get('retry-after'))
      pausedUntil = now + (seconds > 0 ? Math.min(seconds * 1000, longestPauseMs) : pauseMs)
      return { kind: 'unavailable', why: 'busy' }
    }
    // It answers 400 to a question that is too short, which is a question that finds nothing.
    if (response.status === 400) return { kind: 'found', companies: [] }
    const companies = response.ok ? companiesIn(await response.json()) : null
    return companies ? { kind: 'found', companies } : { kind: 'unavailable', why: 'broken' }
  } catch (error) {
    const isLate = error instanceof Error && error.name === 'TimeoutError'
    return { kind: 'unavailable', why: isLate ? 'silent' : 'broken' }
  }
}

function keep(address: string, companies: Company[], now: number): void {
  const oldest = known.keys().next()
  if (known.size >= keptAtMost && !oldest.done) known.delete(oldest.value)
  known.delete(address)
  known.set(address, { companies, until: now + keptMs })
}
