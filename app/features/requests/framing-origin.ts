/**
 * The origin of a site that may show the public form in a frame, as a policy writes it; null when it is not one.
 * Nothing but the letters of a host name goes through: a `;` or a space would write another rule of the policy.
 */
export function framingOrigin(raw: string): string | null {
  const written = raw.trim().toLowerCase().replace(/\/$/, '')
  const found =
    /^(https?):\/\/([a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*)(?::(\d{1,5}))?$/.exec(
      written,
    )
  if (!found) return null
  const [, scheme, host = '', port] = found
  const isLoopback = host === 'localhost' || host === '127.0.0.1'
  if (scheme === 'http' && !isLoopback) return null
  if (port !== undefined && (Number(port) < 1 || Number(port) > 65_535)) return null
  const isOwnPort = port === undefined || (scheme === 'https' ? Number(port) === 443 : Number(port) === 80)
  return `${scheme}://${host}${isOwnPort ? '' : `:${Number(port)}`}`
}

/** As a manager types them: one a line, commas allowed. The first that is not an origin is given back as it was typed. */
export function framingOrigins(raw: string): { origins: string[] } | { wrong: string } {
  const typed = raw.split(/[\s,]+/).filter(Boolean)
  const origins: string[] = []
  for (const one of typed) {
    const origin = framingOrigin(one)
    if (!origin) return { wrong: one }
    if (!origins.includes(origin)) origins.push(origin)
  }
  return { origins }
}
