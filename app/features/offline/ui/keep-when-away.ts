import type { ClientActionFunctionArgs } from '@remix-run/react'

/**
 * The `clientAction` of a session's form: sent as ever; when nobody answers, kept on the device as if it had been written
 * without a network. Its key stays: if the server had it after all, sending it again records nothing more.
 */
export async function keepWhenAway({ request, params, serverAction }: ClientActionFunctionArgs) {
  const copy = request.clone()
  try {
    return await serverAction()
  } catch (error) {
    // What the server answered is a Response; a script's own fault is told apart by what fetch throws.
    if (!(error instanceof TypeError)) {
      if (error instanceof Response && error.status < 400) await forgetCopy(copy).catch(() => {})
      throw error
    }
    const { lastTaken, keepUnsent } = await import('./device.ts')
    const last = await lastTaken().catch(() => null)
    if (!last) throw error
    const { unsentFrom } = await import('../written.ts')
    const fields = [...(await copy.formData())].flatMap(([name, value]): [string, string][] =>
      typeof value === 'string' ? [[name, value]] : [],
    )
    await keepUnsent(unsentFrom(last.taken, { params, fields }))
    location.assign('/consultant/hors-ligne#gardee')
    // The page is going away: nothing of it is read again.
    return new Promise<never>(() => {})
  }
}

/** What this device kept of the form while the server could not: it has the whole now. */
async function forgetCopy(sent: Request): Promise<void> {
  const key = (await sent.formData()).get('_key')
  const { forgetUnsent } = await import('./device.ts')
  if (typeof key === 'string') await forgetUnsent(key.split('.')[0] ?? key)
}
