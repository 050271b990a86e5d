import { asSent, typedIn } from './drafts.ts'

/** Typing is kept this long after its first letter, so that less than five seconds of it are ever lost. */
const waitMs = 2000
const retryMs = 4000

/** What a form tells around it each time that it was kept, or could not be: its detail is the kind of `Keeping`. */
export const draftKeeping = 'draft-keeping'

export type Keeping =
  | { kind: 'nothing' }
  | { kind: 'kept'; at: Date }
  | { kind: 'failed' }
  /** Another page has written the draft: this one no longer does, until it is told to. */
  | { kind: 'elsewhere' }

export type Keeper = {
  /** Writes what this page shows over what the other one has kept. */
  takeOver: () => void
  stop: () => void
}

type Options = {
  address: string
  place: string
  name: string
  known: number
  tell: (keeping: Keeping) => void
}

/** Keeps a form on the server while it is typed, until it is sent. Runs in the browser. */
export function keepDraft(form: HTMLFormElement, options: Options): Keeper {
  let known = options.known
  let timer: ReturnType<typeof setTimeout> | undefined
  let isChanged = false
  let isSending = false
  let isElsewhere = false
  const tab = `${performance.now()}-${Math.random()}`

  const wait = (ms: number) => {
    timer ??= setTimeout(() => {
      timer = undefined
      void save(false)
    }, ms)
  }
  const save = async (isLast: boolean) => {
    if (!isChanged || isElsewhere || (isSending && !isLast)) return
    isChanged = false
    isSending = true
    const answer = await send(form, options, { known, tab, isLast })
    isSending = false
    if (answer.kind === 'kept') known = answer.version
    if (answer.kind === 'elsewhere') {
      isElsewhere = true
      known = answer.version
    }
    if (answer.kind === 'failed') isChanged = true
    if (answer.kind !== 'spent') {
      options.tell(answer)
      form.dispatchEvent(new CustomEvent(draftKeeping, { bubbles: true, detail: answer.kind }))
    }
    if (isChanged && !isElsewhere) wait(answer.kind === 'failed' ? retryMs : waitMs)
  }
  const onInput = () => {
    isChanged = true
    if (!isElsewhere) wait(waitMs)
  }
  const onLeave = () => void save(true)
  const onHide = () => {
    if (document.visibilityState === 'hidden') void save(true)
  }
  // Beside the form itself: whichever arrives last, a form that is accepted leaves no draft, and one that is not has its own.
  const onSubmit = () => {
    clearTimeout(timer)
    timer = undefined
    void save(true)
  }
  // On a slow network one types before this script has come: nothing told of it, and the field shows it.
  if (wasTypedIn(form)) onInput()
  form.addEventListener('input', onInput)
  form.addEventListener('submit', onSubmit)
  addEventListener('pagehide', onLeave)
  document.addEventListener('visibilitychange', onHide)
  return {
    takeOver: () => {
      isElsewhere = false
      isChanged = true
      void save(false)
    },
    stop: () => {
      void save(true)
      clearTimeout(timer)
      form.removeEventListener('input', onInput)
      form.removeEventListener('submit', onSubmit)
      removeEventListener('pagehide', onLeave)
      document.removeEventListener('visibilitychange', onHide)
    },
  }
}

/** Whether a text differs from what the page came with; of a list, React does not say what it came with. */
const wasTypedIn = (form: HTMLFormElement) =>
  [...form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('textarea, input[type="text"]')].some(
    ({ value, defaultValue }) => value !== defaultValue,
  )

type Answer =
  | { kind: 'kept'; at: Date; version: number }
  | { kind: 'elsewhere'; version: number }
  | { kind: 'failed' }
  | { kind: 'spent' }

type Turn = { known: number; tab: string; isLast: boolean }

async function send(form: HTMLFormElement, options: Options, { known, tab, isLast }: Turn): Promise<Answer> {
  const key = new FormData(form).get('_key')
  const body = new URLSearchParams({
    _form: 'save-draft',
    place: options.place,
    form: options.name,
    key: typeof key === 'string' ? key : '',
    known: String(known),
    tab,
    typed: asSent(typedIn(form)),
  })
  try {
    // A page that is going away is heard up to 64 kB; a redirection is a sign-in that has ended.
    const response = await fetch(options.address, { method: 'POST', body, keepalive: isLast, redirect: 'manual' })
    const answer: unknown = response.status === 200 || response.status === 409 ? await response.json() : null
    const version = numberIn(answer, 'version')
    if (response.status === 409 && version !== null) return { kind: 'elsewhere', version }
    if (response.status === 200 && version !== null) return { kind: 'kept', at: instantIn(answer), version }
    return response.status === 422 ? { kind: 'spent' } : { kind: 'failed' }
  } catch {
    return { kind: 'failed' }
  }
}

function numberIn(answer: unknown, name: string): number | null {
  const value = typeof answer === 'object' && answer !== null ? Reflect.get(answer, name) : null
  return typeof value === 'number' ? value : null
}

function instantIn(answer: unknown): Date {
  const value = typeof answer === 'object' && answer !== null ? Reflect.get(answer, 'savedAt') : null
  return new Date(typeof value === 'string' ? value : 0)
}
