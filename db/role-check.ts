import { sql } from 'drizzle-orm'
import { database } from './client.ts'
import { type RuntimeRole, runtimeRoles } from './roles.ts'

/** Further apart than this, codes, leases and due dates disagree between processes. */
const longestSkewMs = 2_000

type Standing = {
  user: string
  superuser: boolean
  bypasses: boolean
  makes_roles: boolean
  owns: boolean
  version: string
  skew: number
}

/**
 * Why this process must not work with the database as it is told to: a role that could pass row-level security by, a
 * clock that is not ours. In French, one line each. Throws when PostgreSQL is away.
 */
export async function databaseStandingProblems(clock: () => Date): Promise<string[]> {
  const problems: string[] = []
  for (const role of runtimeRoles) problems.push(...(await standingOf(role, clock)))
  return [...new Set(problems)]
}

async function standingOf(role: RuntimeRole, clock: () => Date): Promise<string[]> {
  const asked = clock().getTime()
  const { rows } = await database(role).execute<Standing>(sql`
    select current_user::text as "user", rolsuper as superuser, rolbypassrls as bypasses, rolcreaterole as makes_roles,
      exists (select from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
        and pg_has_role(r.oid, relowner, 'usage')) as owns,
      current_setting('server_version_num') as version,
      (extract(epoch from clock_timestamp()) * 1000)::float8 as skew
    from pg_roles r where rolname = current_user`)
  const [standing] = rows
  if (!standing) return [`le rôle ${role} est inconnu du serveur`]
  const waited = (clock().getTime() - asked) / 2
  const apart = Math.abs(standing.skew - (asked + waited)) - waited
  const name = `DATABASE_${role.toUpperCase()}_URL (${standing.user})`
  return [
    ...(standing.superuser ? [`${name} est un superutilisateur : il voit tout`] : []),
    ...(standing.bypasses ? [`${name} passe outre le cloisonnement (BYPASSRLS)`] : []),
    ...(standing.makes_roles ? [`${name} peut créer des rôles (CREATEROLE)`] : []),
    ...(standing.owns && !standing.superuser
      ? [`${name} possède des tables : gardez ce rôle pour les migrations`]
      : []),
    ...(Number(standing.version) < 160_000
      ? ['PostgreSQL est trop ancien : il faut PostgreSQL 16 ou plus récent']
      : []),
    ...(apart > longestSkewMs
      ? ['l’horloge de ce serveur et celle de PostgreSQL diffèrent de plus de deux secondes']
      : []),
  ]
}
