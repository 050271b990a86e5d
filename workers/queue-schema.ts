import { runMigrations } from 'bullmq'
import { openPool } from '#db/client.ts'
import { queueSchema, roleName } from '#db/roles.ts'

/**
 * Brings the queue's own schema to the version of the library, as the owner of the database. The queue's role writes its
 * rows, and makes there the sequences that the library creates for each queue; it reaches no other schema.
 */
export async function migrateQueue({ url }: { url: string }): Promise<void> {
  const pool = openPool(url, { max: 1, statementMs: 60_000 })
  try {
    const client = await pool.connect()
    try {
      await runMigrations(client, queueSchema)
      const role = roleName('queue')
      await client.query(`grant usage, create on schema ${queueSchema} to ${role}`)
      await client.query(`grant select, insert, update, delete on all tables in schema ${queueSchema} to ${role}`)
      // Not those that the role made itself while this ran.
      await client.query(
        `do $$ declare known record; begin
           for known in select format('%I.%I', schemaname, sequencename) as name from pg_sequences
             where schemaname = '${queueSchema}' and sequenceowner = current_user
           loop execute 'grant usage, select, update on sequence ' || known.name || ' to ${role}'; end loop; end $$`,
      )
    } finally {
      client.release()
    }
  } finally {
    await pool.end()
  }
}
