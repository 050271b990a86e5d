/**
 * What react-i18next and our pages ask of i18next, and no more: the browser's build takes this file in its place
 * (vite.config.ts), which spares each page 13 kB of its 100. The server, the mails and the tests use i18next itself, and
 * `browser-words.test.ts` holds every sentence of the catalogues to the same result.
 */
type Sentences = { [key: string]: string | Sentences }
type Params = Readonly<Record<string, unknown>>
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

  getFixedT(_language: string, namespace: string | readonly string[]): (key: string, params?: Params) => string {
    const own = typeof namespace === 'string' ? namespace : (namespace[0] ?? '')
    return (key, params = {}) => this.translate(own, key, params)
  }

  private translate(own: string, key: string, params: Params): string {
    const at = key.indexOf(':')
    const [namespace, path] = at < 0 ? [own, key] : [key.slice(0, at), key.slice(at + 1)]
    const sentence = this.sentence(namespace, path, params.count)
    if (sentence === null) {
      this.options.missingKeyHandler?.(this.languages, namespace, path)
      return path
    }
    return sentence.replace(/\{\{\s*(\w+)(?:,\s*(\w+))?\s*\}\}/g, (_match, name: string, format?: string) =>
      this.shown(params[name], format),
    )
  }

  private sentence(namespace: string, path: string, count: unknown): string | null {
    const bundle = this.bundles.get(namespace)
    if (typeof count === 'number') {
      const form = new Intl.PluralRules(this.language).select(count)
      const plural = at(bundle, `${path}_${form}`) ?? at(bundle, `${path}_other`)
      if (plural !== null) return plural
    }
    return at(bundle, path)
  }

  private shown(value: unknown, format: string | undefined): string {
    if (format === 'number' && typeof value === 'number') return new Intl.NumberFormat(this.language).format(value)
    return value === undefined || value === null ? '' : String(value)
  }
}

/** Keys hold no dot: each is a step into the bundle. */
function at(bundle: Sentences | undefined, path: string): string | null {
  let found: string | Sentences | undefined = bundle
  for (const step of path.split('.')) found = typeof found === 'object' ? found[step] : undefined
  return typeof found === 'string' ? found : null
}

export default { createInstance: () => new BrowserWords() }

/** For keys written as functions, which nobody here writes; react-i18next names it. */
export const keyFromSelector = String
