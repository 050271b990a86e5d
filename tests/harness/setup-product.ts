import type { TestProject } from 'vitest/node'
import { startProduct } from './product.ts'
import { registerServer } from './register-server.ts'
import { chromium, popplerUtils } from './services.ts'

/** One product and its demonstration for all journeys: as people share it, so do they. Its register of companies is ours. */
export default async function setup(project: TestProject) {
  project.provide('browser', { path: await chromium() })
  await popplerUtils()
  const register = await registerServer()
  const product = await startProduct({ COMPANY_SEARCH_URL: register.address })
  project.provide('product', { address: product.address, dataDir: product.dataDir })
  return async () => {
    await product.stop()
    await register.stop()
  }
}
