/**
 * The public form reads and sets no cookie: a site that shows it in a frame hands over nobody's. It runs no script either:
 * in a frame of another site browsers refuse storage, without which the page's own would break.
 */
export const isCookieless = (path: string) => /^\/demande(\/|\.data$|$)/i.test(path)
