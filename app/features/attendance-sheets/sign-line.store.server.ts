import type { PlacedSession } from '#app/features/sessions/session-place.store.server.ts'
import { type Failure, fail, ok, type Result } from '#app/kernel/result.ts'
import type { TenantTx } from '#db/tenant.ts'
import { keepPlace, sheetOf, writeSignature } from './sheets.store.server.ts'
import { signatureIn } from './signature-rules.ts'

type Given = Parameters<typeof signatureIn>[1] & {
  placeId: string
  /** The sheet that she was shown. */
  sheet: string
  /** Who holds the device. */
  takenBy: string | null
  signedAt: Date
}
type Signing = {
  tx: TenantTx
  operator: { id: string }
  record: (event: {
    name: string
    subjectKind: string
    subjectId: string
    accompanimentId: string | null
    data: { name: string }
  }) => Promise<void>
}
type Refused<R> = R extends { ok: false; failure: infer F } ? F : never
type Refusal =
  | Failure<'session-not-held' | 'not-on-sheet' | 'sheet-changed' | 'signs-herself'>
  | Refused<ReturnType<typeof signatureIn>>

/** One line of a session's sheet, signed on somebody's device; the session is locked. Signed twice, it is signed once. */
export async function signLine(
  { tx, operator, record }: Signing,
  placed: PlacedSession,
  { placeId, sheet, takenBy, signedAt, ...given }: Given,
): Promise<Result<{ name: string }, Refusal>> {
  const { session, engineering } = placed
  if (session.status !== 'held') return fail('session-not-held')
  const { facts, hash, lines } = await sheetOf(tx, operator.id, placed)
  const line = lines.find(({ id }) => id === placeId)
  if (!line) return fail('not-on-sheet')
  if (hash !== sheet) return fail('sheet-changed')
  const signature = signatureIn(line.personName, given)
  if (!signature.ok) return signature
  // Who leads signs with her own sign-in, or on paper: nobody signs in her place.
  if (line.accompanimentId === null && session.consultantId !== takenBy) return fail('signs-herself')
  await keepPlace(tx, operator.id, placed, line)
  const at = { engineeringId: engineering.id, sessionId: session.id, placeId: line.id, facts }
  const written = { ...signature.value, means: 'device' as const, takenBy, fileId: null, now: signedAt }
  if (await writeSignature(tx, operator.id, at, written))
    await record({
      name: 'sheet.signed',
      subjectKind: 'session',
      subjectId: session.id,
      accompanimentId: line.accompanimentId,
      data: { name: signature.value.signedName },
    })
  return ok({ name: signature.value.signedName })
}
