import { type FormEvent, useEffect, useRef } from 'react'
import type { UnsentSession } from '../unsent.ts'
import { keepUnsent } from './device.ts'

/** Long enough that a word is not written letter by letter, short enough that a closed tab loses no sentence. */
const pauseMs = 400

/** Keeps a form on the device while it is typed; what is not kept yet is kept at once when the page is left or hidden. */
export function useTyping(asTyped: (fields: UnsentSession['fields']) => UnsentSession) {
  const waiting = useRef<{ timer: ReturnType<typeof setTimeout>; form: HTMLFormElement } | null>(null)
  const written = useRef(Promise.resolve())
  const keepNow = useRef(() => {})
  keepNow.current = () => {
    const form = take()
    if (!form) return
    const session = asTyped(fieldsOf(form))
    written.current = written.current.then(() => keepUnsent(session)).catch(() => {})
  }
  const take = () => {
    const form = waiting.current?.form ?? null
    clearTimeout(waiting.current?.timer)
    waiting.current = null
    return form
  }
  useEffect(() => {
    const keep = () => keepNow.current()
    document.addEventListener('visibilitychange', keep)
    addEventListener('pagehide', keep)
    return () => {
      keep()
      document.removeEventListener('visibilitychange', keep)
      removeEventListener('pagehide', keep)
    }
  }, [])
  return {
    onInput: (event: FormEvent<HTMLElement>) => {
      const form = event.target instanceof Element ? event.target.closest('form') : null
      if (!form) return
      take()
      waiting.current = { timer: setTimeout(() => keepNow.current(), pauseMs), form }
    },
    /** Before it is saved: nothing that was typed may be written after it. */
    stop: () => {
      take()
      return written.current
    },
  }
}

export const fieldsOf = (form: HTMLFormElement) =>
  [...new FormData(form)].flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[name, value]] : [],
  )
