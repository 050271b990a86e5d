import { sheetOf } from '#app/features/attendance-sheets/sheets.store.server.ts'
import { signOnDevice } from '#app/features/attendance-sheets/sign-on-device.command.server.ts'
import { placedSession } from '#app/features/sessions/session-place.store.server.ts'
import type { Day } from '#app/kernel/day.ts'
import type { TenantDoor } from '#db/tenant.ts'
import type { Stage } from './stage.ts'

/** Whoever came to the session types her name on the device of whoever keeps its file, at the end of the meeting. */
export async function haveSigned(
  stage: Stage,
  door: TenantDoor,
  on: Day,
  { engineeringId, sessionId }: { engineeringId: string; sessionId: string },
): Promise<void> {
  const sheet = await stage.inside(on, async tenant => {
    const placed = await placedSession(tenant, { sessionId, engineeringId, number: null })
    return placed && sheetOf(tenant.tx, tenant.operator.id, placed)
  })
  const address = { sessionId, engineeringId, sheet: sheet?.hash }
  for (const { id, personName, organisation } of sheet?.lines ?? [])
    await stage.must(signOnDevice, door, on, {
      ...address,
      placeId: id,
      signedName: personName ?? organisation,
      wasThere: 'oui',
    })
}
