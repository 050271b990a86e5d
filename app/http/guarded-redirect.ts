/** A path of this site, or the fallback: never another host (`//evil`, `/\evil`, `https://…`). */
export function ownPath(value: string | null, fallback: string): string {
  if (!value || value.length > 500 || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(value)) return fallback
  const url = new URL(value, 'http://own.invalid')
  // `/.//evil` is this site until its dots are resolved.
  return url.host === 'own.invalid' && !url.pathname.startsWith('//') ? `${url.pathname}${url.search}` : fallback
}
