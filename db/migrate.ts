import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate as runMigrations } from 'drizzle-orm/node-postgres/migrator'
import { openPool } from './client.ts'
import { applyIsolation, isolationFunctions, isolationStatements } from './isolation.ts'
import { everyRole, roleName, rolePassword } from './roles.ts'

const folder = fileURLToPath(new URL('./migrations', import.meta.url))

/** The oldest server that the product supports; migrations use nothing newer. */
const oldestServer = 160_000

/**
 * Brings a database to the present schema: extensions, run-time roles, migrations, row-level security and privileges.
 * Runs as the owner; safe to run again, and by several processes at once (advisory lock).
 */
export async function migrate({ url, secret }: { url: string; secret: string }): Promise<void> {
  const pool = openPool(url, { max: 1, statementMs: 300_000 })
  try {
    const db = drizzle(pool, { casing: 'snake_case' })
    const version = await pool.query<{ server_version_num: string; server_version: string }>('show server_version_num')
    const number = Number(version.rows[0]?.server_version_num)
    if (number < oldestServer)
      throw new Error(
        `PostgreSQL ${Math.floor(number / 10_000)} est trop ancien : il faut PostgreSQL 16 ou plus récent.`,
      )
    await pool.query('select pg_advisory_lock(hashtext($1))', ['sillage:migrate'])
    await pool.query('create extension if not exists pg_trgm')
    await pool.query('create extension if not exists unaccent')
    await createRoles(pool, secret)
    await runMigrations(db, { migrationsFolder: folder })
    const wanted = isolationFingerprint()
    await pool.query('create table if not exists drizzle.isolation (fingerprint text primary key)')
    const known = await pool.query('select 1 from drizzle.isolation where fingerprint = $1', [wanted])
    if (known.rowCount === 0) {
      await applyIsolation(db)
      await pool.query('delete from drizzle.isolation')
      await pool.query('insert into drizzle.isolation values ($1)', [wanted])
    }
  } finally {
    await pool.end()
  }
}

/** Policies are applied again when they, or the tables they stand on, changed. */
function isolationFingerprint(): string {
  const hash = createHash('sha256')
  hash.update(isolationFunctions)
  for (const statement of isolationStatements()) hash.update(statement)
  for (const file of readdirSync(folder)
    .filter(name => name.endsWith('.sql'))
    .sort())
    hash.update(readFileSync(`${folder}/${file}`))
  return hash.digest('hex')
}

async function createRoles(pool: ReturnType<typeof openPool>, secret: string): Promise<void> {
  for (const role of everyRole) {
    const name = roleName(role)
    // Passwords are base64url, so quoting them is safe; DDL takes no parameters.
    const password = rolePassword(role, secret)
    await pool.query(
      `do $$ begin
         if not exists (select from pg_roles where rolname = '${name}') then
           create role ${name} login nosuperuser nobypassrls nocreatedb nocreaterole password '${password}';
         end if;
       exception when duplicate_object or unique_violation then null; end $$`,
    )
    const held = await pool.query<{ rolsuper: boolean; rolbypassrls: boolean }>(
      'select rolsuper, rolbypassrls from pg_roles where rolname = $1',
      [name],
    )
    if (held.rows[0]?.rolsuper || held.rows[0]?.rolbypassrls)
      throw new Error(`the role ${name} bypasses row-level security: refused`)
    await setPassword(pool, `alter role ${name} password '${password}'`)
  }
}

/** Roles belong to the whole server: two databases migrated at once meet on the same row, and one of them must try again. */
async function setPassword(pool: ReturnType<typeof openPool>, statement: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await pool.query(statement)
      return
    } catch (error) {
      const isRace = error instanceof Error && error.message.includes('concurrently')
      if (!isRace || attempt === 10) throw error
      await new Promise(resolve => setTimeout(resolve, 20 * attempt))
    }
  }
}
