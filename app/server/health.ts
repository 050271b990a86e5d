import { sql } from 'drizzle-orm'
import { database } from '#db/client.ts'

const patienceMs = 2_000
let stopping = false

/** From now on the process says that it is not ready, while it ends what is under way. */
export function announceStop(): void {
  stopping = true
}

/** PostgreSQL answers within two seconds. Redis and SMTP are not asked: the site works without them (reliability OBS-01). */
export async function isReady(): Promise<boolean> {
  if (stopping) return false
  const answer = database('web')
    .execute(sql`select 1`)
    .then(
      () => true,
      () => false,
    )
  return Promise.race([answer, new Promise<boolean>(resolve => setTimeout(() => resolve(false), patienceMs).unref())])
}
