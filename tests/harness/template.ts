import type pg from 'pg'
import { hashOfSources } from '#app/commands/sources.ts'
import { isTaken } from '#db/embedded/process.ts'
import { migrate } from '#db/migrate.ts'
import { inDatabase, SECRET, withClient } from './connection.ts'

/** Migrates once per state of db/ and of the kernel that it imports; later runs find the template ready. */
export async function prepareTemplate(url: string): Promise<string> {
  const template = `template_${hashOfSources('db', 'app/kernel')}`
  await withClient(url, async client => {
    // Test processes that start together wait here for the first of them.
    await client.query('SELECT pg_advisory_lock(1)')
    await dropLeftovers(client, template)
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [template])
    if (rowCount !== 0) return
    // Renamed once whole: a run that is cut short leaves no half-migrated template.
    await client.query(`CREATE DATABASE ${template}_draft`)
    await migrate({ url: inDatabase(url, `${template}_draft`), secret: SECRET })
    await client.query(`ALTER DATABASE ${template}_draft RENAME TO ${template}`)
  })
  return template
}

/** Databases of processes that are gone, drafts, and templates of another day. */
async function dropLeftovers(client: pg.Client, template: string): Promise<void> {
  const { rows } = await client.query<{ datname: string; made: Date }>(
    `SELECT datname, (pg_stat_file('base/' || oid || '/PG_VERSION')).modification AS made
     FROM pg_database WHERE datname ~ '^(test|template)_[0-9a-f]'`,
  )
  const yesterday = Date.now() - 24 * 3600 * 1000
  for (const { datname, made } of rows) {
    const stale = datname.startsWith('test_')
      ? !isTaken(Number(datname.split('_')[1]))
      : datname.endsWith('_draft') || (datname !== template && made.getTime() < yesterday)
    if (stale) await client.query(`DROP DATABASE IF EXISTS ${datname} WITH (FORCE)`)
  }
}
