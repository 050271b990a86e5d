import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type Command, execute, type InputSchema } from '#app/access/command.server.ts'
import type { Failure } from '#app/kernel/result.ts'
import { addressInput, brand, enter, secondFactorAddress, withDatabase } from './guard.server.ts'

export type FileAnswer = { name: string; type: string; body: Buffer }

/**
 * A loader that answers a file. What it holds is given by a command, so that history says who took it away; the file is
 * written once the transaction has ended.
 */
export function download<S extends InputSchema, Subject, V, F extends Failure>(
  command: Command<S, Subject, V, F>,
  write: (value: V) => Promise<FileAnswer>,
) {
  const loader = async (args: LoaderFunctionArgs): Promise<Response> => {
    const { door } = await enter(args)
    const outcome = await withDatabase(() => execute(command, door, addressInput(args)))
    if (outcome.kind === 'second-factor') throw redirect(secondFactorAddress)
    if (outcome.kind !== 'done') throw new Response(null, { status: outcome.kind === 'invalid' ? 400 : 404 })
    return fileResponse(await write(outcome.value))
  }
  return brand(loader, `command ${command.name}`)
}

/** The file goes to the disk under its name, and is never shown or guessed at by the browser. */
function fileResponse({ name, type, body }: FileAnswer): Response {
  return new Response(new Uint8Array(body), {
    headers: {
      'Content-Type': type,
      'Content-Length': String(body.byteLength),
      'Content-Disposition': contentDisposition(name),
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, no-store',
    },
  })
}

/** RFC 6266: a plain name for old browsers, and the whole one in RFC 5987's writing. No quote, path or line can be in either. */
export function contentDisposition(name: string): string {
  const safe = name
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '')
    .replaceAll(/[\\/:*?"<>|]/g, '-')
    .slice(0, 150)
  const plain = safe
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\x20-\x7e]/g, '_')
  const encoded = encodeURIComponent(safe).replaceAll(
    /['()*]/g,
    character => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}
