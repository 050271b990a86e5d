import '@remix-run/server-runtime'

declare module '@remix-run/server-runtime' {
  /** Loader types are those that the browser receives. */
  interface Future {
    v3_singleFetch: true
  }

  /** What the server hands to every loader and action. */
  interface AppLoadContext {
    /** 128 random bits, one per response: what the content security policy lets run. */
    nonce: string
    /** The client's address as the server sees it, behind the proxies it was told to trust. */
    clientAddress: string
    requestId: string
    /** Lets these sites show the answer in a frame. Without effect but at the address of a public form. */
    frameBy(origins: readonly string[]): void
  }
}
