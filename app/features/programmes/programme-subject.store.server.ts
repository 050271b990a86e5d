import type { TenantTx } from '#db/tenant.ts'
import { type ProgrammeVersion, versionsOf } from './versions.store.server.ts'

/** The programme that is edited: its versions locked, so that two edits follow one another. */
export async function programmeToEdit(
  { tx, operator }: { tx: TenantTx; operator: { id: string } },
  code: string,
): Promise<{ latest: ProgrammeVersion; versions: ProgrammeVersion[] } | null> {
  const versions = await versionsOf(tx, operator.id, code, true)
  const [latest] = versions
  return latest ? { latest, versions } : null
}
