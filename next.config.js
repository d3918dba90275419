import createNextIntlPlugin from 'next-intl/plugin'
import { answerHeaders, answerPolicy, frameHeaders, keyHeaders } from './lib/answer-headers.js'

/** @type {import('next').NextConfig} */
const config = {
  // scripts/build.ts gives each version a folder of its own; without it (next dev) Next's usual one.
  distDir: process.env.STARTEX_BUILD || '.next',
  // Types are checked by `npm run check` and `npm test`. Next rewrites a tsconfig unless it extends another one.
  typescript: { ignoreBuildErrors: true, tsconfigPath: 'tsconfig.build.json' },
  // Otherwise a lock file in some folder above (a home folder, say) would make that one the project.
  turbopack: { root: import.meta.dirname },
  serverExternalPackages: ['pino', 'graphile-worker'],
  poweredByHeader: false,
  // The address that `npm run dev` prints; Next itself trusts localhost only.
  allowedDevOrigins: ['127.0.0.1'],
  reactStrictMode: true,
  experimental: {
    serverActions: { bodySizeLimit: '256kb' },
    // Above what proxy.ts lets through, since Next cuts a longer body silently instead of refusing it.
    proxyClientMaxBodySize: '2mb',
  },
  async headers() {
    return [
      { source: '/:path*', headers: answerHeaders },
      { source: '/((?!embed/).*)', headers: frameHeaders },
      // Outside the proxy (proxy.ts says why), which gives every other answer its policy.
      {
        source: '/api/exercises/document',
        headers: [{ key: 'Content-Security-Policy', value: answerPolicy }],
      },
      ...['register', 'invitations', 'sign-up', 'sign-in/link'].map(path => ({
        source: `/${path}/:token`,
        headers: keyHeaders,
      })),
    ]
  },
}

export default createNextIntlPlugin('./lib/i18n.ts')(config)
