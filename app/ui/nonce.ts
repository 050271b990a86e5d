import { createContext, useContext } from 'react'

/** The response's nonce; empty in the browser, where it is hidden on purpose. */
export const NonceContext = createContext('')
export const useNonce = () => useContext(NonceContext)
