/** When PostgreSQL is away: its restart, after a power cut or an update, takes seconds. */
export const retryAfterSeconds = '5'
