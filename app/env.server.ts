import { z } from 'zod'
import type { DatabaseUrls } from '#db/client.ts'
import { roleUrl, runtimeRoles } from '#db/roles.ts'

const address = z.string().regex(/^postgres(ql)?:\/\//)
const truth = z.enum(['true', 'false']).transform(value => value === 'true')

const Environment = z.object({
  /** A process that is not told is a production one: the tests say otherwise. Libraries read it too, and React is slow without. */
  NODE_ENV: z.enum(['production', 'development', 'test']).default('production'),
  /** Said by `npm start`: the product of one machine, for its owner, without https or a mail server. */
  LOCAL: truth.default(false),
  /** Owner of the tables: migrations only. */
  DATABASE_URL: address.optional(),
  DATABASE_WEB_URL: address.optional(),
  DATABASE_WORKER_URL: address.optional(),
  DATABASE_RELAY_URL: address.optional(),
  DATABASE_IDENTITY_URL: address.optional(),
  /** The queue's connection when there is no Redis; derived from DATABASE_URL when absent. */
  QUEUE_DATABASE_URL: address.optional(),
  REDIS_URL: z
    .string()
    .regex(/^rediss?:\/\//)
    .optional(),
  /** At least 32 characters; signs cookies, keys the audit chain, derives the role passwords. */
  APP_SECRET: z.string().min(32).optional(),
  PUBLIC_URL: z.url().optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//)
    .optional(),
  MAIL_FROM: z.string().default('Sillage <sillage@localhost>'),
  /** The State's open register of companies; absent, identities are typed by hand and nothing is asked of anybody. */
  COMPANY_SEARCH_URL: z.url({ protocol: /^https?$/ }).optional(),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  METRICS_PORT: z.coerce.number().int().min(0).max(65_535).optional(),
  DATA_DIR: z.string().default('.data'),
  TRUST_PROXY: z.coerce.number().int().min(0).max(5).default(0),
  DEMONSTRATION: truth.default(false),
  /** The minute by which the workers live: leases, back-off and sweeps are counted in it. Tests shorten it. */
  WORKER_MINUTE_MS: z.coerce.number().int().min(100).max(60_000).default(60_000),
  /** Moves the workers' clock, so that tests do not wait for business hours; refused in production. */
  CLOCK_SHIFT_MS: z.coerce.number().int().default(0),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
})
export type Environment = z.infer<typeof Environment>

let parsed: Environment | undefined

/** The only reader of `process.env`. Throws with the list of what is wrong, one line each. */
export function env(): Environment {
  if (parsed) return parsed
  const result = Environment.safeParse(withoutBlanks(process.env))
  if (!result.success) {
    const lines = result.error.issues.map(issue => `  ${issue.path.join('.')} : ${issue.message}`)
    throw new Error(`Configuration refusée :\n${lines.join('\n')}`)
  }
  parsed = result.data
  return parsed
}

/** `NAME=` in a file of settings means that it is not set. */
function withoutBlanks(given: NodeJS.ProcessEnv): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''))
}

/** For commands that start the database themselves: what they decided becomes the configuration of this process. */
export function provideEnvironment(values: Partial<Record<keyof Environment, string>>): void {
  Object.assign(process.env, values)
  parsed = undefined
}

/** Everything that a production process misses, in French, one line each; empty when it may start (reliability SUP-06). */
export function productionProblems(kind: 'web' | 'workers'): string[] {
  const given = env()
  const problems = [...secretProblems(given), ...databaseProblems(given)]
  if (!isStrict(given)) return problems
  return [...problems, ...publicProblems(given), ...queueProblems(kind, given)]
}

const isStrict = ({ NODE_ENV, LOCAL }: Environment) => NODE_ENV === 'production' && !LOCAL

function secretProblems(given: Environment): string[] {
  const { APP_SECRET: secret } = given
  if (!secret) return ['APP_SECRET manque : 32 caractères au moins, tirés au hasard']
  const typed = /secret|password|motdepasse|change|example|sillage|azerty|qwerty|0123456789|abcdefgh/i
  const isTyped = isStrict(given) && typed.test(secret)
  return isTyped || new Set(secret).size < 12 ? ['APP_SECRET est trop simple : tirez-la au hasard'] : []
}

const addresses = [
  'DATABASE_URL',
  'DATABASE_WEB_URL',
  'DATABASE_WORKER_URL',
  'DATABASE_RELAY_URL',
  'DATABASE_IDENTITY_URL',
] as const

function databaseProblems(given: Environment): string[] {
  if (!given.DATABASE_URL && !given.DATABASE_WEB_URL) return ['DATABASE_URL manque : l’adresse de PostgreSQL']
  if (!isStrict(given)) return []
  return addresses.flatMap(name => {
    const { username, password } = new URL(given[name] ?? 'postgres://none')
    const isKnown = ['postgres', 'password', 'admin', 'root', 'secret', 'sillage', 'changeme', username].includes(
      password,
    )
    return password !== '' && isKnown ? [`${name} porte un mot de passe que tout le monde essaie : changez-le`] : []
  })
}

function publicProblems(given: Environment): string[] {
  const { PUBLIC_URL, SMTP_URL, MAIL_FROM } = given
  const problems: string[] = []
  if (given.DEMONSTRATION) problems.push('DEMONSTRATION n’est pas permise en production')
  if (given.CLOCK_SHIFT_MS !== 0) problems.push('CLOCK_SHIFT_MS n’est pas permise en production')
  if (!PUBLIC_URL) problems.push('PUBLIC_URL manque : l’adresse publique du site, en https')
  else if (!PUBLIC_URL.startsWith('https://')) problems.push('PUBLIC_URL doit commencer par https://')
  else if (new URL(PUBLIC_URL).pathname !== '/') problems.push('PUBLIC_URL ne porte qu’un nom de site, sans chemin')
  if (given.COMPANY_SEARCH_URL?.startsWith('http:')) problems.push('COMPANY_SEARCH_URL doit commencer par https://')
  if (!SMTP_URL) problems.push('SMTP_URL manque : le serveur qui envoie les courriels')
  if (/@localhost>?$/.test(MAIL_FROM)) problems.push('MAIL_FROM manque : l’adresse d’où partent les courriels')
  // Without it everybody comes from the address of the proxy that ends TLS, and shares its limits.
  if (given.TRUST_PROXY === 0) problems.push('TRUST_PROXY manque : combien de relais https sont devant ce serveur')
  return problems
}

function queueProblems(kind: 'web' | 'workers', given: Environment): string[] {
  const hasQueue = given.REDIS_URL ?? given.QUEUE_DATABASE_URL ?? given.DATABASE_URL
  return kind === 'workers' && !hasQueue
    ? ['REDIS_URL ou QUEUE_DATABASE_URL manque : là où attendent les tâches de fond']
    : []
}

/** The secret of this installation; start-up has refused a missing one. */
export function appSecret(): string {
  const { APP_SECRET } = env()
  if (!APP_SECRET) throw new Error('Configuration refusée :\n  APP_SECRET manque')
  return APP_SECRET
}

/** One address per run-time role: given one by one, or derived from the owner's. */
export function databaseUrls(): DatabaseUrls {
  const given = env()
  const urls = Object.fromEntries(
    runtimeRoles.map(role => {
      const own = {
        web: given.DATABASE_WEB_URL,
        worker: given.DATABASE_WORKER_URL,
        relay: given.DATABASE_RELAY_URL,
        identity: given.DATABASE_IDENTITY_URL,
      }[role]
      if (own) return [role, own]
      if (!given.DATABASE_URL)
        throw new Error(`Configuration refusée :\n  DATABASE_URL ou DATABASE_${role.toUpperCase()}_URL manque`)
      return [role, roleUrl(given.DATABASE_URL, role, appSecret())]
    }),
  )
  return urls as DatabaseUrls
}

/** Where jobs wait when there is no Redis. */
export function queueDatabaseUrl(): string {
  const { QUEUE_DATABASE_URL, DATABASE_URL } = env()
  if (QUEUE_DATABASE_URL) return QUEUE_DATABASE_URL
  if (!DATABASE_URL) throw new Error('Configuration refusée :\n  REDIS_URL ou QUEUE_DATABASE_URL manque')
  return roleUrl(DATABASE_URL, 'queue', appSecret())
}

/** The address under which people reach the product; never taken from a client's header. */
export function publicUrl(): string {
  const { PUBLIC_URL, PORT } = env()
  return PUBLIC_URL?.replace(/\/$/, '') ?? `http://localhost:${PORT}`
}

/** Cookies are `Secure` then; plain http is for the loopback address only. */
export const isHttps = () => publicUrl().startsWith('https://')
