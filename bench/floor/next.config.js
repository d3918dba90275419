import path from 'node:path'
import { answerHeaders } from '../../lib/answer-headers.js'

/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  turbopack: { root: path.join(import.meta.dirname, '../..') },
  typescript: { ignoreBuildErrors: true },
  headers: async () => [{ source: '/:path*', headers: answerHeaders }],
}
