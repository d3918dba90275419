import createNextIntlPlugin from 'next-intl/plugin'

/** The headers that never change; the Content-Security-Policy carries a nonce and is set in proxy.ts. */
const always = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  {
    key: 'Permissions-Policy',
    value: 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
  },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
  { key: 'X-Frame-Options', value: 'DENY' },
]

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
    return [{ source: '/:path*', headers: always }]
  },
}

export default createNextIntlPlugin('./lib/i18n.ts')(config)
