/**
 * What react-i18next and our pages ask of i18next, and no more: the browser's build takes this file in its place
 * (vite.config.ts), which spares each page 13 kB of its 100. The server, the mails and the tests use i18next itself, and
 * `browser-words.test.ts` holds every sentence of the catalogues to the same result.
 */
type Sentences = { [key: string]: string | Sentences }
type Params = Readonly<Record<string, unknown>>
type Translate = (keys: string | readonly string[], params?: Params) => string | Sentences
type Options = {
  lng: string
  defaultNS: string
  missingKeyHandler: (languages: readonly string[], namespace: string, key: string) => void
}

class BrowserWords {
  language = ''
  languages: string[] = []
  isInitialized = false
  options: Partial<Options> = {}
  private readonly bundles = new Map<string, Sentences>()

  init(options: Options): void {
    this.options = options
    this.language = options.lng
    this.languages = [options.lng]
    this.isInitialized = true
  }

  // A page of another language is another instance: nothing ever changes here.
  on(): void {}
  off(): void {}
  hasLoadedNamespace(): boolean {
    return true
  }

  hasResourceBundle(_language: string, namespace: string): boolean {
    return this.bundles.has(namespace)
  }

  addResourceBundle(_language: string, namespace: string, sentences: Sentences): void {
    this.bundles.set(namespace, sentences)
  }

  getFixedT(_language: string, namespace: string | readonly string[]): Translate {
    const own = typeof namespace === 'string' ? namespace : (namespace[0] ?? '')
    return (key, params = {}) => this.translate(own, key, params)
  }

  exists(key: string): boolean {
    const { namespace, path } = placeOf(key, '')
    return found(this.bundles.get(namespace), path) !== undefined
  }

  /** Of several keys, the first that has a sentence. */
  private translate(own: string, keys: string | readonly string[], params: Params): string | Sentences {
    const tried = (typeof keys === 'string' ? [keys] : keys).map(key => placeOf(key, own))
    for (const { namespace, path } of tried) {
      if (params.returnObjects === true) {
        const branch = found(this.bundles.get(namespace), path)
        if (typeof branch === 'object') return this.filledBranch(branch, params)
      }
      const sentence = this.sentence(namespace, path, params.count)
      if (sentence !== null) return this.filled(sentence, params)
    }
    const last = tried.at(-1) ?? { namespace: own, path: '' }
    this.options.missingKeyHandler?.(this.languages, last.namespace, last.path)
    return last.path
  }

  private filled(sentence: string, params: Params): string {
    return sentence.replace(/\{\{\s*(\w+)(?:,\s*(\w+))?\s*\}\}/g, (_match, name: string, format?: string) =>
      this.shown(params[name], format),
    )
  }

  private filledBranch(branch: Sentences, params: Params): Sentences {
    return Object.fromEntries(
      Object.entries(branch).map(([key, inner]) => [
        key,
        typeof inner === 'string' ? this.filled(inner, params) : this.filledBranch(inner, params),
      ]),
    )
  }

  private sentence(namespace: string, path: string, count: unknown): string | null {
    const bundle = this.bundles.get(namespace)
    if (typeof count === 'number') {
      const form = new Intl.PluralRules(this.language).select(count)
      const none = count === 0 ? at(bundle, `${path}_zero`) : null
      const plural = none ?? at(bundle, `${path}_${form}`) ?? at(bundle, `${path}_other`)
      if (plural !== null) return plural
    }
    return at(bundle, path)
  }

  private shown(value: unknown, format: string | undefined): string {
    if (format === 'number' && typeof value === 'number') return new Intl.NumberFormat(this.language).format(value)
    return value === undefined || value === null ? '' : String(value)
  }
}

function placeOf(key: string, own: string): { namespace: string; path: string } {
  const at = key.indexOf(':')
  return at < 0 ? { namespace: own, path: key } : { namespace: key.slice(0, at), path: key.slice(at + 1) }
}

/** Keys hold no dot: each is a step into the bundle. */
function found(bundle: Sentences | undefined, path: string): string | Sentences | undefined {
  let reached: string | Sentences | undefined = bundle
  for (const step of path.split('.')) reached = typeof reached === 'object' ? reached[step] : undefined
  return reached
}

function at(bundle: Sentences | undefined, path: string): string | null {
  const reached = found(bundle, path)
  return typeof reached === 'string' ? reached : null
}

export default { createInstance: () => new BrowserWords() }

/** For keys written as functions, which nobody here writes; react-i18next names it. */
export const keyFromSelector = String
