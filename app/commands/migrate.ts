import { env } from '#app/env.server.ts'
import { migrateQueue } from '#workers/queue-schema.ts'
import { openInstallation } from './installation.ts'

/** `npm run db:migrate`: brings the database to the present schema, as its owner. */
const { DATABASE_URL, APP_SECRET } = env()
if (DATABASE_URL && !APP_SECRET) {
  process.stderr.write('Migration refusée :\n  - APP_SECRET manque : elle fixe les mots de passe des rôles\n')
  process.exit(1)
}
const installation = await openInstallation()
const owner = env().DATABASE_URL
if (owner) await migrateQueue({ url: owner })
await installation.close()
process.stdout.write('La base de données est à jour.\n')
